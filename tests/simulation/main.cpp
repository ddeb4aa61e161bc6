// Simulated matches in virtual time: scoreboard-simulation [--seed N] [--runs N | --minutes M] [--match]
// [--story] A broken one made small: scoreboard-simulation --seed N --shrink With a planted bug, which must
// be found: scoreboard-simulation --sabotage NAME | list; all: --matrix Every order of few events:
// scoreboard-simulation --explore [--taps N] [--cuts N] …
//
// Prints one line a run, and for a broken promise what went on before it. Exit 0: every promise held; 1: one
// broke, or not everything was tried; 2: it cannot be done.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "simulation/explorer.h"
#include "simulation/forked_runs.h"
#include "simulation/matrix.h"
#include "simulation/moments.h"
#include "simulation/planted_bug.h"
#include "simulation/run_seed.h"
#include "simulation/shrink.h"

namespace {

constexpr std::chrono::seconds kRunLimit{600};

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
    app.add_flag("--every-order", bounds.every_order,
                 "explore: also orders that come to the same as another");
    app.add_option("--states", states_max, "explore: give up after so many")->capture_default_str();
}

void add_moments(CLI::App& app, const std::string& name, scoreboard::simulation::Moments& moments,
                 const std::string& what)
{
    app.add_option_function<std::string>(
           name,
           [&moments, name](const std::string& text) {
               const auto parsed = scoreboard::simulation::parse_moments(text);
               if (!parsed) {
                   throw CLI::ValidationError(name, "\"" + text + "\" is no list of numbers such as 1-14,16");
               }
               moments = *parsed;
           },
           what)
        ->type_name("LIST");
}

