#pragma once

#include <gtest/gtest.h>

#include "core/clock_judge.h"
#include "support/test_match.h"

// A match under the judge, for tests of when delayed clock commands count. Everything is in seconds of the
// board's time line.
namespace scoreboard::core {

using namespace std::chrono_literals;
using match::AcceptOffer;
using match::BlankShotClock;
using match::ClockId;
using match::Duration;
using match::Effect;
using match::NextPeriod;
using match::Outcome;
using match::ResetShotClock;
using match::SetClock;
using match::StartClock;
using match::StartTimeout;
using match::StopClock;
using match::Verdict;
using match::VerdictReason;
using support::at;
using support::TestMatch;

inline constexpr StartClock kStart{ClockId::kGame};
inline constexpr StopClock kStop{ClockId::kGame};
inline constexpr StartClock kRunShot{ClockId::kShot};
inline constexpr StopClock kHoldShot{ClockId::kShot};
inline constexpr Duration kSample = 2ms;

inline TapClaim tapped(double when, Duration uncertainty = kSample)
{
    TapClaim claim;
    claim.at = at(when);
    claim.uncertainty = uncertainty;
    return claim;
}

inline TapClaim unsynced(Duration age)
{
    TapClaim claim;
    claim.age = age;
    return claim;
}

inline TapClaim before_floor(double floor, Duration distance)
{
    TapClaim claim = tapped(floor);
    claim.before_floor = distance;
    return claim;
}

// A match under the judge: a late command is judged, recorded with its verdict, and folded.
struct Desk {
    TestMatch match;
    Outcome outcome = {};

    void give(double when, match::Command command) { match.give(at(when), std::move(command)); }

    Verdict judge(double now, match::Command command, const TapClaim& claim,
                  std::uint8_t by = support::kTablet)
    {
        match::Entry entry = match.next(at(now), std::move(command), std::nullopt, by);
        const ClockJudgement judgement = judge_clock(match.timeline(), entry, claim);
        EXPECT_TRUE(judgement.verdict.has_value()) << judgement.refusal.text;
        entry.verdict = judgement.verdict;
        outcome = match.give(entry);
        return judgement.verdict.value_or(Verdict{});
    }
    Outcome refusal(double now, match::Command command, const TapClaim& claim)
    {
        const ClockJudgement judgement =
            judge_clock(match.timeline(), match.next(at(now), std::move(command)), claim);
        EXPECT_FALSE(judgement.verdict.has_value());
        return judgement.refusal;
    }

    Duration game(double when) const { return value_at(match.state(), ClockId::kGame, at(when)); }
    Duration shot(double when) const { return value_at(match.state(), ClockId::kShot, at(when)); }
    bool runs(double when) const { return match::runs(match.state(), ClockId::kGame, at(when)); }
};

// 10:00 was started at 100, the shot clock shows 24 from then on.
inline Desk running_desk()
{
    Desk desk;
    desk.give(90, ResetShotClock{24s});
    desk.give(100, kStart);
    return desk;
}

inline void expect(const Verdict& verdict, Effect effect, double when, VerdictReason reason)
{
    EXPECT_EQ(verdict.effect, effect);
    EXPECT_EQ(verdict.at, at(when)) << (verdict.at - at(when)).count() << " us away";
    EXPECT_EQ(verdict.reason, reason);
}

} // namespace scoreboard::core
