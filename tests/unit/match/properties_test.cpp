#include <gtest/gtest.h>

#include "support/entered_right.h"
#include "support/random_play.h"

// What holds in every registered sport, whatever is played: matches by chance, many seeds.
namespace scoreboard::match {
namespace {

using support::at;
using support::entered_right;
using support::RandomPlay;
using support::TestMatch;

constexpr unsigned kSeeds = 4;
constexpr int kSteps = 150;

template <class Check>
void in_every_sport(Check check)
{
    for (const Ruleset& ruleset : all_rulesets()) {
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            SCOPED_TRACE(ruleset.id + " seed " + std::to_string(seed));
            RandomPlay play(ruleset, seed);
            check(play);
            if (testing::Test::HasFatalFailure()) {
                return;
            }
        }
    }
}

// Mostly what is offered, else whatever a tablet can send.
void mixed_step(RandomPlay& play, int step)
{
    if (step % 3 == 2) {
        play.wild_step();
    } else {
        play.step();
    }
}

TEST(PropertiesTest, WhatIsRefusedChangesNothing)
{
    in_every_sport([](RandomPlay& play) {
        for (int step = 0; step < kSteps; ++step) {
            play.step();
            const MatchState before = play.match().state();
            const Outcome outcome = play.wild_step();
            ASSERT_EQ(outcome.applied, outcome.text.empty()) << outcome.text;
            if (!outcome.applied) {
                MatchState touched = before;
                const Timeline& timeline = play.match().timeline();
                ASSERT_EQ(apply(timeline.ruleset(), touched, timeline.entries().back()), outcome);
                ASSERT_EQ(touched, before) << outcome.text;
            }
        }
    });
}

// Method: penalties and goals only, each proposal answered at once; then a goal is taken back, and the same
// log is folded without the goal and without what it ended.
TEST(PropertiesTest, AGoalTakenBackLeavesNothingOfThePenaltyThatItEnded)
{
    int taken_back = 0;
    in_every_sport([&taken_back](RandomPlay& play) {
        TestMatch& match = play.match();
        if (!match.timeline().ruleset().penalties || match.timeline().ruleset().jam) {
            return;
        }
        std::vector<std::pair<CommandId, CommandId>> released; // a goal, and what it ended
        match.give(at(play.now()), StartClock{}, support::counts_at(at(play.now())));
        for (int step = 0; step < kSteps / 3; ++step) {
            const double now = play.now() + step;
            const Side side = play.below(2) == 0 ? Side::kHome : Side::kGuest;
            if (play.below(2) == 0) {
                match.give(at(now), AddPenalty{side, static_cast<int>(play.below(2)), {}, false});
                continue;
            }
            match.give(at(now), AddScore{side, 1});
            const CommandId goal = match.last();
            const std::optional<Release> release = match.line(at(now)).release;
            if (release && release->goal == goal) {
                const PenaltyRef ref = release->candidates.front();
                ASSERT_TRUE(match.give(at(now), EndPenalty{ref.id, ref.part, goal}).applied);
                released.emplace_back(goal, match.last());
            }
        }
        if (released.empty()) {
            return;
        }
        const auto [goal, end] = released[play.below(released.size())];
        Timeline without(match.timeline().entries().front());
        for (Entry entry : match.timeline().entries().subspan(1)) {
            if (entry.id() == goal || entry.id() == end) {
                entry.sealed.body.command = Note{"nothing happened"};
            }
            without.add(std::move(entry));
        }

        ASSERT_TRUE(match.give(at(play.now() + kSteps), Undo{goal}).applied);

        ASSERT_EQ(match.state(), without.state());
        ASSERT_FALSE(match.timeline().lost_sense(end).empty());
        ++taken_back;
    });
    EXPECT_GT(taken_back, 0);
}

TEST(PropertiesTest, UndoingEverythingLeadsBackToTheStart)
{
    in_every_sport([](RandomPlay& play) {
        const MatchState start = play.match().state();
        std::vector<CommandId> applied;
        for (int step = 0; step < kSteps; ++step) {
            if (step % 3 == 2) {
                if (!play.wild_step().applied) {
                    continue;
                }
            } else {
                play.step();
            }
            applied.push_back(play.match().last());
        }
        play.match().see(std::nullopt);
        while (!applied.empty()) { // in any order
            const unsigned which = play.below(applied.size());
            ASSERT_TRUE(play.match().give(at(play.now()), Undo{applied[which]}).applied);
            applied.erase(applied.begin() + which);
        }
        ASSERT_EQ(play.match().state(), start);
    });
}

// Method: one entry is undone at the end, and the same log is folded with a note in its place.
TEST(PropertiesTest, ACorrectedHistoryFoldsAsIfItHadBeenRight)
{
    in_every_sport([](RandomPlay& play) {
        for (int step = 0; step < kSteps; ++step) {
            mixed_step(play, step);
        }
        const auto entries = play.match().timeline().entries();
        std::size_t wrong = 1 + play.below(entries.size() - 1);
        while (!entries[wrong].outcome.applied) {
            wrong = 1 + play.below(entries.size() - 1);
        }
        Timeline right(entries.front());
        for (std::size_t i = 1; i < entries.size(); ++i) {
            Entry entry = entries[i];
            if (i == wrong) {
                entry.sealed.body.command = Note{"nothing happened"};
                entry.verdict.reset();
            }
            right.add(entry);
        }
        const CommandId target = entries[wrong].id();
        play.match().see(std::nullopt);

        ASSERT_TRUE(play.match().give(at(play.now() + 1), Undo{target}).applied);

        ASSERT_EQ(play.match().state(), right.state());
        ASSERT_EQ(digest(play.match().state(), at(play.now())), digest(right.state(), at(play.now())));
    });
}

// Method: a match is played with corrections in between. What they come to is written as a log that was right
// from the start: each entry says what it was corrected to, and what was put in stands behind its anchor.
TEST(PropertiesTest, AnyCorrectionsFoldAsIfEverythingHadBeenEnteredRight)
{
    in_every_sport([](RandomPlay& play) {
        for (int step = 0; step < kSteps; ++step) {
            step % 4 == 3 ? play.correct() : mixed_step(play, step);
        }
        const Timeline& corrected = play.match().timeline();

        Timeline right(corrected.entries().front());
        for (Entry entry : entered_right(corrected)) {
            entry.rev = right.rev() + 1;
            right.add(std::move(entry));
        }

        ASSERT_EQ(right.state(), corrected.state());
        ASSERT_EQ(digest(right.state(), at(play.now())), digest(corrected.state(), at(play.now())));
    });
}

TEST(PropertiesTest, UndoingTheCorrectionsTooLeadsBackToTheStart)
{
    in_every_sport([](RandomPlay& play) {
        const MatchState start = play.match().state();
        for (int step = 0; step < kSteps; ++step) {
            step % 4 == 3 ? play.correct() : mixed_step(play, step);
        }
        play.match().see(std::nullopt);
        const auto entries = play.match().timeline().entries();
        std::vector<CommandId> all;
        for (const Entry& entry : entries.subspan(1)) {
            all.push_back(entry.id());
        }
        while (!all.empty()) { // in any order; what is undone already, or an undo, is refused
            const unsigned which = play.below(all.size());
            play.match().give(at(play.now()), Undo{all[which]});
            all.erase(all.begin() + which);
        }
        ASSERT_EQ(play.match().state(), start);
    });
}

// Method: the newest entries are taken for a tablet's unsent ones, laid over the rest.
TEST(PropertiesTest, APredictionWithCorrectionsIsWhatTheBoardThenFolds)
{
    in_every_sport([](RandomPlay& play) {
        for (int step = 0; step < kSteps; ++step) {
            step % 2 == 1 ? play.correct() : mixed_step(play, step);
        }
        const auto entries = play.match().timeline().entries();
        const std::size_t sent = 1 + play.below(entries.size() - 1);
        Timeline board(entries.front());
        for (std::size_t i = 1; i < sent; ++i) {
            board.add(entries[i]);
        }
        std::vector<Entry> pending;
        for (const Entry& entry : entries.subspan(sent)) {
            if (entry.outcome.applied) {
                pending.push_back(entry);
            }
        }

        ASSERT_EQ(board.preview(pending), play.match().state());
    });
}

TEST(PropertiesTest, NoPlayLeadsToAStateThatTheRulesDoNotKnow)
{
    in_every_sport([](RandomPlay& play) {
        for (int step = 0; step < kSteps; ++step) {
            step % 5 == 4 ? play.correct() : mixed_step(play, step);
            const Ruleset& rules = play.match().timeline().ruleset();
            const MatchState& state = play.match().state();
            const Scoreline line = play.match().line(at(play.now()));
            ASSERT_GE(state.at.period, 1);
            ASSERT_LE(state.at.period, 64);
            ASSERT_GE(value_at(state, ClockId::kGame, at(play.now())), Duration::zero());
            ASSERT_GE(state.game.left_at(at(play.now())), Duration::zero());
            for (const Side side : {Side::kHome, Side::kGuest}) {
                const TeamLine& team = line.team(side);
                ASSERT_GE(team.score, 0);
                ASSERT_LE(team.score, rules.score ? rules.score->maximum : 0);
                ASSERT_FALSE(team.score_text.empty());
                ASSERT_GE(team.timeouts_left, 0);
                ASSERT_GE(team.fouls, 0);
                for (const TallyLine& tally : team.tallies) {
                    ASSERT_GE(tally.count, 0);
                    ASSERT_LE(tally.count, tally.maximum);
                }
                int running = 0;
                for (const PenaltyLine& penalty : team.penalties) {
                    ASSERT_GE(penalty.left, Duration::zero());
                    const auto kind = std::find_if(
                        rules.penalties->kinds.begin(), rules.penalties->kinds.end(),
                        [&penalty](const PenaltyKind& known) { return known.name == penalty.name; });
                    running += penalty.running && kind->leaves_short && !penalty.coincidental ? 1 : 0;
                }
                const int most = rules.penalties ? rules.penalties->running_max : 0;
                ASSERT_TRUE(most == 0 || running <= most) << running << " run";
                ASSERT_LE(team.sets, rules.rally    ? rules.rally->sets_to_win
                                     : rules.tennis ? rules.tennis->sets_to_win
                                                    : 0);
            }
            if (line.count) {
                ASSERT_LT(line.count->balls, rules.innings->balls);
                ASSERT_LT(line.count->strikes, rules.innings->strikes);
                ASSERT_LT(line.count->outs, rules.innings->outs);
            }
            if (line.next_change) {
                ASSERT_GT(*line.next_change, at(play.now()));
            }
        }
    });
}

} // namespace
} // namespace scoreboard::match
