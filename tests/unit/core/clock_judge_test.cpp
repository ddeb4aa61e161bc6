// When a delayed clock command counts, rule by rule: the numbers are those of protocol/README.md, "Clock
// commands count from the tap". Everything is in seconds of the board's time line.
#include "core/clock_judge.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::core {
namespace {

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

constexpr StartClock kStart{ClockId::kGame};
constexpr StopClock kStop{ClockId::kGame};
constexpr StartClock kRunShot{ClockId::kShot};
constexpr StopClock kHoldShot{ClockId::kShot};
constexpr Duration kSample = 2ms;

TapClaim tapped(double when, Duration uncertainty = kSample)
{
    TapClaim claim;
    claim.at = at(when);
    claim.uncertainty = uncertainty;
    return claim;
}

TapClaim unsynced(Duration age)
{
    TapClaim claim;
    claim.age = age;
    return claim;
}

TapClaim before_floor(double floor, Duration distance)
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
Desk running_desk()
{
    Desk desk;
    desk.give(90, ResetShotClock{24s});
    desk.give(100, kStart);
    return desk;
}

void expect(const Verdict& verdict, Effect effect, double when, VerdictReason reason)
{
    EXPECT_EQ(verdict.effect, effect);
    EXPECT_EQ(verdict.at, at(when)) << (verdict.at - at(when)).count() << " us away";
    EXPECT_EQ(verdict.reason, reason);
}

TEST(ClockJudgeTest, TheExampleOfTheSpecification)
{
    Desk desk;
    desk.give(990, SetClock{ClockId::kGame, 320s});
    desk.give(1000, kStart);

    const Verdict verdict = desk.judge(1016.020, kStop, tapped(1007.702));

    expect(verdict, Effect::kAt, 1007.702, VerdictReason::kLate);
    EXPECT_EQ(desk.game(1020), 312298ms); // 5:12.298
}

TEST(ClockJudgeTest, AStopThatCameAtOnceCountsFromTheTapInTime)
{
    Desk desk = running_desk();

    expect(desk.judge(110.04, kStop, tapped(110)), Effect::kAt, 110, VerdictReason::kInTime);
    EXPECT_EQ(desk.game(120), 590s);
}

TEST(ClockJudgeTest, Stop1ATapAheadOfItsArrivalCountsAtItsArrival)
{
    Desk desk = running_desk();

    expect(desk.judge(110, kStop, tapped(110.5)), Effect::kAt, 110, VerdictReason::kInTime);
}

TEST(ClockJudgeTest, Stop1ATapBeforeItsFloorIsClampedAndFarBeforeItOnlyAnOffer)
{
    struct Row {
        Duration distance;
        Effect effect;
        VerdictReason reason;
        std::optional<Duration> offered;
    };
    const Row rows[] = {
        {1ms, Effect::kAt, VerdictReason::kClamped, std::nullopt},
        {2000ms, Effect::kAt, VerdictReason::kClamped, std::nullopt},
        {2001ms, Effect::kNone, VerdictReason::kHeld, 595s},
    };
    for (const Row& row : rows) {
        Desk desk = running_desk();

        const Verdict verdict = desk.judge(110, kStop, before_floor(105, row.distance));

        EXPECT_EQ(verdict.effect, row.effect) << row.distance.count();
        EXPECT_EQ(verdict.reason, row.reason) << row.distance.count();
        EXPECT_EQ(verdict.offered, row.offered) << row.distance.count();
        EXPECT_EQ(desk.runs(111), row.effect == Effect::kNone);
    }
}

TEST(ClockJudgeTest, Stop1WithoutAGoodSampleCountsAtArrivalIfYoungElseIsHeld)
{
    struct Row {
        const char* name;
        TapClaim claim;
        Effect effect;
        VerdictReason reason;
        std::optional<Duration> offered;
    };
    TapClaim vague_young = tapped(109, 151ms);
    vague_young.age = 1s;
    TapClaim vague_old = tapped(105, 151ms);
    vague_old.age = 5s;
    const Row rows[] = {
        {"no sample, young", unsynced(1999ms), Effect::kNow, VerdictReason::kUnsynced, std::nullopt},
        {"no sample, old", unsynced(2s), Effect::kNow, VerdictReason::kHeld, 592s},
        {"u > u_max, young", vague_young, Effect::kNow, VerdictReason::kUnsynced, std::nullopt},
        {"u > u_max, old", vague_old, Effect::kNow, VerdictReason::kHeld, 595s},
        {"u = u_max", tapped(105, 150ms), Effect::kAt, VerdictReason::kLate, std::nullopt},
    };
    for (const Row& row : rows) {
        Desk desk = running_desk();

        const Verdict verdict = desk.judge(110, kStop, row.claim);

        EXPECT_EQ(verdict.effect, row.effect) << row.name;
        EXPECT_EQ(verdict.reason, row.reason) << row.name;
        EXPECT_EQ(verdict.offered, row.offered) << row.name;
        EXPECT_FALSE(desk.runs(111)) << row.name;
    }
}

TEST(ClockJudgeTest, Stop2OfAClockThatStoodAtTheTapDoesNothingAndLeavesALaterRunAlone)
{
    Desk desk = running_desk();
    desk.give(105, kStop);
    desk.give(110, kStart);

    const Verdict verdict = desk.judge(112, kStop, tapped(107));

    EXPECT_EQ(verdict.effect, Effect::kNone);
    EXPECT_EQ(verdict.offered, std::nullopt);
    EXPECT_TRUE(desk.outcome.applied);
    EXPECT_TRUE(desk.runs(113));
}

TEST(ClockJudgeTest, Stop2ATapWithinItsUncertaintyBeforeARunCountsAtItsStart)
{
    Desk desk = running_desk();

    const Verdict verdict = desk.judge(101, kStop, tapped(99.9, 120ms));

    expect(verdict, Effect::kAt, 100, VerdictReason::kLate);
    EXPECT_EQ(desk.game(105), 600s);
}

struct HeldPair {
    const char* name;
    double e1;
    double e2;
    double now;
    Effect effect;
    std::optional<Duration> offered;
};

TEST(ClockJudgeTest, Stop2BooksAHeldStartWithItsStop)
{
    const HeldPair rows[] = {
        {"both within the outage", 200, 207.5, 220, Effect::kBook, std::nullopt},
        {"as long as B_auto", 200, 230, 240, Effect::kBook, std::nullopt},
        {"longer than B_auto", 200, 230.1, 240, Effect::kNone, 559900ms},
        {"as old as B_max", 200, 207, 320, Effect::kBook, std::nullopt},
        {"older than B_max", 200, 207, 320.1, Effect::kNone, 583s},
    };
    for (const HeldPair& row : rows) {
        Desk desk = running_desk();
        desk.give(110, kStop); // 9:50
        desk.judge(row.now, kStart, tapped(row.e1));
        ASSERT_FALSE(desk.runs(row.now)) << row.name;

        const Verdict verdict = desk.judge(row.now, kStop, tapped(row.e2));

        EXPECT_EQ(verdict.effect, row.effect) << row.name;
        EXPECT_EQ(verdict.offered, row.offered) << row.name;
        const Duration ran = row.effect == Effect::kBook ? at(row.e2) - at(row.e1) : 0s;
        EXPECT_EQ(desk.game(400), 590s - ran) << row.name;
        EXPECT_EQ(desk.match.state().offers.size(), row.offered ? 1U : 0U) << row.name;
    }
}

TEST(ClockJudgeTest, Stop2DoesNotBookAcrossAnotherEntryOfTheClock)
{
    const match::Command between[] = {SetClock{ClockId::kGame, 300s}, StartTimeout{match::Side::kHome},
                                      kStop};
    for (const match::Command& command : between) {
        Desk desk = running_desk();
        desk.give(110, kStop);
        desk.give(205, command);
        desk.judge(220, kStart, tapped(200));

        const Verdict verdict = desk.judge(220, kStop, tapped(207));

        EXPECT_EQ(verdict.effect, Effect::kNone) << describe(command);
        EXPECT_EQ(verdict.reason, VerdictReason::kHeld) << describe(command);
        EXPECT_TRUE(verdict.offered.has_value()) << describe(command);
    }
}

TEST(ClockJudgeTest, Stop2BooksOnlyTheOwnStartAndOnlyOneThatIsStillOnOffer)
{
    Desk desk = running_desk();
    desk.give(110, kStop);
    desk.judge(220, kStart, tapped(200));
    const match::CommandId start = desk.match.last();

    EXPECT_EQ(desk.judge(221, kStop, tapped(207), support::kOtherTablet).effect, Effect::kNone);
    desk.match.give(at(222), match::Undo{start});
    EXPECT_EQ(desk.judge(223, kStop, tapped(207)).effect, Effect::kNone);
    EXPECT_EQ(desk.game(300), 590s);
}

TEST(ClockJudgeTest, Stop2DoesNotBookAStartWhoseTimeIsNotKnown)
{
    Desk desk = running_desk();
    desk.give(110, kStop);
    desk.judge(220, kStart, unsynced(20s));

    const Verdict verdict = desk.judge(221, kStop, tapped(207));

    EXPECT_EQ(verdict.effect, Effect::kNone);
    EXPECT_EQ(verdict.reason, VerdictReason::kHeld);
    EXPECT_EQ(verdict.offered, 583s);
}

TEST(ClockJudgeTest, Stop3OlderThanAllowedIsHeld)
{
    struct Row {
        const char* name;
        Duration set_to; // at 100
        double now;
        double tap;
        Effect effect;
        VerdictReason reason;
        std::optional<Duration> offered;
    };
    const Row rows[] = {
        {"at B_auto", 600s, 140, 110, Effect::kAt, VerdictReason::kLate, std::nullopt},
        {"beyond B_auto", 600s, 140.001, 110, Effect::kNow, VerdictReason::kHeld, 590s},
        {"at B_max", 600s, 230, 110, Effect::kNow, VerdictReason::kHeld, 590s},
        {"beyond B_max", 600s, 230.001, 110, Effect::kNow, VerdictReason::kHeld, std::nullopt},
        {"last minute, at its B_auto", 60s, 120, 110, Effect::kAt, VerdictReason::kLate, std::nullopt},
        {"last minute, beyond its B_auto", 60s, 120.001, 110, Effect::kNow, VerdictReason::kHeld, 50s},
        {"last minute by the value at the tap", 61s, 130, 101, Effect::kNow, VerdictReason::kHeld, 60s},
        {"not yet the last minute at the tap", 61s, 130, 100.9, Effect::kAt, VerdictReason::kLate,
         std::nullopt},
    };
    for (const Row& row : rows) {
        Desk desk;
        desk.give(90, SetClock{ClockId::kGame, row.set_to});
        desk.give(100, kStart);

        const Verdict verdict = desk.judge(row.now, kStop, tapped(row.tap));

        EXPECT_EQ(verdict.effect, row.effect) << row.name;
        EXPECT_EQ(verdict.reason, row.reason) << row.name;
        EXPECT_EQ(verdict.offered, row.offered) << row.name;
        EXPECT_FALSE(desk.runs(row.now)) << row.name;
    }
}

TEST(ClockJudgeTest, Stop3ASetSinceTheTapHoldsItAndItStopsNothingLater)
{
    Desk desk = running_desk();
    desk.give(112, SetClock{ClockId::kGame, 300s});

    const Verdict verdict = desk.judge(114, kStop, tapped(110));

    EXPECT_EQ(verdict.effect, Effect::kNone);
    EXPECT_EQ(verdict.reason, VerdictReason::kHeld);
    EXPECT_EQ(verdict.offered, 590s);
    EXPECT_EQ(desk.game(115), 297s); // the run that was set goes on
}

TEST(ClockJudgeTest, Stop3APeriodThatEndedSinceTheTapIsLeftAlone)
{
    Desk desk = running_desk();
    desk.give(112, NextPeriod{});

    const Verdict verdict = desk.judge(114, kStop, tapped(110));

    EXPECT_EQ(verdict.effect, Effect::kNone);
    EXPECT_EQ(verdict.offered, std::nullopt);
    EXPECT_TRUE(desk.runs(115)); // the interval's clock
}

TEST(ClockJudgeTest, Stop3ARestartOfTheBoardSinceTheTapIsLeftAlone)
{
    Desk desk = running_desk();
    desk.match.give(at(20), match::BoardBoot{590s, 24s}, std::nullopt, support::kBoardWriter);

    const Verdict verdict = desk.judge(21, kStop, tapped(19));

    EXPECT_EQ(verdict.effect, Effect::kNone);
    EXPECT_EQ(desk.game(30), 590s);
}

TEST(ClockJudgeTest, Stop3AnUndoneOrRefusedSetHoldsNothing)
{
    Desk desk = running_desk();
    desk.give(112, SetClock{ClockId::kGame, 300s});
    desk.give(113, match::Undo{desk.match.last()});
    desk.give(113, SetClock{ClockId::kGame, 900s}); // refused: longer than the period

    expect(desk.judge(114, kStop, tapped(110)), Effect::kAt, 110, VerdictReason::kLate);
}

TEST(ClockJudgeTest, Stop4OfTwoStopsTheEarlierTapCounts)
{
    struct Row {
        double tap;
        Effect effect;
        Duration expected;
    };
    const Row rows[] = {{108, Effect::kAt, 592s}, {111, Effect::kNone, 590s}};
    for (const Row& row : rows) {
        Desk desk = running_desk();
        desk.give(110, kStop);

        EXPECT_EQ(desk.judge(112, kStop, tapped(row.tap)).effect, row.effect) << row.tap;
        EXPECT_EQ(desk.game(120), row.expected) << row.tap;
    }
}

TEST(ClockJudgeTest, Stop4ATimeoutSinceTheTapCountsAsALaterStop)
{
    Desk desk = running_desk();
    desk.give(110, StartTimeout{match::Side::kHome});

    expect(desk.judge(112, kStop, tapped(108)), Effect::kAt, 108, VerdictReason::kLate);
    EXPECT_EQ(desk.game(120), 592s);
    EXPECT_TRUE(desk.match.state().timeout.has_value());
}

TEST(ClockJudgeTest, Stop5AClockThatRanOutSinceIsPutBackWithinTheGraceAndOfferedLater)
{
    struct Row {
        double now; // it ran out at 130
        double tap;
        Effect effect;
        std::optional<Duration> offered;
    };
    const Row rows[] = {
        {131, 129.6, Effect::kAt, std::nullopt},
        {138, 129.6, Effect::kAt, std::nullopt},
        {139.9, 129.9, Effect::kAt, std::nullopt},
        {140.1, 130.2, Effect::kNone, std::nullopt}, // tapped after 0.0: nothing to put back
    };
    for (const Row& row : rows) {
        Desk desk;
        desk.give(90, SetClock{ClockId::kGame, 30s});
        desk.give(100, kStart);

        const Verdict verdict = desk.judge(row.now, kStop, tapped(row.tap));

        EXPECT_EQ(verdict.effect, row.effect) << row.now;
        EXPECT_EQ(verdict.offered, row.offered) << row.now;
        EXPECT_EQ(desk.game(200), row.effect == Effect::kAt ? at(130) - at(row.tap) : 0s) << row.now;
    }
}

TEST(ClockJudgeTest, Stop5BeyondTheGraceTheValueIsOffered)
{
    // In the last minute of FIBA's numbers B_auto equals the grace and always comes first; with a longer one
    // the rule is seen by itself.
    match::Ruleset ruleset = support::basketball();
    ruleset.periods.last_minute_delay = ruleset.periods.delay;
    Desk own{TestMatch(ruleset)};
    own.give(90, SetClock{ClockId::kGame, 30s});
    own.give(100, kStart); // 0.0 at 130

    const Verdict within = own.judge(140, kStop, tapped(125));
    EXPECT_EQ(within.effect, Effect::kAt);

    own.match.give(at(141), match::Undo{own.match.last()});
    const Verdict beyond = own.judge(141, kStop, tapped(125));

    EXPECT_EQ(beyond.effect, Effect::kNone);
    EXPECT_EQ(beyond.reason, VerdictReason::kHeld);
    EXPECT_EQ(beyond.offered, 5s);
}

TEST(ClockJudgeTest, Stop5AClockThatWasStoppedBeforeItRanOutIsNoExpiry)
{
    Desk desk;
    desk.give(90, SetClock{ClockId::kGame, 100s});
    desk.give(100, kStart);
    desk.give(110, kStop);

    expect(desk.judge(139, kStop, tapped(109)), Effect::kAt, 109, VerdictReason::kLate);
}

TEST(ClockJudgeTest, Stop6AHeldStopEndsTheSameRunAndOffersTheTap)
{
    Desk desk = running_desk();

    const Verdict verdict = desk.judge(150, kStop, tapped(110));

    expect(verdict, Effect::kNow, 150, VerdictReason::kHeld);
    EXPECT_EQ(desk.game(160), 550s);
    ASSERT_EQ(desk.match.state().offers.size(), 1U);
    desk.give(161, AcceptOffer{desk.match.state().offers[0].id});
    EXPECT_EQ(desk.game(170), 590s);
    EXPECT_EQ(desk.shot(170), 14s);
}

TEST(ClockJudgeTest, Stop6AHeldStopNeverEndsALaterRun)
{
    Desk desk = running_desk();
    desk.give(120, kStop);
    desk.give(130, kStart);

    const Verdict verdict = desk.judge(150, kStop, tapped(110));

    EXPECT_EQ(verdict.effect, Effect::kNone);
    EXPECT_EQ(verdict.offered, 590s);
    EXPECT_TRUE(desk.runs(151));
}

TEST(ClockJudgeTest, StartCountsFromTheTapIfItIsYoungElseIsHeld)
{
    struct Row {
        const char* name;
        TapClaim claim;
        Effect effect;
        double expected;
        VerdictReason reason;
    };
    TapClaim vague_old = tapped(195, 151ms);
    vague_old.age = 5s;
    TapClaim vague_young = tapped(199, 151ms);
    vague_young.age = 1s;
    const Row rows[] = {
        {"at once", tapped(199.95), Effect::kAt, 199.95, VerdictReason::kInTime},
        {"at B_start", tapped(198), Effect::kAt, 198, VerdictReason::kLate},
        {"beyond B_start", tapped(197.999), Effect::kNone, 197.999, VerdictReason::kHeld},
        {"ahead of its arrival", tapped(201), Effect::kAt, 200, VerdictReason::kInTime},
        {"no sample, young", unsynced(2s), Effect::kNow, 200, VerdictReason::kUnsynced},
        {"no sample, old", unsynced(2001ms), Effect::kNone, 197.999, VerdictReason::kHeld},
        {"u > u_max, young", vague_young, Effect::kNow, 200, VerdictReason::kUnsynced},
        {"u > u_max, old", vague_old, Effect::kNone, 195, VerdictReason::kHeld},
        {"clamped", before_floor(199, 500ms), Effect::kAt, 199, VerdictReason::kClamped},
        {"far before its floor", before_floor(199, 3s), Effect::kNone, 199, VerdictReason::kHeld},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.name);
        Desk desk;

        expect(desk.judge(200, kStart, row.claim), row.effect, row.expected, row.reason);
        EXPECT_EQ(desk.runs(200.1), row.effect != Effect::kNone);
        EXPECT_EQ(desk.match.state().offers.size(), row.effect == Effect::kNone ? 1U : 0U);
    }
}

