// When a delayed STOP counts, rule by rule: the numbers are those of protocol/README.md, "Clock commands
// count from the tap".
#include "core/clock_judge.h"

#include <gtest/gtest.h>

#include "judged_desk.h"

namespace scoreboard::core {
namespace {

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

TEST(ClockJudgeTest, Stop2ATapMovedToTheStartOfARunIsAsMuchLessCertain)
{
    Desk desk = running_desk();

    const Verdict verdict = desk.judge(101, kStop, tapped(99.9, 120ms));

    EXPECT_EQ(verdict.uncertainty, 220ms); // the true tap may lie anywhere from 99.78 on
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

Desk derby_desk()
{
    return Desk{TestMatch(*match::find_ruleset("roller_derby.wftda.2025"))};
}

TEST(ClockJudgeTest, AJamThatStartsCountsFromItsTapLikeAStart)
{
    struct Row {
        const char* name;
        double now;
        TapClaim claim;
        Effect effect;
        double when;
        VerdictReason reason;
    };
    const Row rows[] = {
        {"in time", 100.04, tapped(100), Effect::kAt, 100, VerdictReason::kInTime},
        {"late", 101.9, tapped(100), Effect::kAt, 100, VerdictReason::kLate},
        {"young, of unknown age", 101, unsynced(1s), Effect::kNow, 101, VerdictReason::kUnsynced},
        {"too late", 102.1, tapped(100), Effect::kNone, 100, VerdictReason::kHeld},
        {"old, of unknown age", 105, unsynced(5s), Effect::kNone, 100, VerdictReason::kHeld},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.name);
        Desk desk = derby_desk();

        expect(desk.judge(row.now, match::StartJam{}, row.claim), row.effect, row.when, row.reason);

        const bool on = row.effect != Effect::kNone;
        EXPECT_TRUE(desk.outcome.applied);
        EXPECT_EQ(desk.match.state().jam->on, on);
        if (on) {
            EXPECT_EQ(desk.match.state().jam->began, at(row.when));
            EXPECT_EQ(desk.game(110), 1800s - (at(110) - at(row.when)));
        } else {
            EXPECT_EQ(desk.match.state().offers.size(), 1U);
        }
    }
}

TEST(ClockJudgeTest, AJamStartsFromItsTapThoughThePeriodsClockRunsAlready)
{
    Desk desk = derby_desk();
    desk.give(100, match::StartJam{});
    desk.give(130, match::EndJam{});

    expect(desk.judge(161.5, match::StartJam{}, tapped(160)), Effect::kAt, 160, VerdictReason::kLate);

    EXPECT_EQ(desk.match.state().jam->began, at(160));
    EXPECT_EQ(desk.game(170), 1730s);
}

TEST(ClockJudgeTest, AJamThatEndsCountsFromItsTapAndIsNeverHeld)
{
    struct Row {
        double now;
        TapClaim claim;
        Effect effect;
        double when;
        VerdictReason reason;
    };
    const Row rows[] = {
        {128, tapped(120), Effect::kAt, 120, VerdictReason::kLate},
        {160, tapped(120), Effect::kNow, 160, VerdictReason::kLate},
        {128, unsynced(8s), Effect::kNow, 128, VerdictReason::kUnsynced},
    };
    for (const Row& row : rows) {
        Desk desk = derby_desk();
        desk.give(100, match::StartJam{});

        expect(desk.judge(row.now, match::EndJam{}, row.claim), row.effect, row.when, row.reason);

        EXPECT_FALSE(desk.match.state().jam->on);
        EXPECT_EQ(desk.match.state().jam->began, at(row.when)); // of the line-up
    }
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
