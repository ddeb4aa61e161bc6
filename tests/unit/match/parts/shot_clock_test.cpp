#include "match/parts/shot_clock.h"

#include <gtest/gtest.h>

#include "support/shot_clock.h"
#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::kHold;
using support::kRun;
using support::kStart;
using support::kStop;
using support::shot;
using support::TestMatch;

struct Step {
    Command command;
    const char* expected; // just after it
};

TEST(ShotClockPartTest, GoesThroughItsThreeStates)
{
    const Step steps[] = {
        {ResetShotClock{24s}, "24"}, // the game clock stands
        {kStart, "24 run"},
        {ResetShotClock{14s}, "14 run"},
        {kHold, "13"},
        {ResetShotClock{24s}, "24 run"}, // a reset runs again, whatever was before
        {kHold, "23"},
        {kRun, "23 run"},
        {BlankShotClock{}, "blank"},
        {kRun, "24 run"}, // "run" ends blank too
        {BlankShotClock{}, "blank"},
        {kHold, "24"}, // stopped and visible
        {BlankShotClock{}, "blank"},
        {ResetShotClock{14s}, "14 run"},
        {kStop, "13"},
        {kRun, "13"}, // it waits for the game clock
        {kStart, "13 run"},
        {SetClock{ClockId::kShot, 7s}, "7 run"},
    };
    TestMatch match;
    double now = 100;
    for (const Step& step : steps) {
        ASSERT_TRUE(match.give(at(now), step.command).applied) << describe(step.command);
        ASSERT_EQ(shot(match, now), step.expected) << describe(step.command) << " at " << now;
        now += 1;
    }
}

TEST(ShotClockPartTest, RunOfARunningShotClockIsRefused)
{
    TestMatch match;
    match.give(at(1), ResetShotClock{24s});
    match.give(at(2), kStart);

    EXPECT_EQ(match.give(at(3), kRun).reason, Reason::kAlreadyRunning);
}

TEST(ShotClockPartTest, StaysBlankOrHeldWhenTheGameClockStarts)
{
    TestMatch blank;
    blank.give(at(1), kStart);
    EXPECT_EQ(shot(blank, 5), "blank");

    TestMatch held;
    held.give(at(1), kHold);
    held.give(at(2), kStart);
    EXPECT_EQ(shot(held, 5), "24");
}

TEST(ShotClockPartTest, StandsWhenTheGameClockRunsOut)
{
    Ruleset lit = support::basketball();
    lit.shot_clock->off_at_end = false;
    TestMatch match(lit);
    match.give(at(1), SetClock{ClockId::kGame, 10s});
    match.give(at(2), ResetShotClock{24s});
    match.give(at(3), kStart);

    EXPECT_EQ(shot(match, 13), "14");
    EXPECT_EQ(shot(match, 30), "14");
    match.give(at(31), ResetShotClock{24s});
    EXPECT_EQ(shot(match, 40), "24");
}

TEST(ShotClockPartTest, StandsAtZeroUntilItIsSetAgain)
{
    TestMatch match;
    match.give(at(1), ResetShotClock{14s});
    match.give(at(2), kStart);

    EXPECT_EQ(shot(match, 16), "0.0");
    match.give(at(17), kStop);
    match.give(at(18), kStart);
    EXPECT_EQ(shot(match, 19), "0.0");
    match.give(at(20), ResetShotClock{24s});
    EXPECT_EQ(shot(match, 21), "23 run");
}

TEST(ShotClockPartTest, ValuesThatItCannotShowAreRefused)
{
    TestMatch match;

    EXPECT_EQ(match.give(at(1), ResetShotClock{25s}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(2), ResetShotClock{0s}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(3), ResetShotClock{-1s}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(4), SetClock{ClockId::kShot, 24001ms}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(5), SetClock{ClockId::kShot, -1ms}).reason, Reason::kOutOfRange);
    EXPECT_TRUE(match.give(at(6), SetClock{ClockId::kShot, 0ms}).applied);
}

TEST(ShotClockPartTest, AWrongResetIsTakenBackAsIfItHadNeverBeen)
{
    TestMatch match;
    match.give(at(1), ResetShotClock{24s});
    match.give(at(2), kStart);
    match.give(at(10), ResetShotClock{24s});

    match.give(at(11), Undo{match.last()});

    EXPECT_EQ(shot(match, 12), "14 run");
}

} // namespace
} // namespace scoreboard::match
