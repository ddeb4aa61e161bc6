// Power cuts by the thousand, under the real stores on a disk in memory:
// scoreboard-power-cuts [--store log|journal|both] [--cuts N] [--seed S] [--jobs N]
//                       [--fault none|sync|eio|read|enospc] [--flash plain|garbling|lying] [--everywhere]
// In a build with planted bugs also: --sabotage NAME, --matrix.
//
// Prints a line a store. Exit 0: nothing was lost or doubled; 1: something was, and the story of that disk
// follows.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "simulation/cut_matrix.h"
#include "simulation/planted_bug.h"
#include "simulation/power_cuts.h"

namespace {

using namespace scoreboard::simulation;

constexpr std::size_t kStoryLines = 60;

int tell(const CutPlan& plan, bool everywhere, const std::string& conditions)
{
    const auto began = std::chrono::steady_clock::now();
    const CutReport report = everywhere ? cut_everywhere(plan) : cut_at_random(plan);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;

    std::printf("%s, %s: %zu cuts, %zu after a fault, %zu rows acknowledged, ",
                plan.store == CutStore::kLog ? "log" : "journal", conditions.c_str(), report.cuts,
                report.faults, report.rows);
    if (plan.traits.lying) {
        std::printf("went back %zu times and was damaged %zu times, each noticed; 0 unnoticed", report.older,
                    report.aside);
    } else {
        std::printf("0 lost");
    }
    std::printf("; %.0f cuts/s\n", static_cast<double>(report.cuts) / took.count());
    if (report.broken.empty()) {
        return 0;
    }
    const std::size_t lines = report.story.size();
    for (std::size_t i = lines > kStoryLines ? lines - kStoryLines : 0; i < lines; ++i) {
        std::printf("    %s\n", report.story[i].c_str());
    }
    std::printf("BROKEN: %s\n", report.broken.c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    CutPlan plan;
    std::string flash = "plain";
    std::string fault = "none";
    std::string store = "both";
    std::string bug;
    bool everywhere = false;
    bool matrix = false;
    const std::map<std::string, DiskFault> faults{{"none", DiskFault::kPowerCut},
                                                  {"sync", DiskFault::kSyncError},
                                                  {"enospc", DiskFault::kFull},
                                                  {"eio", DiskFault::kWriteError},
                                                  {"read", DiskFault::kReadError}};
    CLI::App app{"Cuts the power of a store again and again, and looks what is left"};
    app.add_option("--store", store, "the board's log, the tablet's journal, or one after the other")
        ->capture_default_str()
        ->check(CLI::IsMember({"log", "journal", "both"}));
    app.add_option("--cuts", plan.cuts, "how many of each")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--flash", flash,
                   "plain; garbling: a cut spoils the block being written; lying: syncs do nothing, loss is "
                   "expected and must be noticed")
        ->capture_default_str()
        ->check(CLI::IsMember({"plain", "garbling", "lying"}));
    app.add_option("--fault", fault,
                   "what fails before the cut: none, sync, eio (a write), read, enospc (a full disk)")
        ->capture_default_str()
        ->check(CLI::IsMember(faults));
    app.add_option("--seed", plan.seed, "another seed, other cuts")->capture_default_str();
    app.add_option("--jobs", plan.jobs, "side by side")->capture_default_str()->check(CLI::Range(1, 64));
    app.add_flag("--everywhere", everywhere, "a short run, cut or failed at each of its operations in turn");
    app.add_option("--sabotage", bug, "with this planted bug (see --matrix)");
    app.add_flag("--matrix", matrix, "every planted bug of the stores, and in how many disks it is caught");
    CLI11_PARSE(app, argc, argv);
    if ((matrix || !bug.empty()) && !bugs_are_built()) {
        std::fprintf(stderr, "this build has no planted bugs; build with cmake --preset sabotage\n");
        return 2;
    }
    if (matrix) {
        return print_cut_matrix(plan);
    }
    if (!bug.empty()) {
        const PlantedBug* found = find_planted_bug(bug);
        if (found == nullptr) {
            std::fprintf(stderr, "there is no planted bug '%s'; --matrix lists them\n", bug.c_str());
            return 2;
        }
        plant(found->bug);
    }
    plan.fault = faults.at(fault);
    plan.traits = {.garbling = flash == "garbling", .lying = flash == "lying"};
    const std::string conditions = flash + " flash, fault " + fault + ", " +
                                   (everywhere ? "everywhere, " : "") + "seed " + std::to_string(plan.seed);
    int broken = 0;
    for (const CutStore one : {CutStore::kLog, CutStore::kJournal}) {
        if (store == "both" || (store == "log") == (one == CutStore::kLog)) {
            plan.store = one;
            broken |= tell(plan, everywhere, conditions);
        }
    }
    return broken;
}
