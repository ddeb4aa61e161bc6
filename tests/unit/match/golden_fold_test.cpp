#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::TestMatch;

// Everything that a log of the first edition can hold. Nothing may be added or moved: the goldens are of this
// list.
const std::vector<Command>& first_commands()
{
    static const std::vector<Command> kCommands{
        AddScore{Side::kHome, 2},
        AddScore{Side::kGuest, 3},
        AddScore{Side::kHome, -1},
        SetScore{Side::kGuest, 40, {}},
        AddFoul{Side::kHome, 1},
        AddFoul{Side::kGuest, 1},
        AddFoul{Side::kHome, -1},
        StartTimeout{Side::kHome},
        StartTimeout{Side::kGuest},
        SetPossession{Side::kHome, {}},
        SetPossession{Side::kGuest, {}},
        StartClock{ClockId::kGame},
        StartClock{ClockId::kGame},
        StopClock{ClockId::kGame},
        SetClock{ClockId::kGame, 95s},
        SetClock{ClockId::kGame, 5s},
        SetClock{ClockId::kShot, 7s},
        StartClock{ClockId::kShot},
        StopClock{ClockId::kShot},
        ResetShotClock{24s},
        ResetShotClock{14s},
        BlankShotClock{},
        NextPeriod{},
        SoundHorn{},
        BoardBoot{300s, 9s, true},
        SetScore{Side::kHome, 12, {}},
        SetClock{ClockId::kGame, 0s},
    };
    return kCommands;
}

// FNV-1a over what became of every command and over the state after it.
std::uint64_t golden(unsigned seed)
{
    std::mt19937 random(seed);
    TestMatch match(support::of_fold_1(support::basketball()));
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 0x100000001B3ULL; };
    double now = 100;
    for (int step = 0; step < 400; ++step) {
        now += static_cast<double>(random() % 20000) / 1000;
        if (random() % 2 == 0) {
            match.see(match.state().at);
        }
        std::optional<Verdict> verdict;
        const Command& command = first_commands()[random() % first_commands().size()];
        if (needs_verdict(command) && random() % 3 == 0) {
            verdict = support::counts_at(at(now - static_cast<double>(random() % 3000) / 1000));
        } else if (needs_verdict(command)) {
            verdict = support::counts_at(at(now));
        }
        const CommandId before = match.last();
        const Outcome outcome = match.give(at(now), command, verdict);
        mix(static_cast<unsigned>(outcome.reason));
        mix(digest(match.state(), at(now)));
        if (random() % 9 == 0 && before != CommandId{}) {
            mix(static_cast<std::uint64_t>(match.give(at(now), Undo{before}).reason));
            mix(digest(match.state(), at(now)));
        }
    }
    return hash;
}

// A log that was written by any earlier build must fold to the digests that it carries, or boards refuse it
// and tablets stop predicting.
TEST(GoldenFoldTest, LogsOfTheFirstEditionFoldToTheDigestsTheyCarry)
{
    EXPECT_EQ(golden(1), 15305994325506028957U);
    EXPECT_EQ(golden(2), 1228486974623561953U);
    EXPECT_EQ(golden(3), 4933678297593625574U);
}

} // namespace
} // namespace scoreboard::match
