#include "core/heart.h"

#include <gtest/gtest.h>

#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;
using match::ClockId;

// Every heartbeat until `end`, by a driver that asks at each deadline and not in between.
std::vector<Heartbeat> beats_until(Heart& heart, const MatchService& service, match::BoardTime from,
                                   match::BoardTime end)
{
    std::vector<Heartbeat> beats;
    for (std::optional<match::BoardTime> at = from; at && *at <= end; at = heart.next_deadline()) {
        if (const auto beat = heart.poll(service, *at)) {
            beats.push_back(*beat);
        }
    }
    return beats;
}

TEST(HeartTest, BeatsEverySecondWhileTheClockRuns)
{
    const MatchService service = playing_service();
    const match::Duration length = service.ruleset().periods.length;
    Heart heart;

    const auto beats = beats_until(heart, service, kStart, kStart + 3500ms);

    ASSERT_EQ(beats.size(), 3U);
    EXPECT_EQ(beats[0].game_value, length - 1s);
    EXPECT_EQ(beats[2].game_value, length - 3s);
    EXPECT_EQ(beats[2].clock_rev, 2U) << "the START";
    EXPECT_EQ(beats[2].clock_chain, service.entry(2)->chain);
}

TEST(HeartTest, IsSilentWhileTheClockStands)
{
    MatchService service(options(), empty_log(), Now{kStart, kWall});
    commit_all(service);
    Heart heart;

    EXPECT_TRUE(beats_until(heart, service, kStart, kStart + 10s).empty());
    EXPECT_EQ(heart.next_deadline(), std::nullopt);
}

TEST(HeartTest, EndsWithTheStop)
{
    MatchService service = playing_service();
    Heart heart;
    beats_until(heart, service, kStart, kStart + 2s);
    give(service, tap(kAnna, 1, match::StopClock{ClockId::kGame}, kStart + 2500ms), kStart + 2500ms);
    commit_all(service);

    EXPECT_TRUE(beats_until(heart, service, kStart + 2500ms, kStart + 20s).empty());
}

TEST(HeartTest, SaysOnceThatTheClockHasRunOut)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, match::SetClock{ClockId::kGame, 1500ms}), kStart);
    commit_all(service);
    Heart heart;

    const auto beats = beats_until(heart, service, kStart, kStart + 20s);

    ASSERT_EQ(beats.size(), 2U);
    EXPECT_EQ(beats[0].game_value, 500ms);
    EXPECT_EQ(beats[1].game_value, 0ms);
}

TEST(HeartTest, TellsOfWhatIsCommittedOnly)
{
    MatchService service = playing_service();
    const match::Duration length = service.ruleset().periods.length;
    Heart heart;
    beats_until(heart, service, kStart, kStart);
    give(service, tap(kAnna, 1, match::SetClock{ClockId::kGame, 100s}, kStart + 500ms), kStart + 500ms);

    const auto before = beats_until(heart, service, kStart + 1s, kStart + 1s);
    commit_all(service);
    const auto after = beats_until(heart, service, kStart + 1s, kStart + 2s);

    ASSERT_EQ(before.size(), 1U);
    EXPECT_EQ(before[0].game_value, length - 1s);
    EXPECT_EQ(before[0].clock_rev, 2U);
    ASSERT_EQ(after.size(), 1U);
    EXPECT_EQ(after[0].game_value, 99s);
    EXPECT_EQ(after[0].clock_rev, 3U);
}

TEST(HeartTest, PassesOverEntriesThatMoveNoClock)
{
    MatchService service = playing_service();
    Heart heart;
    beats_until(heart, service, kStart, kStart);
    give(service, tap(kAnna, 1, match::AddScore{match::Side::kHome, 2}), kStart + 700ms);
    give(service, tap(kAnna, 2, match::Undo{{kAnna, 1}}), kStart + 800ms);
    commit_all(service);

    const auto beats = beats_until(heart, service, kStart + 900ms, kStart + 1s);

    ASSERT_EQ(beats.size(), 1U) << "a point does not put the beat off";
    EXPECT_EQ(beats[0].clock_rev, 2U);
}

TEST(HeartTest, BeatsAtOnceWhenTheDaemonIsStartedAgainWhileTheClockRuns)
{
    const MatchService service = playing_service();
    Heart heart;

    const auto beat = heart.poll(service, kStart + 40s);

    ASSERT_TRUE(beat);
    EXPECT_EQ(beat->game_value, service.ruleset().periods.length - 40s);
    EXPECT_EQ(heart.next_deadline(), kStart + 41s);
}

TEST(HeartTest, WaitsForTheBootToBeCommitted)
{
    const MatchService before = playing_service();
    const MatchService booting(options(kNextBoot), log_of(before.timeline().entries()), Now{kStart, kWall});
    Heart heart;

    EXPECT_TRUE(beats_until(heart, booting, kStart + 5s, kStart + 20s).empty());
}

} // namespace
} // namespace scoreboard::core