TEST(ClockJudgeTest, StartInTheLastMinuteIsHeldSooner)
{
    struct Row {
        double tap;
        Effect effect;
    };
    for (const Row& row : {Row{199, Effect::kAt}, Row{198.999, Effect::kNone}}) {
        Desk desk;
        desk.give(90, SetClock{ClockId::kGame, 60s});

        EXPECT_EQ(desk.judge(200, kStart, tapped(row.tap)).effect, row.effect) << row.tap;
    }
}

TEST(ClockJudgeTest, StartOfAClockThatRanAtTheTapIsRefused)
{
    for (const TapClaim& claim : {tapped(109), tapped(104), unsynced(1s)}) {
        Desk desk = running_desk();

        EXPECT_EQ(desk.refusal(110, kStart, claim).reason, match::Reason::kAlreadyRunning);
    }
}

TEST(ClockJudgeTest, AHeldStartOfAClockThatRunsByNowIsRefused)
{
    Desk desk;
    desk.give(205, kStart);

    const Verdict verdict = desk.judge(210, kStart, tapped(200));

    EXPECT_EQ(verdict.reason, VerdictReason::kHeld);
    EXPECT_EQ(desk.outcome.reason, match::Reason::kAlreadyRunning);
    EXPECT_TRUE(desk.match.state().offers.empty());
}

