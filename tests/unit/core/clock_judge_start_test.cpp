// When a delayed START or RESET counts, rule by rule: the numbers are those of protocol/README.md, "Clock
// commands count from the tap".
#include "core/clock_judge.h"

#include <gtest/gtest.h>

#include "judged_desk.h"

namespace scoreboard::core {
namespace {

TEST(ClockJudgeStartTest, StartCountsFromTheTapIfItIsYoungElseIsHeld)
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

TEST(ClockJudgeStartTest, StartInTheLastMinuteIsHeldSooner)
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

TEST(ClockJudgeStartTest, StartOfAClockThatRanAtTheTapIsRefused)
{
    for (const TapClaim& claim : {tapped(109), tapped(104), unsynced(1s)}) {
        Desk desk = running_desk();

        EXPECT_EQ(desk.refusal(110, kStart, claim).reason, match::Reason::kAlreadyRunning);
    }
}

TEST(ClockJudgeStartTest, AHeldStartOfAClockThatRunsByNowIsRefused)
{
    Desk desk;
    desk.give(205, kStart);

    const Verdict verdict = desk.judge(210, kStart, tapped(200));

    EXPECT_EQ(verdict.reason, VerdictReason::kHeld);
    EXPECT_EQ(desk.outcome.reason, match::Reason::kAlreadyRunning);
    EXPECT_TRUE(desk.match.state().offers.empty());
}

TEST(ClockJudgeStartTest, AnAcceptedStartRunsAsFromTheTap)
{
    Desk desk;
    desk.judge(205, kStart, tapped(200));

    desk.give(206, AcceptOffer{desk.match.state().offers[0].id});

    EXPECT_EQ(desk.game(210), 590s);
}

TEST(ClockJudgeStartTest, ResetOfARunningShotClockCountsFromTheTap)
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

TEST(ClockJudgeStartTest, ResetOfAStandingShotClockCountsAtItsArrival)
{
    Desk desk;
    desk.give(90, ResetShotClock{14s});

    expect(desk.judge(110, ResetShotClock{24s}, tapped(103)), Effect::kNow, 110, VerdictReason::kInTime);
    EXPECT_EQ(desk.shot(120), 24s);
}

TEST(ClockJudgeStartTest, ResetIsHeldWhenTheShotClockWasBlankedOrSetSince)
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

TEST(ClockJudgeStartTest, ResetOfAShotClockThatRanOutSinceIsTakenWithinTheGrace)
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

TEST(ClockJudgeStartTest, ShotClockHasAProfileOfItsOwn)
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

TEST(ClockJudgeStartTest, TheShotClockSharesTheVerdictOfTheGameClock)
{
    Desk desk = running_desk();

    desk.judge(116, kStop, tapped(107.5)); // later than the shot clock's own B_auto

    EXPECT_EQ(desk.game(120), 592500ms);
    EXPECT_EQ(desk.shot(120), 16500ms);
}

TEST(ClockJudgeStartTest, EditsAreNeverBackDated)
{
    Desk desk = running_desk();

    expect(desk.judge(110, SetClock{ClockId::kGame, 300s}, tapped(105)), Effect::kNow, 110,
           VerdictReason::kInTime);
}

} // namespace
} // namespace scoreboard::core
