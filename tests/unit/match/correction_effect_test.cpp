#include "match/correction_effect.h"

#include <gtest/gtest.h>

#include "support/random_play.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::TestMatch;
using Lines = std::vector<std::string>;

CommandId given(TestMatch& match, double when, Command command)
{
    EXPECT_TRUE(match.give(at(when), std::move(command)).applied);
    return match.last();
}

Lines told(TestMatch& match, double when, Command correction)
{
    return in_words(effect_of(match.timeline(), match.next(at(when), std::move(correction)), at(when)));
}

TEST(CorrectionEffectTest, TellsInWordsWhatWouldChange)
{
    TestMatch match;
    const CommandId start = given(match, 100, StartClock{});
    const CommandId two = given(match, 105, AddScore{Side::kHome, 2, 7});
    const CommandId less = given(match, 106, AddScore{Side::kHome, -2});
    const CommandId stop = given(match, 110, StopClock{});
    const CommandId next = given(match, 120, NextPeriod{});
    const std::string reason = "A score stays between 0 and 999.";

    EXPECT_EQ(told(match, 130, Edit{two, AddScore{Side::kGuest, 3}}),
              (Lines{"HOME #7 points 2 -> 0", "GUEST 0 -> 3",
                     "-2 HOME, entry 4, has no effect any more: " + reason}));
    EXPECT_EQ(told(match, 130, Undo{less}), Lines{"HOME 0 -> 2"});
    EXPECT_EQ(told(match, 130, Undo{next}).front(), "period " + match.line(at(130)).period_text + " -> Q1");
    EXPECT_EQ(told(match, 130, Insert{two, AddFoul{Side::kHome, 1}}).size(), 1U);
    EXPECT_EQ(told(match, 130, Edit{less, AddScore{Side::kHome, -5}}), Lines{reason});
    EXPECT_EQ(told(match, 130, Edit{two, AddScore{Side::kHome, 2, 7}}),
              Lines{"nothing that is shown changes"});
    given(match, 131, Undo{next});
    EXPECT_EQ(told(match, 140, Undo{start}).front(), "period Q1 -> " + TestMatch().line(at(0)).period_text);
    const Lines runs_on = told(match, 140, Undo{stop});
    EXPECT_EQ(runs_on.front(), "clock 9:50.0 -> 9:20.0, and RUNS");
}

TEST(CorrectionEffectTest, TellsOfAPenaltyWhichItIsAndWhose)
{
    TestMatch match(*find_ruleset("ice_hockey.iihf.2025"));
    const CommandId minor = given(match, 1, AddPenalty{Side::kHome, 0, 7, false});

    EXPECT_EQ(told(match, 2, Edit{minor, AddPenalty{Side::kHome, 3, 9, false}}),
              Lines{"HOME penalties minor #7 2:00 -> major #9 5:00"});
    EXPECT_EQ(told(match, 2, Undo{minor}), Lines{"HOME penalties minor #7 2:00 -> none"});
}

TEST(CorrectionEffectTest, TellsWhatAnInningStandsAt)
{
    TestMatch match(*find_ruleset("baseball.mlb.2025"));
    given(match, 1, NextPeriod{});
    const CommandId strike = given(match, 2, AddCount{CountKind::kStrike, false});
    const CommandId bases = given(match, 3, SetBases{5});
    const CommandId out = given(match, 4, AddCount{CountKind::kOut, false});

    EXPECT_EQ(told(match, 5, Undo{out}), (Lines{"strikes 0 -> 1", "outs 1 -> 0"}));
    EXPECT_EQ(told(match, 5, Undo{bases}), Lines{"runners on 1 3 -> none"});
    EXPECT_EQ(told(match, 5, Undo{strike}), Lines{"nothing that is shown changes"});
}

TEST(CorrectionEffectTest, TellsWhoHasPossession)
{
    TestMatch match;
    const CommandId possession = given(match, 1, SetPossession{Side::kGuest, std::nullopt});

    EXPECT_EQ(told(match, 2, Undo{possession}), Lines{"possession GUEST -> none"});
}