TEST(ClockJudgeTest, AnAcceptedStartRunsAsFromTheTap)
{
    Desk desk;
    desk.judge(205, kStart, tapped(200));

    desk.give(206, AcceptOffer{desk.match.state().offers[0].id});

    EXPECT_EQ(desk.game(210), 590s);
}

TEST(ClockJudgeTest, ResetOfARunningShotClockCountsFromTheTap)
{
    struct Row {
        const char* name;
        TapClaim claim;
        Effect effect;
        double expected;
        VerdictReason reason;
        std::optional<Duration> offered;
        Duration shown; // at 120
    };
    TapClaim vague_young = tapped(109, 51ms);
    vague_young.age = 1s;
    const Row rows[] = {
        {"at once", tapped(109.9), Effect::kAt, 109.9, VerdictReason::kInTime, std::nullopt, 13900ms},
        {"at B_auto", tapped(105), Effect::kAt, 105, VerdictReason::kLate, std::nullopt, 9s},
        {"beyond B_auto", tapped(104.9), Effect::kNow, 110, VerdictReason::kHeld, 18900ms, 14s},
        {"no sample, young", unsynced(1s), Effect::kNow, 110, VerdictReason::kUnsynced, std::nullopt, 14s},
        {"no sample, old", unsynced(4s), Effect::kNow, 110, VerdictReason::kHeld, 20s, 14s},
        {"u > u_max", vague_young, Effect::kNow, 110, VerdictReason::kUnsynced, std::nullopt, 14s},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.name);
        Desk desk = running_desk();

        const Verdict verdict = desk.judge(110, ResetShotClock{24s}, row.claim);

        expect(verdict, row.effect, row.expected, row.reason);
        EXPECT_EQ(verdict.offered, row.offered);
        EXPECT_EQ(desk.shot(120), row.shown);
    }
}

