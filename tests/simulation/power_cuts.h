#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "simulation/sim_disk.h"

namespace scoreboard::simulation {

enum class CutStore : std::uint8_t { kLog, kJournal };

// What is done to a store, over and over, on one disk after the other.
struct CutPlan {
    CutStore store = CutStore::kLog;
    SimDisk::Traits traits{};
    // Comes before each cut, and must be refused from then on; kPowerCut: nothing but the cut.
    DiskFault fault = DiskFault::kPowerCut;
    std::uint64_t seed = 1;
    std::size_t cuts = 1000;
};

struct CutReport {
    std::size_t cuts = 0;           // disks that were stopped
    std::size_t faults = 0;         // of them after a fault
    std::size_t commits = 0;        // acknowledged
    std::size_t older = 0;          // a lying disk went back, and it could be told
    std::size_t aside = 0;          // a lying disk damaged the file, which was set aside or not opened
    std::string broken;             // the first promise that was; empty: all held
    std::vector<std::string> story; // what that disk and its store went through, newest last
};

// Commits, stops the disk at a random operation, opens again and compares, `cuts` times.
CutReport cut_at_random(const CutPlan& plan);

// The same small work, cut at its first operation, at its second, and so on to its last.
CutReport cut_everywhere(const CutPlan& plan);

} // namespace scoreboard::simulation
