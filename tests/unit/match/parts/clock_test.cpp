#include "match/parts/clock.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::counts_at;
using support::summary;
using support::TestMatch;

constexpr StartClock kStart{ClockId::kGame};
constexpr StopClock kStop{ClockId::kGame};

TEST(ClockPartTest, CountsDownFromTheMomentItWasStarted)
{
    TestMatch match;
    match.give(at(100), kStart);

    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(100)), 600s);
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(107.7)), 592300ms);
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(99)), 600s); // never more than it was set to
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(900)), 0s);
}

TEST(ClockPartTest, RunsUntilItReachesZeroAndStandsThere)
{
    TestMatch match;
    match.give(at(100), kStart);

    EXPECT_TRUE(runs(match.state(), ClockId::kGame, at(699.9)));
    EXPECT_FALSE(runs(match.state(), ClockId::kGame, at(700)));
    EXPECT_EQ(match.state().at, (PeriodPhase{1, Phase::kPlay}));
}

TEST(ClockPartTest, ADelayedStopPutsGameAndShotClockBackToTheTap)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(100), ResetShotClock{24s});

    match.give(at(116), kStop, counts_at(at(108)));

    EXPECT_EQ(summary(match.line(at(120))), "Q1 9:52 0:0 fouls 0:0 time-outs 2:2 shot 16");
}

TEST(ClockPartTest, ADelayedStopLeavesAShotClockThatWasResetSince)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(110), ResetShotClock{14s});

    match.give(at(116), kStop, counts_at(at(108)));

    EXPECT_EQ(summary(match.line(at(120))), "Q1 9:52 0:0 fouls 0:0 time-outs 2:2 shot 14");
}

TEST(ClockPartTest, OfTwoStopsOfOneRunTheEarlierCounts)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(110), kStop);

    match.give(at(116), kStop, counts_at(at(108)));

    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(120)), 592s);
}

TEST(ClockPartTest, UndoingAStopLetsTheClockHaveRunOn)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(110), kStop);
    const CommandId stop = match.last();

    match.give(at(115), Undo{stop});

    EXPECT_TRUE(runs(match.state(), ClockId::kGame, at(120)));
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(120)), 580s);
}

TEST(ClockPartTest, UndoingAStartRewindsTheClock)
{
    TestMatch match;
    match.give(at(100), kStart);
    const CommandId start = match.last();

    match.give(at(110), Undo{start});

    EXPECT_EQ(summary(match.line(at(120))), "PRE-GAME 10:00 0:0 fouls 0:0 time-outs 2:2");
}

TEST(ClockPartTest, SettingARunningClockLetsItRunOnFromThere)
{
    TestMatch match;
    match.give(at(100), kStart);

    match.give(at(110), SetClock{ClockId::kGame, 300s});

    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(111)), 299s);
}

TEST(ClockPartTest, SettingAClockThatHasRunOutDoesNotStartIt)
{
    TestMatch match;
    match.give(at(100), kStart);

    match.give(at(800), SetClock{ClockId::kGame, 5s});

    EXPECT_FALSE(runs(match.state(), ClockId::kGame, at(801)));
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(803)), 5s);
}

TEST(ClockPartTest, ClockCannotBeSetBeyondThePeriodItBelongsTo)
{
    TestMatch match;

    EXPECT_EQ(match.give(at(1), SetClock{ClockId::kGame, 601s}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(2), SetClock{ClockId::kGame, -1us}).reason, Reason::kOutOfRange);
    EXPECT_TRUE(match.give(at(3), SetClock{ClockId::kGame, 600s}).applied);
}

TEST(ClockPartTest, AStopIsRecordedEvenIfTheClockStands)
{
    TestMatch match;
    const MatchState before = match.state();

    EXPECT_TRUE(match.give(at(5), kStop).applied);
    EXPECT_EQ(match.state(), before);
}

TEST(ClockPartTest, ABookedRunTakesWhatRanOffBothClocks)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(100), ResetShotClock{24s});
    match.give(at(110), kStop);
    Verdict verdict;
    verdict.effect = Effect::kBook;
    verdict.book_start = CommandId{support::writer(9), 1};
    verdict.book_from = at(120);
    verdict.book_to = at(125);

    match.give(at(140), kStop, verdict);

    EXPECT_EQ(summary(match.line(at(141))), "Q1 9:45 0:0 fouls 0:0 time-outs 2:2 shot 9");
}

TEST(ClockPartTest, ABookedRunBeginsAMatchThatHadNotBegun)
{
    TestMatch match;
    Verdict verdict;
    verdict.effect = Effect::kBook;
    verdict.book_from = at(120);
    verdict.book_to = at(125);

    match.give(at(140), kStop, verdict);

    EXPECT_EQ(summary(match.line(at(141))), "Q1 9:55 0:0 fouls 0:0 time-outs 2:2");
}

TEST(ClockPartTest, AfterARestartOfTheBoardEveryClockStandsWhereItWasTold)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(100), ResetShotClock{24s});
    match.give(at(105), SoundHorn{});

    match.give(at(3), BoardBoot{590s, 14s}, std::nullopt, support::kBoardWriter);

    EXPECT_EQ(summary(match.line(at(500))), "Q1 9:50 0:0 fouls 0:0 time-outs 2:2 shot 14");
    EXPECT_FALSE(match.line(at(3)).horn);
    EXPECT_TRUE(match.give(at(4), kStart).applied);
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(5)), 589s);
}

TEST(ClockPartTest, UndoingAStopOfAnEarlierBootRunsNothingNow)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(110), kStop);
    const CommandId stop = match.last();
    match.give(at(3), BoardBoot{590s, 24s}, std::nullopt, support::kBoardWriter);

    match.give(at(5), Undo{stop});

    EXPECT_FALSE(runs(match.state(), ClockId::kGame, at(6)));
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(6)), 590s);
}

} // namespace
} // namespace scoreboard::match
