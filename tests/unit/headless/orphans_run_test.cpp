#include "headless/orphans_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "headless/arguments.h"
#include "headless/tap_words.h"
#include "support/test_match.h"
#include "wire/wire.h"

namespace scoreboard::headless {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class FakeJournal : public client::Journal {
public:
    FakeJournal()
    {
        for (match::Seq seq = 1; seq <= 2; ++seq) {
            match::Body body;
            body.id = {support::writer(1), seq};
            body.command = match::AddScore{match::Side::kHome, 2};
            content_.orphans.push_back({wire::seal(body), "that match is over", "0102030405060708"});
        }
    }
    const client::JournalContent& content() const override { return content_; }
    std::string commit(const std::vector<client::StoreAction>& batch) override
    {
        for (const client::StoreAction& action : batch) {
            dropped.push_back(std::get<client::DropOrphan>(action).id.seq);
        }
        return {};
    }

    client::JournalContent content_;
    std::vector<match::Seq> dropped;
};

class OrphansRunTest : public testing::Test {
protected:
    int run(const std::vector<std::string>& words) { return run_orphans(words, journal, out, complaints); }

    FakeJournal journal;
    std::ostringstream out;
    std::ostringstream complaints;
};

TEST_F(OrphansRunTest, ListsWhatNoBoardTookAndWhy)
{
    EXPECT_EQ(run({}), kExitDone);

    EXPECT_THAT(out.str(), HasSubstr("1  +2 HOME, tap 1: that match is over (match 01020304)\n2  "));
}

TEST_F(OrphansRunTest, DropsTheOneThatIsNamedOrAll)
{
    EXPECT_EQ(run({"drop", "2"}), kExitDone);
    EXPECT_THAT(journal.dropped, ElementsAre(2));

    EXPECT_EQ(run({"drop", "all"}), kExitDone);
    EXPECT_THAT(journal.dropped, ElementsAre(2, 1, 2));
}

TEST_F(OrphansRunTest, SaysWhatItDoesNotUnderstand)
{
    EXPECT_EQ(run({"drop", "3"}), kExitRefused);
    EXPECT_EQ(run({"drop"}), kExitUsage);
    EXPECT_EQ(run({"burn"}), kExitUsage);

    EXPECT_THAT(journal.dropped, IsEmpty());
    EXPECT_THAT(complaints.str(), HasSubstr("there is no orphan 3"));
}

TEST_F(OrphansRunTest, EnteringOneAgainIsATapLikeOthers)
{
    const auto tap = parse_tap({"orphans", "again", "2"});

    ASSERT_TRUE(tap);
    EXPECT_EQ(std::get<AgainKey>(*tap).number, 2u);
    EXPECT_TRUE(depends_on_match(*tap));
    EXPECT_FALSE(parse_tap({"orphans", "again", "0"}));
}

} // namespace
} // namespace scoreboard::headless
