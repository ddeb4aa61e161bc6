#include "core/board_boot.h"

#include <gtest/gtest.h>

#include "core/heart.h"
#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;
using match::ClockId;

constexpr match::BoardTime kPowerBack{7s}; // another boot counts from another moment

// The heartbeat of a service whose clock has run for `ran`.
Heartbeat beat_after(const MatchService& service, match::Duration ran)
{
    Heart heart;
    EXPECT_FALSE(heart.poll(service, kStart));
    return heart.poll(service, kStart + ran).value_or(Heartbeat{});
}

match::BoardBoot boot_of(const MatchService& before, std::optional<Heartbeat> newest)
{
    return board_boot_after(before.timeline(), newest);
}

TEST(BoardBootTest, StandsEveryClockAtTheLastHeartbeat)
{
    MatchService before = playing_service();
    give(before, tap(kAnna, 1, match::ResetShotClock{24s}, kStart), kStart);
    commit_all(before);
    const match::Duration length = before.ruleset().periods.length;

    const match::BoardBoot boot = boot_of(before, beat_after(before, 17s));

    EXPECT_EQ(boot.game_value, length - 17s);
    EXPECT_EQ(boot.shot_value, 7s);
    EXPECT_TRUE(boot.clock_ran);
}

TEST(BoardBootTest, StandsEveryClockAtTheLastClockEntryWithoutAHeartbeat)
{
    const MatchService before = playing_service();

    const match::BoardBoot boot = boot_of(before, std::nullopt);

    EXPECT_EQ(boot.game_value, before.ruleset().periods.length);
    EXPECT_TRUE(boot.clock_ran);
}

TEST(BoardBootTest, PassesOverAHeartbeatFromBeforeTheLastClockEntry)
{
    MatchService before = playing_service();
    const Heartbeat old = beat_after(before, 17s);
    give(before, tap(kAnna, 1, match::SetClock{ClockId::kGame, 100s}, kStart + 18s), kStart + 18s);
    commit_all(before);

    EXPECT_EQ(boot_of(before, old).game_value, 100s);
}

TEST(BoardBootTest, PassesOverAHeartbeatOfAnotherLog)
{
    MatchService other(options(), empty_log(), Now{kStart, kWall + 1});
    give(other, tap(kBert, 1, match::StartClock{ClockId::kGame}));
    commit_all(other);
    const MatchService before = playing_service();

    EXPECT_EQ(boot_of(before, beat_after(other, 17s)).game_value, before.ruleset().periods.length);
}

TEST(BoardBootTest, KnowsThatTheClockHadRunOut)
{
    MatchService before = playing_service();
    give(before, tap(kAnna, 1, match::SetClock{ClockId::kGame, 500ms}), kStart);
    commit_all(before);

    const match::BoardBoot boot = boot_of(before, beat_after(before, 500ms));

    EXPECT_EQ(boot.game_value, 0s);
    EXPECT_FALSE(boot.clock_ran);
}

TEST(BoardBootTest, SaysThatNothingRanWhenTheClockStood)
{
    MatchService before = playing_service();
    give(before, tap(kAnna, 1, match::StopClock{ClockId::kGame}, kStart + 5s), kStart + 5s);
    commit_all(before);

    EXPECT_FALSE(boot_of(before, std::nullopt).clock_ran);
}

TEST(BoardBootTest, LeavesTheQuestionOpenThroughASecondCut)
{
    const MatchService before = playing_service();
    MatchService::Options first = options(kNextBoot);
    first.heartbeat = beat_after(before, 17s);
    MatchService between(first, log_of(before.timeline().entries()), Now{kPowerBack, kWall});
    give(between, tap(kAnna, 1, match::AddScore{match::Side::kHome, 2}), kPowerBack + 5s);
    commit_all(between);

    const match::BoardBoot boot = boot_of(between, first.heartbeat);

    EXPECT_EQ(boot.game_value, before.ruleset().periods.length - 17s);
    EXPECT_TRUE(boot.clock_ran);
}

} // namespace
} // namespace scoreboard::core
