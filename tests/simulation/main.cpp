// Simulated matches in virtual time: scoreboard-simulation [--seed N] [--runs N] [--seconds S] [--story]
//
// Prints one line a run, and for a broken promise what went on before it. Exit 0: every promise held; 1: one
// broke.

#include <CLI/CLI.hpp>
#include <cstdio>

#include "simulation/run_seed.h"

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
    CLI11_PARSE(app, argc, argv);

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
