// Simulated matches in virtual time: scoreboard-simulation [--seed N] [--runs N] [--seconds S] [--story]
// Every order of few events: scoreboard-simulation --explore [--taps N] [--cuts N] …
//
// Prints one line a run, and for a broken promise what went on before it. Exit 0: every promise held; 1: one
// broke, or not everything was tried.

#include <CLI/CLI.hpp>
#include <cstdio>

#include "simulation/explorer.h"
#include "simulation/run_seed.h"

namespace {

void add_options(CLI::App& app, scoreboard::simulation::Bounds& bounds, std::uint64_t& states_max)
{
    app.add_option("--taps", bounds.taps, "explore: of each of two tablets")
        ->capture_default_str()
        ->check(CLI::Range(1, 4));
    app.add_option("--tablet-kills", bounds.tablet_kills, "explore: of each app")->capture_default_str();
    app.add_option("--board-kills", bounds.board_kills, "explore: of the daemon")->capture_default_str();
    app.add_option("--cuts", bounds.cuts, "explore: connections of each tablet that break")
        ->capture_default_str();
    app.add_option("--drops", bounds.drops, "explore: envelopes that are lost")->capture_default_str();
    app.add_option("--duplicates", bounds.duplicates, "explore: envelopes that arrive twice")
        ->capture_default_str();
    app.add_option("--reorders", bounds.reorders, "explore: envelopes that overtake others")
        ->capture_default_str();
    app.add_option("--states", states_max, "explore: give up after so many")->capture_default_str();
}

int tell_exploration(const scoreboard::simulation::Exploration& found)
{
    const bool held = found.violation.empty();
    std::printf("%s: %llu states, %llu events tried, %llu ends, at most %zu events deep, %llu states reached "
                "again and "
                "compared\n",
                !held            ? "BROKEN"
                : found.complete ? "every order tried, all held"
                                 : "all held, but not all were tried",
                static_cast<unsigned long long>(found.states),
                static_cast<unsigned long long>(found.transitions),
                static_cast<unsigned long long>(found.ends), found.depth,
                static_cast<unsigned long long>(found.audited));
    for (std::size_t event = 0; event < found.story.size(); ++event) {
        std::printf("%4zu  %s\n", event + 1, found.story[event].c_str());
    }
    if (!held) {
        std::printf("broken: %s\n", found.violation.c_str());
    }
    return held && found.complete ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    using namespace scoreboard::simulation;
    std::uint64_t seed = 1;
    std::uint64_t runs = 1;
    Micros seconds = 60;
    bool story = false;
    CLI::App app{"Tablets, board and panel with faulty links between them, in virtual time from one seed"};
    app.add_option("--seed", seed, "the first seed")->capture_default_str();
    app.add_option("--runs", runs, "how many seeds, counting up")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--seconds", seconds, "how long people tap and things fail, in virtual time")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_flag("--story", story, "print what went on, also when all is well");
    bool explores = false;
    Bounds bounds;
    std::uint64_t states_max = 20'000'000;
    app.add_flag("--explore", explores, "try every order of few events instead of seeds");
    add_options(app, bounds, states_max);
    CLI11_PARSE(app, argc, argv);
    if (explores) {
        return tell_exploration(explore(bounds, Sabotage::kNone, states_max, 1009));
    }

    std::uint64_t broken = 0;
    for (std::uint64_t run = 0; run < runs; ++run) {
        const Report report = run_seed(seed + run, seconds * kSecond);
        std::printf("seed %llu: %s, %zu taps, %zu entries, %zu crashes, %.0f s simulated, trace %016llx\n",
                    static_cast<unsigned long long>(report.seed),
                    report.violation.empty() ? "all held" : "BROKEN", report.taps, report.recorded,
                    report.crashes, static_cast<double>(report.simulated) / 1e6,
                    static_cast<unsigned long long>(report.trace_hash));
        if (!report.violation.empty() || story) {
            std::printf("%s\n", tell(report, story ? SIZE_MAX : 60).c_str());
        }
        broken += report.violation.empty() ? 0U : 1U;
    }
    return broken == 0 ? 0 : 1;
}