TEST(ClockJudgeTest, ResetOfAStandingShotClockCountsAtItsArrival)
{
    Desk desk;
    desk.give(90, ResetShotClock{14s});

    expect(desk.judge(110, ResetShotClock{24s}, tapped(103)), Effect::kNow, 110, VerdictReason::kInTime);
    EXPECT_EQ(desk.shot(120), 24s);
}

TEST(ClockJudgeTest, ResetIsHeldWhenTheShotClockWasBlankedOrSetSince)
{
    const match::Command since[] = {BlankShotClock{}, SetClock{ClockId::kShot, 7s}};
    for (const match::Command& command : since) {
        Desk desk = running_desk();
        desk.give(108, command);

        const Verdict verdict = desk.judge(110, ResetShotClock{24s}, tapped(106));

        EXPECT_EQ(verdict.effect, Effect::kNone) << describe(command);
        EXPECT_EQ(verdict.reason, VerdictReason::kHeld) << describe(command);
    }
}

TEST(ClockJudgeTest, ResetOfAShotClockThatRanOutSinceIsTakenWithinTheGrace)
{
    struct Row {
        double now; // it ran out at 124
        Effect effect;
    };
    for (const Row& row : {Row{126, Effect::kAt}, Row{127, Effect::kAt}, Row{127.5, Effect::kNone}}) {
        Desk desk = running_desk();

        EXPECT_EQ(desk.judge(row.now, ResetShotClock{24s}, tapped(123)).effect, row.effect) << row.now;
    }
}

