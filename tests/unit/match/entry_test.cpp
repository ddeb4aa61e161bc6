#include "match/entry.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using support::at;

TEST(EntryTest, CountsWhenItsVerdictSays)
{
    struct Row {
        Effect effect;
        double expected;
    };
    const Row rows[] = {
        {Effect::kAt, 5.0},
        {Effect::kNow, 5.0},
        {Effect::kNone, 9.0},
        {Effect::kBook, 9.0},
    };
    for (const Row& row : rows) {
        Entry entry;
        entry.received = at(9.0);
        entry.verdict = Verdict{};
        entry.verdict->effect = row.effect;
        entry.verdict->at = at(5.0);
        entry.verdict->book_from = at(7.0);
        entry.verdict->book_to = at(8.0);

        EXPECT_EQ(effective_time(entry), at(row.expected)) << static_cast<int>(row.effect);
    }
}

TEST(EntryTest, CountsWhenReceivedWithoutAVerdict)
{
    Entry entry;
    entry.received = at(9.0);

    EXPECT_EQ(effective_time(entry), at(9.0));
}

TEST(EntryTest, EveryReasonHasANameOfItsOwn)
{
    std::set<std::string> names;
    for (int number = 0; number <= static_cast<int>(Reason::kBoardOnly); ++number) {
        names.insert(to_string(static_cast<Reason>(number)));
    }

    EXPECT_EQ(names.size(), 18U);
    EXPECT_FALSE(names.contains("UNKNOWN"));
    EXPECT_STREQ(to_string(static_cast<Reason>(200)), "UNKNOWN");
}

} // namespace
} // namespace scoreboard::match
