#include "match/parts/score.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::TestMatch;

constexpr Side kHome = Side::kHome;
constexpr PeriodPhase kFirst{1, Phase::kPlay};
constexpr PeriodPhase kFirstInterval{1, Phase::kInterval};

// The match stands in the second period.
TestMatch in_second_period(const Ruleset& rules = support::basketball())
{
    TestMatch match(rules);
    match.give(at(100), StartClock{});
    match.give(at(200), AddScore{kHome, 10});
    match.give(at(700), NextPeriod{});
    match.give(at(800), NextPeriod{});
    return match;
}

TEST(ScorePartTest, PointsAreBookedInThePeriodThatTheOperatorSaw)
{
    struct Row {
        std::optional<PeriodPhase> seen;
        std::vector<int> expected;
    };
    const Row rows[] = {
        {kFirst, {12}},
        {kFirstInterval, {12}},
        {PeriodPhase{2, Phase::kPlay}, {10, 2}},
        {std::nullopt, {10, 2}},
        {PeriodPhase{4, Phase::kPlay}, {10, 2}}, // whose beginning was taken back
    };
    for (const Row& row : rows) {
        TestMatch match = in_second_period();
        match.see(row.seen);

        match.give(at(900), AddScore{kHome, 2});

        EXPECT_EQ(match.state().home.points, row.expected);
    }
}

// In the period that is played instead: nothing waits on the wall.
TEST(ScorePartTest, WhenTheBeginningOfAPeriodIsTakenBackItsEntriesCountInTheOneThatIsPlayed)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(200), NextPeriod{});
    match.give(at(201), NextPeriod{}); // by mistake
    const CommandId begins = match.last();
    match.see(PeriodPhase{2, Phase::kPlay});
    match.give(at(210), AddScore{kHome, 3});
    match.give(at(211), AddFoul{kHome, 1});
    match.give(at(212), StartTimeout{kHome});
    match.see(std::nullopt);

    match.give(at(220), Undo{begins});

    EXPECT_EQ(match.state().at, kFirstInterval);
    EXPECT_EQ(match.line(at(221)).home.by_period, (std::vector<int>{3}));
    EXPECT_EQ(match.timeline().lost_sense(match.timeline().entries()[6].id()),
              "A time-out is taken while a period is played.");
}

// As a match of the first fold version has it.
TEST(ScorePartTest, PointsOfAPeriodNotBegunCountAtOnceAndOnce)
{
    TestMatch match = in_second_period(support::of_fold_1(support::basketball()));
    match.see(PeriodPhase{3, Phase::kPlay});
    match.give(at(900), AddScore{kHome, 3});
    match.see(std::nullopt);
    EXPECT_EQ(score(match.state(), kHome), 13);
    EXPECT_EQ(match.line(at(900)).home.by_period, (std::vector<int>{10, 0, 3}));
    EXPECT_EQ(match.line(at(900)).guest.by_period, (std::vector<int>{0, 0, 0}));

    match.give(at(901), NextPeriod{});
    match.give(at(902), NextPeriod{});

    EXPECT_EQ(score(match.state(), kHome), 13);
}

TEST(ScorePartTest, AScoreThatIsSetStandsWhenAPeriodBeginsThatHadPointsAlready)
{
    TestMatch match = in_second_period();
    match.see(PeriodPhase{3, Phase::kPlay});
    match.give(at(900), AddScore{kHome, 3});
    match.see(std::nullopt);
    match.give(at(901), SetScore{kHome, 20, std::nullopt});

    match.give(at(902), NextPeriod{});
    match.give(at(903), NextPeriod{});

    EXPECT_EQ(score(match.state(), kHome), 20);
}

TEST(ScorePartTest, PointsCountBeforeTheClockWasEverStarted)
{
    TestMatch match;

    match.give(at(1), AddScore{kHome, 2});

    EXPECT_EQ(match.line(at(1)).home.score, 2);
}

TEST(ScorePartTest, IsRefusedNotClampedOutsideItsRange)
{
    struct Row {
        int before;
        int points;
    };
    const Row rows[] = {{0, -1},         {3, -4},          {999, 1}, {998, 2}, {5, 0}, {0, -2147483647 - 1},
                        {0, 2147483647}, {999, 2147483647}};
    for (const Row& row : rows) {
        TestMatch match;
        match.give(at(1), SetScore{kHome, row.before, std::nullopt});

        const Outcome outcome = match.give(at(2), AddScore{kHome, row.points});

        EXPECT_EQ(outcome.reason, Reason::kOutOfRange) << row.before << " + " << row.points;
        EXPECT_EQ(score(match.state(), kHome), row.before);
    }
}

TEST(ScorePartTest, TheRangeHoldsForTheWholeScoreInWhateverPeriodItIsBooked)
{
    TestMatch match = in_second_period();
    match.see(PeriodPhase{3, Phase::kPlay});
    match.give(at(900), AddScore{kHome, -8});
    match.see(kFirst);

    EXPECT_EQ(match.give(at(901), AddScore{kHome, -3}).reason, Reason::kOutOfRange);
    EXPECT_TRUE(match.give(at(902), AddScore{kHome, -2}).applied);
}

TEST(ScorePartTest, APeriodThatCannotBeIsRefused)
{
    for (const int period : {0, -1, 65, 2147483647, -2147483647 - 1}) {
        TestMatch match;
        match.see(PeriodPhase{period, Phase::kPlay});

        EXPECT_EQ(match.give(at(1), AddScore{kHome, 2}).reason, Reason::kOutOfRange) << period;
        EXPECT_EQ(match.give(at(2), SetScore{kHome, 2, std::nullopt}).reason, Reason::kOutOfRange) << period;
    }
}

TEST(ScorePartTest, SettingAScoreMakesItThatNumber)
{
    TestMatch match = in_second_period();

    match.give(at(900), SetScore{kHome, 54, std::nullopt});

    EXPECT_EQ(match.line(at(901)).home.score, 54);
    EXPECT_EQ(match.state().home.points, (std::vector<int>{10, 44}));
    EXPECT_EQ(match.give(at(901), SetScore{kHome, -1, std::nullopt}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(902), SetScore{kHome, 1000, std::nullopt}).reason, Reason::kOutOfRange);
}

TEST(ScorePartTest, SettingAScoreThatSomebodyElseChangedSinceIsRefused)
{
    TestMatch match;
    match.give(at(1), AddScore{kHome, 2});
    const CommandId seen = match.last();
    match.give(at(2), AddScore{kHome, 3}, std::nullopt, support::kOtherTablet);

    const Outcome outcome = match.give(at(3), SetScore{kHome, 4, seen});

    EXPECT_EQ(outcome.reason, Reason::kDepends);
    EXPECT_NE(outcome.text.find("5"), std::string::npos) << outcome.text;
    EXPECT_TRUE(match.give(at(4), SetScore{kHome, 4, match.state().home.score_version}).applied);
}

} // namespace
} // namespace scoreboard::match
