// Power cuts by the thousand, under the real stores on a disk in memory:
// scoreboard-power-cuts [--store log|journal] [--cuts N] [--flash plain|garbling] [--fault WHAT] [--lying]
// [--seed S]
//
// Prints one line. Exit 0: nothing was lost or doubled; 1: something was, and the line says what.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "simulation/power_cuts.h"

int main(int argc, char** argv)
{
    using namespace scoreboard::simulation;
    CutPlan plan;
    std::string flash = "plain";
    std::string fault = "none";
    std::string store = "log";
    const std::map<std::string, CutStore> stores{{"log", CutStore::kLog}, {"journal", CutStore::kJournal}};
    const std::map<std::string, DiskFault> faults{{"none", DiskFault::kPowerCut},
                                                  {"sync", DiskFault::kSyncError},
                                                  {"full", DiskFault::kFull},
                                                  {"write", DiskFault::kWriteError},
                                                  {"read", DiskFault::kReadError}};
    CLI::App app{"Cuts the power of a store again and again, and looks what is left"};
    app.add_option("--store", store, "the board's log or the tablet's journal")
        ->capture_default_str()
        ->check(CLI::IsMember(stores));
    app.add_option("--cuts", plan.cuts, "how many")->capture_default_str()->check(CLI::PositiveNumber);
    app.add_option("--flash", flash, "what a cut does to the block being written: plain or garbling")
        ->capture_default_str()
        ->check(CLI::IsMember({"plain", "garbling"}));
    app.add_option("--fault", fault, "what fails before the cut")
        ->capture_default_str()
        ->check(CLI::IsMember(faults));
    app.add_flag("--lying", plan.traits.lying,
                 "syncs that do nothing: loss is expected, and must be noticed");
    app.add_option("--seed", plan.seed, "another seed, other cuts")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    plan.store = stores.at(store);
    plan.fault = faults.at(fault);
    plan.traits.garbling = flash == "garbling";

    const auto began = std::chrono::steady_clock::now();
    const CutReport report = cut_at_random(plan);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;

    std::printf("%s, %s flash, fault %s, seed %llu: %zu cuts, %zu after a fault, %zu commits, ",
                store.c_str(), flash.c_str(), fault.c_str(), static_cast<unsigned long long>(plan.seed),
                report.cuts, report.faults, report.commits);
    if (plan.traits.lying) {
        std::printf("%zu went back, %zu set aside, ", report.older, report.aside);
    }
    std::printf("%s, %.0f cuts/s\n", report.broken.empty() ? "0 lost" : ("BROKEN: " + report.broken).c_str(),
                static_cast<double>(report.cuts) / took.count());
    constexpr std::size_t kLines = 40;
    for (std::size_t i = report.story.size() > kLines ? report.story.size() - kLines : 0;
         i < report.story.size(); ++i) {
        std::printf("    %s\n", report.story[i].c_str());
    }
    return report.broken.empty() ? 0 : 1;
}
