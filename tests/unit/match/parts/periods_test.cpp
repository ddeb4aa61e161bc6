#include "match/parts/periods.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::TestMatch;

constexpr StartClock kStart{ClockId::kGame};

TEST(PeriodsPartTest, MatchBeginsBeforeTheGameWithAFullClockAndABlankShotClock)
{
    const TestMatch match;

    EXPECT_EQ(match.state().at, (PeriodPhase{1, Phase::kPre}));
    EXPECT_EQ(match.state().game.value, 600s);
    EXPECT_EQ(match.state().shot.clock.value, 24s);
    EXPECT_TRUE(match.state().shot.blank);
    EXPECT_EQ(match.state().home.name, "HOME");
}

TEST(PeriodsPartTest, NextPeriodIsStaleIfTheMatchStandsElsewhereThanWasSeen)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(700), NextPeriod{});

    const Outcome outcome = match.give(at(701), NextPeriod{PeriodPhase{1, Phase::kPlay}, std::nullopt});

    EXPECT_EQ(outcome.reason, Reason::kStale);
    EXPECT_EQ(match.state().at, (PeriodPhase{1, Phase::kInterval}));
}

TEST(PeriodsPartTest, NextPeriodIsStaleIfItWouldLeadElsewhereThanWasWanted)
{
    TestMatch match;
    match.give(at(100), kStart);

    const Outcome outcome = match.give(at(700), NextPeriod{std::nullopt, PeriodPhase{1, Phase::kFinal}});

    EXPECT_EQ(outcome.reason, Reason::kStale);
    EXPECT_TRUE(match.give(at(701), NextPeriod{std::nullopt, PeriodPhase{1, Phase::kInterval}}).applied);
}

TEST(PeriodsPartTest, UndoingAPeriodEntryReopensThePeriodWithItsClock)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(110), StopClock{});
    const MatchState before = match.state();
    match.give(at(120), NextPeriod{});

    match.give(at(130), Undo{match.last()});

    EXPECT_EQ(match.state(), before);
}

TEST(PeriodsPartTest, IntervalsClockCanBeStoppedAndStarted)
{
    TestMatch match;
    match.give(at(100), kStart);
    match.give(at(200), NextPeriod{});

    match.give(at(210), StopClock{});
    match.give(at(250), kStart);

    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(260)), 100s);
    EXPECT_EQ(match.state().at.phase, Phase::kInterval);
}

TEST(PeriodsPartTest, CommandOfAnotherMatchIsRefused)
{
    TestMatch match;
    Entry entry = match.next(at(5), AddScore{Side::kHome, 2});
    entry.sealed.body.seen = Seen{CommandId{support::writer(7), 1}, PeriodPhase{}};

    EXPECT_EQ(match.give(entry).reason, Reason::kOtherMatch);
}

TEST(PeriodsPartTest, ASecondMatchStartIsRefused)
{
    TestMatch match;

    EXPECT_EQ(match.give(at(5), StartMatch{support::basketball(), "A", "B"}).reason, Reason::kWrongPhase);
}

TEST(PeriodsPartTest, AMatchOfAnUnknownFoldVersionIsRefused)
{
    Entry start = TestMatch::start_entry(support::basketball());
    std::get<StartMatch>(start.sealed.body.command).ruleset->fold_version = kFoldVersion + 1;
    MatchState state;

    const Outcome outcome = apply(support::basketball(), state, start);

    EXPECT_EQ(outcome.reason, Reason::kUnknownKind);
    EXPECT_EQ(state, MatchState{});
}

TEST(PeriodsPartTest, AnUnknownKindIsRefusedAndNamed)
{
    TestMatch match;

    const Outcome outcome = match.give(at(5), UnknownCommand{4711});

    EXPECT_EQ(outcome.reason, Reason::kUnknownKind);
    EXPECT_NE(outcome.text.find("4711"), std::string::npos);
}

TEST(PeriodsPartTest, AKnownKindThatCannotBeReadIsRefusedAsThat)
{
    TestMatch match;

    EXPECT_EQ(match.give(at(5), UnknownCommand{0}).reason, Reason::kUndecodable);
}

} // namespace
} // namespace scoreboard::match