int tell_exploration(const scoreboard::simulation::Exploration& found)
{
    const bool held = found.violation.empty();
    std::printf("%s: %zu outcomes, %llu states, %llu events tried, %llu ends, at most %zu events deep, %llu "
                "states reached "
                "again and "
                "compared\n",
                !held            ? "BROKEN"
                : found.complete ? "every order tried, all held"
                                 : "all held, but not all were tried",
                found.outcomes.size(), static_cast<unsigned long long>(found.states),
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

int tell_bugs()
{
    for (const scoreboard::simulation::PlantedBug& bug : scoreboard::simulation::planted_bugs()) {
        std::printf("%-22s %-10s  %s\n", bug.name, bug.caught_by, bug.what);
    }
    return 0;
}

struct Seeds {
    scoreboard::simulation::Plan plan; // with the first seed
    std::uint64_t runs = 1;
    double minutes = 0; // as many runs as that takes; 0: as `runs` says
    std::size_t jobs = 1;
    bool story = false;
};

void tell_run(const Seeds& seeds, const scoreboard::simulation::Report& report)
{
    using namespace scoreboard::simulation;
    std::printf("seed %llu: %s, %zu taps, %zu entries, %zu crashes, %.0f s simulated, trace %016llx\n",
                static_cast<unsigned long long>(report.seed), report.broken ? "BROKEN" : "all held",
                report.taps, report.recorded, report.crashes, static_cast<double>(report.simulated) / 1e6,
                static_cast<unsigned long long>(report.trace_hash));
    if (report.broken || seeds.story) {
        Plan plan = seeds.plan;
        plan.seed = report.seed;
        std::printf("%s", tell(plan, report, seeds.story ? SIZE_MAX : 60).c_str());
    }
    std::fflush(stdout);
}

// Runs and tells, in the order of the seeds however they end.
int run_seeds(const Seeds& seeds)
{
    using namespace scoreboard::simulation;
    const auto end =
        std::chrono::steady_clock::now() + std::chrono::duration_cast<std::chrono::seconds>(
                                               std::chrono::duration<double, std::ratio<60>>(seeds.minutes));
    const auto wanted = [&](std::size_t started) {
        return seeds.minutes > 0 ? std::chrono::steady_clock::now() < end : started < seeds.runs;
    };
    ForkedRuns children(seeds.jobs, kRunLimit);
    std::map<std::size_t, Report> done; // and not told yet
    std::size_t started = 0;
    std::size_t told = 0;
    std::size_t broken = 0;
    Micros simulated = 0;
    while (wanted(started) || !children.idle()) {
        if (wanted(started) && !children.full()) {
            Plan plan = seeds.plan;
            plan.seed += started;
            children.start(std::move(plan), started++);
            continue;
        }
        ForkedRuns::Finished one = children.wait();
        done.emplace(one.tag, std::move(one.report));
        for (; done.contains(told); done.erase(told++)) {
            const Report& report = done.at(told);
            tell_run(seeds, report);
            broken += report.broken ? 1U : 0U;
            simulated += report.simulated;
        }
    }
    if (told > 1) {
        std::printf("%zu of %zu seeds broken, %.1f hours simulated\n", broken, told,
                    static_cast<double>(simulated) / 3.6e9);
    }
    return broken == 0 ? 0 : 1;
}

// As often in a season as in a simulation: two hours, and something fails every six minutes.
void be_a_match(scoreboard::simulation::Plan& plan)
{
    plan.play = 7200 * scoreboard::simulation::kSecond;
    plan.tablets = 4;
    plan.commands = 600;
    plan.faults = 20;
}

} // namespace

int main(int argc, char** argv)
{
    using namespace scoreboard::simulation;
    Seeds seeds;
    Plan& plan = seeds.plan;
    double seconds = 0;
    double hours = 0;
    std::string sabotage;
    std::vector<std::string> without;
    bool match = false;
    bool shrinks = false;
    bool matrix = false;
    bool explores = false;
    Bounds bounds;
    std::uint64_t states_max = 20'000'000;
    CLI::App app{"Tablets, board and panel with faulty links between them, in virtual time from one seed"};
    app.add_option("--seed", plan.seed, "the first seed")->capture_default_str();
    auto* runs = app.add_option("--runs", seeds.runs, "how many seeds, counting up")
                     ->capture_default_str()
                     ->check(CLI::PositiveNumber);
    app.add_option("--minutes", seeds.minutes, "as many seeds as that takes, in real time")
        ->check(CLI::PositiveNumber);
    app.add_option("--jobs", seeds.jobs, "how many runs side by side")
        ->capture_default_str()
        ->check(CLI::Range(1, 64));
    app.add_option("--seconds", seconds, "how long people tap and things fail, in virtual time (60)")
        ->check(CLI::PositiveNumber);
    app.add_option("--hours", hours, "the same in hours")->check(CLI::PositiveNumber);
    app.add_option("--tablets", plan.tablets, "how many, or as the seed says")->check(CLI::Range(1, 16));
    app.add_option("--commands", plan.commands, "how many taps all in all, or some a second")
        ->check(CLI::PositiveNumber);
    app.add_option("--faults", plan.faults, "how many all in all, or some a minute")
        ->check(CLI::PositiveNumber);
    app.add_flag("--match", match, "a whole match: 2 hours, 4 tablets, 600 taps, 20 faults");
    std::string kinds = "all";
    for (const FaultText& kind : all_faults()) {
        kinds += std::string(", ") + kind.name;
    }
    app.add_option("--without", without, "no such fault; may be repeated: " + kinds);
    add_moments(app, "--no-taps", plan.no_taps,
                "nobody is at a tablet at these moments of a run, counted from 1: 1-14,16");
    add_moments(app, "--no-faults", plan.no_faults, "nothing fails at these moments of a run");
    app.add_flag("--storage-dies", plan.storage_dies,
                 "in every run the board loses its log once, and is filled from a tablet");
    app.add_flag("--story", seeds.story, "print what went on, also when all is well");
    app.add_flag("--shrink", shrinks, "make the broken run of --seed as small as can be, and tell it");
    app.add_option("--sabotage", sabotage, "with this planted bug; `list` prints them all");
    app.add_flag("--matrix", matrix,
                 "every planted bug against every check, 200 seeds each unless --runs says");
    app.add_flag("--explore", explores, "try every order of few events instead of seeds");
    add_options(app, bounds, states_max);
    CLI11_PARSE(app, argc, argv);
    if (match) {
        be_a_match(plan);
    }
    if (seconds > 0 || hours > 0) {
        plan.play = static_cast<Micros>((hours > 0 ? hours * 3600 : seconds) * 1e6);
    }
    for (const std::string& name : without) {
        if (name == "all") {
            plan.without.set();
            continue;
        }
        const auto kind = find_fault(name);
        if (!kind) {
            std::fprintf(stderr, "There is no fault \"%s\"; there are %s.\n", name.c_str(), kinds.c_str());
            return 2;
        }
        plan.without.set(index_of(*kind));
    }

    if (sabotage == "list") {
        return tell_bugs();
    }
    if ((matrix || !sabotage.empty()) && !bugs_are_built()) {
        std::fprintf(stderr,
                     "This build has no planted bugs inside. Use ./dev sim, which builds one that has "
                     "(preset sabotage).\n");
        return 2;
    }
    if (!sabotage.empty()) {
        const PlantedBug* bug = find_planted_bug(sabotage);
        if (bug == nullptr) {
            std::fprintf(stderr, "There is no planted bug \"%s\"; --sabotage list prints them all.\n",
                         sabotage.c_str());
            return 2;
        }
        plan.bug = bug->bug;
    }
    if (matrix) {
        return print_matrix(plan, runs->count() == 0 ? 200 : seeds.runs, seeds.jobs);
    }
    if (explores) {
        return tell_exploration(explore(bounds, Sabotage::kNone, states_max, 1009));
    }
    if (shrinks) {
        plan = shrink(plan);
        seeds.runs = 1;
        seeds.story = true;
    }
    return run_seeds(seeds);
}
