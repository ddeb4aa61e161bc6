#include "match/parts/offers.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::summary;
using support::TestMatch;

constexpr StartClock kStart{ClockId::kGame};
constexpr StopClock kStop{ClockId::kGame};

Verdict held(Effect effect, BoardTime when, std::optional<Duration> offered = std::nullopt)
{
    Verdict verdict;
    verdict.effect = effect;
    verdict.at = when;
    verdict.reason = VerdictReason::kHeld;
    verdict.offered = offered;
    return verdict;
}

// 10:00 and 24 started at 100; STOP tapped at 140, arrived at 180: 9:20 is offered.
TestMatch with_held_stop()
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(130), ResetShotClock{24s});
    match.give(at(150), kStop, held(Effect::kNow, at(150), 560s));
    return match;
}

TEST(OffersPartTest, AHeldStopStopsAtItsArrivalAndOffersTheTap)
{
    const TestMatch match = with_held_stop();

    EXPECT_EQ(summary(match.line(at(190))), "Q1 9:10 0:0 fouls 0:0 time-outs 2:2 shot 4.0");
    ASSERT_EQ(match.state().offers.size(), 1U);
    EXPECT_EQ(match.state().offers[0].at, at(140));
    EXPECT_EQ(match.state().offers[0].value, 560s);
    EXPECT_EQ(match.state().offers[0].shot, 14s);
}

TEST(OffersPartTest, AcceptPutsGameAndShotClockBackToTheTap)
{
    TestMatch match = with_held_stop();

    const Outcome outcome = match.give(at(200), AcceptOffer{match.state().offers[0].id});

    EXPECT_TRUE(outcome.applied);
    EXPECT_EQ(summary(match.line(at(210))), "Q1 9:20 0:0 fouls 0:0 time-outs 2:2 shot 14");
    EXPECT_TRUE(match.state().offers.empty());
}

TEST(OffersPartTest, AcceptLeavesAShotClockThatWasResetSince)
{
    TestMatch match = with_held_stop();
    match.give(at(190), ResetShotClock{14s});

    match.give(at(200), AcceptOffer{match.state().offers[0].id});

    EXPECT_EQ(summary(match.line(at(210))), "Q1 9:20 0:0 fouls 0:0 time-outs 2:2 shot 14");
}

TEST(OffersPartTest, AcceptOfAHeldStartRunsTheClocksAsFromTheTap)
{
    TestMatch match;
    match.give(at(50), ResetShotClock{24s});
    match.give(at(110), kStart, held(Effect::kNone, at(100)));
    EXPECT_FALSE(runs(match.state(), ClockId::kGame, at(111)));
    ASSERT_EQ(match.state().offers.size(), 1U);

    match.give(at(115), AcceptOffer{match.state().offers[0].id});

    EXPECT_EQ(summary(match.line(at(120))), "Q1 9:40 run 0:0 fouls 0:0 time-outs 2:2 shot 4.0 run");
}

TEST(OffersPartTest, AcceptOfAHeldResetCorrectsTheRunThatItBegan)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(100), ResetShotClock{24s});
    match.give(at(112), ResetShotClock{24s}, held(Effect::kNow, at(112), 14s)); // tapped 10 s earlier
    EXPECT_EQ(value_at(match.state(), ClockId::kShot, at(113)), 23s);

    match.give(at(114), AcceptOffer{match.state().offers[0].id});

    EXPECT_EQ(value_at(match.state(), ClockId::kShot, at(115)), 11s);
}

TEST(OffersPartTest, AcceptOfAHeldShotClockRunStartsItAsFromTheTap)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(100), ResetShotClock{24s});
    match.give(at(110), StopClock{ClockId::kShot});
    match.give(at(125), StartClock{ClockId::kShot}, held(Effect::kNone, at(120)));

    match.give(at(126), AcceptOffer{match.state().offers[0].id});

    EXPECT_EQ(value_at(match.state(), ClockId::kShot, at(127)), 7s);
}

TEST(OffersPartTest, StartSetAndPeriodEndAnOffer)
{
    const Command enders[] = {kStart, SetClock{ClockId::kGame, 500s}, NextPeriod{}};
    for (const Command& ender : enders) {
        TestMatch match = with_held_stop();
        const CommandId offer = match.state().offers[0].id;

        match.give(at(195), ender);

        EXPECT_TRUE(match.state().offers.empty()) << describe(ender);
        EXPECT_EQ(match.give(at(200), AcceptOffer{offer}).reason, Reason::kNoOffer) << describe(ender);
    }
}

TEST(OffersPartTest, AcceptWithoutAnOfferIsRefused)
{
    TestMatch match;

    EXPECT_EQ(match.give(at(5), AcceptOffer{}).reason, Reason::kNoOffer);
}

TEST(OffersPartTest, AHeldStopTooOldForAValueOffersNothing)
{
    TestMatch match;
    match.give(at(100), kStart);

    match.give(at(300), kStop, held(Effect::kNow, at(300)));

    EXPECT_TRUE(match.state().offers.empty());
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(310)), 400s);
}

TEST(OffersPartTest, TheStopOfAHeldStartTakesItsOfferAway)
{
    TestMatch match;
    match.give(at(110), kStart, held(Effect::kNone, at(100)));
    Verdict stop = held(Effect::kNone, at(108), 592s);
    stop.book_start = match.last();

    match.give(at(111), kStop, stop);

    ASSERT_EQ(match.state().offers.size(), 1U);
    EXPECT_EQ(match.state().offers[0].value, 592s);
    EXPECT_FALSE(match.state().offers[0].start);
}

TEST(OffersPartTest, OffersAreBounded)
{
    TestMatch match;
    for (int i = 0; i < 40; ++i) {
        match.give(at(100 + i), kStart, held(Effect::kNone, at(50)));
    }

    EXPECT_EQ(match.state().offers.size(), 8U);
    EXPECT_EQ(match.state().offers.back().since, at(139));
}

TEST(OffersPartTest, UndoOfAnAcceptBringsTheOfferBack)
{
    TestMatch match = with_held_stop();
    const MatchState before = match.state();
    match.give(at(200), AcceptOffer{match.state().offers[0].id});

    match.give(at(201), Undo{match.last()});

    EXPECT_EQ(match.state(), before);
}

} // namespace
} // namespace scoreboard::match
