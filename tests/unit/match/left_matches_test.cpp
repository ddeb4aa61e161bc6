#include "match/left_matches.h"

#include <gtest/gtest.h>

#include "support/random_play.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::counts_at;
using support::TestMatch;

Entry going_on(const LeftMatch& left)
{
    Entry entry = TestMatch::start_entry(left.ruleset);
    entry.rev = left.summary.last + 1;
    entry.sealed.body.id.seq = 99;
    entry.received = at(5000);
    entry.sealed.body.command =
        StartMatch{left.ruleset, left.state.home.name, left.state.guest.name,
                   GoingOn{left.summary.match, std::make_shared<const MatchState>(left.state)}};
    return entry;
}

TestMatch played()
{
    TestMatch match;
    match.give(at(100), StartClock{ClockId::kGame}, counts_at(at(100)));
    match.give(at(100), StartClock{ClockId::kShot}, counts_at(at(100)));
    match.give(at(110), AddScore{Side::kHome, 3, 7});
    match.give(at(112), AddFoul{Side::kGuest, 1, 9});
    return match;
}

// The clock had run for 12 s when the next match was asked for.
TEST(LeftMatchesTest, AMatchGoesOnWhereItWasLeftWithItsClocksStanding)
{
    const TestMatch before = played();
    LeftMatches left;
    left.add(before.timeline());
    ASSERT_EQ(left.all().size(), 1U);

    const Timeline after(going_on(left.all().front()));

    const Scoreline line = scoreline(after.ruleset(), after.state(), at(6000));
    EXPECT_EQ(support::summary(line), "Q1 9:48 3:0 fouls 0:1 time-outs 2:2 shot 12");
    EXPECT_EQ(after.state().home.players, before.state().home.players);
    EXPECT_NE(after.state().match, before.state().match);
}

TEST(LeftMatchesTest, WhatGoesOnIsCorrectedLikeAnyMatch)
{
    LeftMatches left;
    left.add(played().timeline());
    Timeline after(going_on(left.all().front()));
    Entry entry = going_on(left.all().front());
    entry.rev += 1;
    entry.sealed.body.id = {support::writer(support::kTablet), 500};
    entry.sealed.body.command = SetScore{Side::kHome, 2, after.state().home.score_version};
    entry.outcome = after.judge(entry);

    EXPECT_TRUE(entry.outcome.applied) << entry.outcome.text;
    after.add(std::move(entry));
    EXPECT_EQ(score(after.state(), Side::kHome), 2);
}

TEST(LeftMatchesTest, NothingIsLeftOfAMatchThatHadNotBegunOrIsOver)
{
    LeftMatches left;
    left.add(TestMatch().timeline());
    TestMatch over = played();
    over.give(at(120), EndMatch{});
    left.add(over.timeline());

    EXPECT_TRUE(left.all().empty());
}

TEST(LeftMatchesTest, AMatchThatGoesOnIsLeftNoMore)
{
    LeftMatches left;
    left.add(played().timeline());
    const CommandId first = left.all().front().summary.match;
    const Entry start = going_on(left.all().front());

    left.remove_what_goes_on(start);
    EXPECT_EQ(left.find(first), nullptr);

    left.add(Timeline(start));
    ASSERT_EQ(left.all().size(), 1U);
    EXPECT_EQ(left.all().front().summary.from, first);
}

TEST(LeftMatchesTest, KeepsTheNewest)
{
    LeftMatches left;
    for (std::size_t i = 0; i <= LeftMatches::kMax; ++i) {
        Entry start = TestMatch::start_entry(support::basketball());
        start.sealed.body.id.seq = i + 1;
        Timeline timeline(std::move(start));
        TestMatch clock;
        timeline.add([&] {
            Entry entry = clock.next(at(100), StartClock{ClockId::kGame}, counts_at(at(100)));
            entry.outcome.applied = true;
            return entry;
        }());
        left.add(timeline);
    }

    ASSERT_EQ(left.all().size(), LeftMatches::kMax);
    EXPECT_EQ(left.all().front().summary.match.seq, 2U);
}

// Method: matches by chance in every sport, left after each step; what was left must be something that a
// board takes, and must fold to what it was.
TEST(LeftMatchesTest, EveryMatchOfEverySportCanBeLeftAndGoneOnWithAtAnyTime)
{
    for (const Ruleset& ruleset : all_rulesets()) {
        SCOPED_TRACE(ruleset.id);
        support::RandomPlay play(ruleset, 7);
        for (int step = 0; step < 200; ++step) {
            play.step();
            LeftMatches left;
            left.add(play.match().timeline());
            const Phase phase = play.match().state().at.phase;
            const bool is_played = phase != Phase::kPre && phase != Phase::kFinal;
            ASSERT_EQ(left.all().size(), is_played ? 1U : 0U);
            if (!is_played) {
                continue;
            }
            const Entry start = going_on(left.all().front());
            ASSERT_TRUE(Timeline::begins_with(start));
            const MatchState went_on = Timeline(start).state();
            ASSERT_EQ(went_on.at, left.all().front().state.at);
            ASSERT_EQ(score(went_on, Side::kGuest), score(play.match().state(), Side::kGuest));
            ASSERT_EQ(went_on.penalties.has_value(), play.match().state().penalties.has_value());
            ASSERT_FALSE(runs(went_on, ClockId::kGame, at(5001)) || runs(went_on, ClockId::kShot, at(5001)));
        }
    }
}

struct Row {
    const char* what;
    void (*spoil)(MatchState&);
};

// Such a state comes from a log that something else wrote: no match begins with it.
TEST(LeftMatchesTest, AStateThatTheRulesCannotHaveBeginsNoMatch)
{
    const Row rows[] = {
        {"no such part", [](MatchState& state) { state.rally.emplace(); }},
        {"not begun", [](MatchState& state) { state.at.phase = Phase::kPre; }},
        {"over", [](MatchState& state) { state.at.phase = Phase::kFinal; }},
        {"no such period", [](MatchState& state) { state.at.period = 0; }},
        {"a clock beyond its period", [](MatchState& state) { state.game.value = 11min; }},
        {"a clock before its end", [](MatchState& state) { state.game.value = -1s; }},
        {"more tallies than the rules have", [](MatchState& state) { state.home.tallies.resize(33); }},
        {"more kinds of time-outs", [](MatchState& state) { state.guest.more_timeouts.resize(33); }},
        {"more periods than any match has", [](MatchState& state) { state.home.points.resize(1000); }},
    };
    LeftMatches left;
    left.add(played().timeline());
    for (const Row& row : rows) {
        LeftMatch spoilt = left.all().front();
        row.spoil(spoilt.state);

        EXPECT_FALSE(Timeline::begins_with(going_on(spoilt))) << row.what;
    }
    EXPECT_TRUE(Timeline::begins_with(going_on(left.all().front())));
}

} // namespace
} // namespace scoreboard::match