TEST(ClockJudgeTest, ShotClockHasAProfileOfItsOwn)
{
    Desk desk = running_desk();
    expect(desk.judge(110, kHoldShot, tapped(105)), Effect::kAt, 105, VerdictReason::kLate);
    EXPECT_EQ(desk.shot(120), 19s);
    EXPECT_TRUE(desk.runs(120));
    expect(desk.judge(130, kRunShot, tapped(129)), Effect::kAt, 129, VerdictReason::kLate);
    EXPECT_EQ(desk.shot(131), 17s);
    EXPECT_EQ(desk.judge(141, kHoldShot, tapped(135.9)).reason, VerdictReason::kHeld);
    EXPECT_EQ(desk.judge(150, kRunShot, tapped(148.9)).reason, VerdictReason::kHeld);
}

TEST(ClockJudgeTest, TheShotClockSharesTheVerdictOfTheGameClock)
{
    Desk desk = running_desk();

    desk.judge(116, kStop, tapped(107.5)); // later than the shot clock's own B_auto

    EXPECT_EQ(desk.game(120), 592500ms);
    EXPECT_EQ(desk.shot(120), 16500ms);
}

TEST(ClockJudgeTest, EditsAreNeverBackDated)
{
    Desk desk = running_desk();

    expect(desk.judge(110, SetClock{ClockId::kGame, 300s}, tapped(105)), Effect::kNow, 110,
           VerdictReason::kInTime);
}

// Whatever a controller claims, the judge answers, and never goes back further than the profile allows.
TEST(ClockJudgeTest, AbsurdClaimsAreHeldAndOverflowNothing)
{
    TapClaim claims[4];
    claims[0].at = match::BoardTime::min();
    claims[1].at = match::BoardTime::max();
    claims[2].age = Duration::max();
    claims[3] = tapped(105, Duration::max());
    claims[3].before_floor = Duration::max();
    const match::Command commands[] = {kStop, ResetShotClock{24s}, ResetShotClock{Duration::max()},
                                       ResetShotClock{Duration::min()}, kHoldShot};
    for (const TapClaim& claim : claims) {
        for (const match::Command& command : commands) {
            Desk desk = running_desk();

            const Verdict verdict = desk.judge(110, command, claim);

            EXPECT_TRUE(verdict.effect != Effect::kAt || verdict.at == at(110)) << describe(command);
        }
    }
}

} // namespace
} // namespace scoreboard::core
