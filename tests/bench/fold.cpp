// How long a match of 2,000 entries takes to fold, as a board does at its start and a tablet after a resync.
//
//     scoreboard-bench-fold
//
// The floor is a copy of the same entries in memory. Prints one JSON line: {"entries":…, "fold_us":…,
// "copy_us":…}.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "match/actions.h"
#include "match/timeline.h"
#include "wire/wire.h"

namespace {

using namespace scoreboard;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kEntries = 2000;
constexpr int kRounds = 51;

// A game of basketball that scores, fouls, runs its clocks and takes one entry in twenty back.
std::vector<match::Entry> played()
{
    match::Body body;
    body.id = match::CommandId{{}, 1};
    body.command = match::StartMatch{match::default_ruleset(), "HOME", "GUEST"};
    const auto entry_of = [](const match::Body& made, match::Rev rev) {
        match::Entry entry;
        entry.rev = rev;
        entry.sealed = wire::seal(made);
        entry.outcome.applied = true;
        entry.received = match::BoardTime(rev * 1s);
        return entry;
    };
    match::Timeline timeline(entry_of(body, 1));
    while (timeline.entries().size() < kEntries) {
        const match::Rev rev = timeline.rev() + 1;
        const match::Side side = rev % 3 == 0 ? match::Side::kHome : match::Side::kGuest;
        body.id.seq = rev;
        switch (rev % 20) {
        case 0:
            body.command = match::Undo{{{}, rev - 1}};
            break;
        case 5:
            body.command = match::StartClock{};
            break;
        case 9:
            body.command = match::StopClock{};
            break;
        case 12:
            body.command = match::ResetShotClock{24s};
            break;
        default:
            body.command = match::AddScore{side, rev % 2 == 0 ? 1 : -1};
        }
        match::Entry entry = entry_of(body, rev);
        if (match::needs_verdict(entry.command())) {
            match::Verdict verdict;
            verdict.effect = match::Effect::kAt;
            verdict.at = entry.received;
            entry.verdict = verdict;
        }
        entry.outcome = timeline.judge(entry);
        timeline.add(std::move(entry));
    }
    return {timeline.entries().begin(), timeline.entries().end()};
}

template <class Work>
double median_us(Work work)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const auto begin = Steady::now();
        work();
        times.push_back(std::chrono::duration<double, std::micro>(Steady::now() - begin).count());
    }
    std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
    return times[kRounds / 2];
}

} // namespace

int main()
{
    const std::vector<match::Entry> entries = played();
    std::size_t kept = 0; // so that nothing is optimised away
    const double copy = median_us([&] {
        std::vector<match::Entry> copied;
        for (const match::Entry& entry : entries) {
            copied.push_back(entry);
        }
        kept += copied.size();
    });
    const double fold = median_us([&] {
        match::Timeline timeline(entries.front());
        for (std::size_t i = 1; i < entries.size(); ++i) {
            timeline.add(entries[i]);
        }
        kept += timeline.entries().size();
    });
    if (kept != 2 * kRounds * kEntries) {
        return EXIT_FAILURE;
    }
    std::printf("{\"entries\":%zu,\"fold_us\":%.1f,\"copy_us\":%.1f}\n", entries.size(), fold, copy);
}
