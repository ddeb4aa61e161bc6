#include "headless/history_run.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "headless/arguments.h"
#include "support/temp_folder.h"
#include "support/test_match.h"
#include "wire/history_file.h"

namespace scoreboard::headless {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class FakeJournal : public client::Journal {
public:
    const client::JournalContent& content() const override { return content_; }
    std::string commit(const std::vector<client::StoreAction>& batch) override
    {
        for (const client::StoreAction& action : batch) {
            let_go.push_back(std::get<client::LetGo>(action).number);
        }
        return {};
    }

    client::JournalContent content_;
    std::vector<std::uint32_t> let_go;
};

std::vector<match::Entry> a_match(int points)
{
    match::Entry start = support::TestMatch::start_entry(support::basketball());
    start.sealed = wire::seal(start.sealed.body);
    match::Timeline timeline(start);
    start.state_digest = match::digest(timeline.state(), start.received);
    start.chain = wire::chain_hash({}, start);
    match::Entry basket;
    basket.rev = 2;
    match::Body body;
    body.id = {support::writer(1), 1};
    body.command = match::AddScore{match::Side::kHome, points};
    basket.sealed = wire::seal(body);
    basket.outcome.applied = true;
    timeline.add(basket);
    basket.state_digest = match::digest(timeline.state(), basket.received);
    basket.chain = wire::chain_hash(start.chain, basket);
    return {start, basket};
}

class HistoryRunTest : public testing::Test {
protected:
    HistoryRunTest()
    {
        content().board.emplace().bytes.fill(0x20);
        content().log.emplace().bytes.fill(0x11);
        content().history = a_match(1);
        match::LogId lost;
        lost.bytes.fill(0x10);
        content().kept.push_back({4, *content().board, lost, false, a_match(3)});
    }
    client::JournalContent& content() { return journal.content_; }
    int run(const std::vector<std::string>& words) { return run_history(words, journal, out, complaints); }
    wire::HistoryFile exported() const
    {
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        return wire::decode_history(bytes).value();
    }

    support::TempFolder folder;
    const std::string path = folder.file("history");
    FakeJournal journal;
    std::ostringstream out;
    std::ostringstream complaints;
};

TEST_F(HistoryRunTest, ListsTheOpenMatchAndTheLostOnes)
{
    EXPECT_EQ(run({}), kExitDone);

    EXPECT_THAT(out.str(), HasSubstr("0  HOME 1 : 0 GUEST"));
    EXPECT_THAT(out.str(), HasSubstr("4  HOME 3 : 0 GUEST"));
    EXPECT_THAT(out.str(), HasSubstr("log 10101010, which its board has lost"));
}

TEST_F(HistoryRunTest, ExportsWhatWasLostUnlessAnotherIsNamed)
{
    EXPECT_EQ(run({"export", path}), kExitDone);
    EXPECT_EQ(exported().entries, a_match(3));
    EXPECT_EQ(exported().log, content().kept[0].log);

    std::remove(path.c_str());
    EXPECT_EQ(run({"export", path, "0"}), kExitDone);
    EXPECT_EQ(exported().entries, a_match(1));
    EXPECT_EQ(exported().log, *content().log);
}

TEST_F(HistoryRunTest, OverwritesNothing)
{
    std::ofstream(path) << "something of somebody";

    EXPECT_EQ(run({"export", path}), kExitRefused);

    EXPECT_THAT(complaints.str(), HasSubstr("File exists"));
}

TEST_F(HistoryRunTest, DropsALostMatchAndNeverTheOpenOne)
{
    EXPECT_EQ(run({"drop", "0"}), kExitRefused);
    EXPECT_EQ(run({"drop", "9"}), kExitRefused);
    EXPECT_THAT(journal.let_go, IsEmpty());

    EXPECT_EQ(run({"drop", "4"}), kExitDone);
    EXPECT_THAT(journal.let_go, testing::ElementsAre(4));
}

TEST_F(HistoryRunTest, SaysWhatItDoesNotUnderstand)
{
    for (const std::vector<std::string>& words : {std::vector<std::string>{"export"}, {"drop"}, {"burn"}}) {
        EXPECT_EQ(run(words), kExitUsage);
    }
    EXPECT_EQ(run({"export", path, "nine"}), kExitRefused);
    content() = {};
    EXPECT_EQ(run({"export", path}), kExitRefused);
    EXPECT_THAT(complaints.str(), HasSubstr("this journal holds no match"));
}

} // namespace
} // namespace scoreboard::headless