TEST(CorrectionEffectTest, TellsWhatCountsAgain)
{
    TestMatch match;
    const CommandId two = given(match, 1, AddScore{Side::kHome, 2});
    given(match, 2, AddScore{Side::kHome, -2});
    const CommandId edit = given(match, 3, Edit{two, AddScore{Side::kHome, 1}});

    EXPECT_EQ(told(match, 4, Undo{edit}), (Lines{"HOME 1 -> 0", "-2 HOME, entry 3, counts again"}));
}

bool must_be_seen(TestMatch& match, double when, Command correction)
{
    return needs_confirmation(
        match.timeline().ruleset(),
        effect_of(match.timeline(), match.next(at(when), std::move(correction)), at(when)));
}

TEST(CorrectionEffectTest, WhatGoesFarMustBeSeen)
{
    TestMatch match;
    const CommandId start = given(match, 100, StartClock{});
    const CommandId two = given(match, 105, AddScore{Side::kHome, 2});
    EXPECT_FALSE(must_be_seen(match, 110, Undo{two}));
    EXPECT_FALSE(must_be_seen(match, 110, Undo{start})); // 10 s
    EXPECT_TRUE(must_be_seen(match, 131, Undo{start}));  // 31 s, more than a late STOP may take back
    const CommandId stop = given(match, 140, StopClock{});
    EXPECT_FALSE(must_be_seen(match, 142, Undo{stop}));
    EXPECT_TRUE(must_be_seen(match, 142.5, Undo{stop})); // it has stood, and would run
    const CommandId set = given(match, 150, SetClock{ClockId::kGame, 500s});
    EXPECT_TRUE(must_be_seen(match, 151, Edit{set, SetClock{ClockId::kGame, 469s}}));
    EXPECT_FALSE(must_be_seen(match, 151, Edit{set, SetClock{ClockId::kGame, 499s}}));
    const CommandId less = given(match, 152, AddScore{Side::kHome, -2});
    EXPECT_TRUE(must_be_seen(match, 153, Undo{two}));
    EXPECT_FALSE(must_be_seen(match, 153, Undo{less}));
    const CommandId next = given(match, 160, NextPeriod{});
    EXPECT_TRUE(must_be_seen(match, 160, Undo{next}));
}

TEST(CorrectionEffectTest, WhatWasShownIsComparedWithWhatWouldHappenNow)
{
    TestMatch match;
    given(match, 100, StartClock{});
    const CommandId stop = given(match, 110, StopClock{});
    const auto effect = [&match, &stop](double when) {
        return effect_of(match.timeline(), match.next(at(when), Undo{stop}), at(when));
    };
    const ShownEffect shown = shown_of(effect(150));

    EXPECT_TRUE(agrees(effect(151), shown, 1s, 0ms));
    EXPECT_TRUE(agrees(effect(151.1), shown, 1s, 0ms));
    EXPECT_FALSE(agrees(effect(151.2), shown, 1s, 0ms));
    given(match, 151, SetClock{ClockId::kGame, 300s});
    EXPECT_FALSE(agrees(effect(151), shown, 1s, 0ms));
}

// Whatever is corrected, in whatever sport: what was shown before is what then comes.
TEST(CorrectionEffectTest, IsWhatThenHappens)
{
    for (const Ruleset& ruleset : all_rulesets()) {
        SCOPED_TRACE(ruleset.id);
        support::RandomPlay play(ruleset, 7);
        for (int step = 0; step < 60; ++step) {
            play.step();
        }
        const auto entries = play.match().timeline().entries();
        const CommandId target = entries[1 + play.below(entries.size() - 1)].id();
        play.match().see(std::nullopt);
        const Entry undo = play.match().next(at(play.now()), Undo{target});

        const CorrectionEffect effect = effect_of(play.match().timeline(), undo, at(play.now()));

        ASSERT_EQ(play.match().give(undo), effect.outcome);
        if (effect.outcome.applied) {
            const Scoreline line = play.match().line(at(play.now()));
            EXPECT_EQ(effect.after.home.score, line.home.score);
            EXPECT_EQ(effect.after.guest.score_text, line.guest.score_text);
            EXPECT_EQ(effect.after.game.value, line.game.value);
            EXPECT_EQ(effect.after.at, line.at);
            for (const CorrectionEffect::Mark& mark : effect.marks) {
                EXPECT_EQ(play.match().timeline().lost_sense(mark.id), mark.why);
            }
        }
    }
}

} // namespace
} // namespace scoreboard::match
