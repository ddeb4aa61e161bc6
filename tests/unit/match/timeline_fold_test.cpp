// The timeline against the plainest fold there is: sort all entries, apply them one by one.
#include <algorithm>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "match/actions.h"
#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::TestMatch;

MatchState plain_fold(const Timeline& timeline)
{
    struct Placed {
        int boot;
        BoardTime when;
        const Entry* entry;
    };
    std::vector<Placed> placed;
    int boots = 0;
    for (const Entry& entry : timeline.entries()) {
        const bool is_boot = std::holds_alternative<BoardBoot>(entry.command());
        const bool is_start = std::holds_alternative<StartMatch>(entry.command());
        boots += is_boot ? 1 : 0;
        if (entry.outcome.applied && !timeline.voided(entry.id())) {
            const BoardTime when = is_boot || is_start ? BoardTime::min() : effective_time(entry);
            placed.push_back(Placed{boots, when, &entry});
        }
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.boot, a.when) < std::tie(b.boot, b.when);
    });
    MatchState state;
    for (const Placed& place : placed) {
        (void)apply(timeline.ruleset(), state, *place.entry);
    }
    return state;
}

// Random play: any action, undo or redo, delayed clock commands, held ones, and now and then a new boot.
class RandomPlay {
public:
    explicit RandomPlay(unsigned seed) : random_(seed) {}

    Entry next(TestMatch& match)
    {
        const auto by = static_cast<std::uint8_t>(1 + random_() % 2);
        now_ += static_cast<double>(random_() % 8000) / 1000;
        match.see(random_() % 4 == 0 ? std::nullopt : std::optional(match.state().at));
        const auto dice = random_() % 100;
        if (dice < 20) {
            return match.next(at(now_), Undo{any_id(match.timeline())}, std::nullopt, by);
        }
        if (dice < 30) {
            return match.next(at(now_), Redo{any_id(match.timeline())}, std::nullopt, by);
        }
        if (dice < 31) {
            now_ = 1;
            return match.next(at(now_), BoardBoot{std::chrono::seconds(100), std::chrono::seconds(10)},
                              std::nullopt, support::kBoardWriter);
        }
        const std::vector<Action> actions = all_actions(match.timeline().ruleset(), match.state());
        return match.next(at(now_), actions[random_() % actions.size()].command, any_verdict(), by);
    }

private:
    CommandId any_id(const Timeline& timeline)
    {
        return timeline.entries()[random_() % timeline.entries().size()].id();
    }
    std::optional<Verdict> any_verdict()
    {
        const auto dice = random_() % 10;
        if (dice < 6) {
            return std::nullopt;
        }
        Verdict verdict = support::counts_at(at(std::max(0.0, now_ - static_cast<double>(random_() % 30))));
        if (dice == 6) {
            verdict.effect = Effect::kNone;
            verdict.reason = VerdictReason::kHeld;
            verdict.offered = std::chrono::seconds(random_() % 600);
        } else if (dice == 7) {
            verdict.effect = Effect::kBook;
            verdict.book_to = verdict.at;
            verdict.book_from = verdict.at - std::chrono::seconds(random_() % 5);
        }
        return verdict;
    }

    std::mt19937 random_;
    double now_ = 100;
};

TEST(TimelineFoldTest, InAnyOrderOfLateEntriesAndUndosEqualsThePlainFold)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        TestMatch match;
        RandomPlay play(seed);
        for (int step = 0; step < 250; ++step) {
            const Entry entry = play.next(match);
            match.give(entry);
            if (step % 10 == 0) {
                ASSERT_EQ(match.state(), plain_fold(match.timeline())) << "seed " << seed << " step " << step;
            }
        }
        ASSERT_EQ(match.state(), plain_fold(match.timeline())) << "seed " << seed;
    }
}

TEST(TimelineFoldTest, DroppingAnyTailEqualsNeverHavingAddedIt)
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        TestMatch match;
        RandomPlay play(seed);
        std::vector<MatchState> states{match.state()};
        for (int step = 0; step < 150; ++step) {
            match.give(play.next(match));
            states.push_back(match.state());
        }
        for (const Rev rev : {140U, 100U, 99U, 64U, 3U, 1U}) {
            match.timeline().drop_after(rev);

            ASSERT_EQ(match.state(), states[rev - 1]) << "seed " << seed << " back to rev " << rev;
        }
    }
}

TEST(TimelineFoldTest, PreviewOfPendingEntriesEqualsAddingThem)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        TestMatch match;
        RandomPlay play(seed);
        for (int step = 0; step < 100; ++step) {
            match.give(play.next(match));
        }
        const Timeline confirmed = match.timeline();
        std::vector<Entry> pending;
        for (int step = 0; step < 20; ++step) {
            Entry entry = play.next(match);
            if (std::holds_alternative<BoardBoot>(entry.command())) {
                continue; // only the board itself writes one
            }
            entry.outcome = match.timeline().judge(entry);
            match.give(entry);
            if (entry.outcome.applied) {
                pending.push_back(entry);
            }
        }

        EXPECT_EQ(confirmed.preview(pending), match.state()) << "seed " << seed;
    }
}

// Whatever was entered, in whatever order it is taken back: the match is as it was before.
TEST(TimelineFoldTest, UndoingEverythingInAnyOrderLeavesTheStartOfTheMatch)
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        TestMatch match;
        const MatchState start = match.state();
        std::mt19937 random(seed);
        RandomPlay play(seed);
        for (int step = 0; step < 120; ++step) {
            Entry entry = play.next(match);
            if (!std::holds_alternative<BoardBoot>(entry.command())) { // a boot cannot be undone
                match.give(entry);
            }
        }
        match.see(std::nullopt);
        std::vector<CommandId> ids;
        for (const Entry& entry : match.timeline().entries()) {
            ids.push_back(entry.id());
        }
        std::shuffle(ids.begin(), ids.end(), random);
        for (const CommandId& id : ids) {
            match.give(at(100000), Undo{id}); // what is no longer there to undo is refused
        }

        EXPECT_EQ(match.state(), start) << "seed " << seed;
    }
}

TEST(TimelineFoldTest, ARefusalLeavesTheStateUntouched)
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        TestMatch match;
        RandomPlay play(seed);
        for (int step = 0; step < 200; ++step) {
            const Entry entry = play.next(match);
            MatchState state = match.state();
            if (!apply(match.timeline().ruleset(), state, entry).applied) {
                ASSERT_EQ(state, match.state()) << "seed " << seed << ": " << describe(entry.command());
            }
            match.give(entry);
        }
    }
}

} // namespace
} // namespace scoreboard::match
