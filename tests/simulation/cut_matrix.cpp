#include "simulation/cut_matrix.h"

#include <array>
#include <cstdio>

#include "simulation/planted_bug.h"

namespace scoreboard::simulation {

namespace {

struct Condition {
    const char* name;
    CutStore store;
    SimDisk::Traits traits;
    DiskFault fault;
};

constexpr std::array<Condition, 6> kConditions{{
    {"log plain", CutStore::kLog, {}, DiskFault::kPowerCut},
    {"log garbling", CutStore::kLog, {.garbling = true}, DiskFault::kPowerCut},
    {"log sync fails", CutStore::kLog, {}, DiskFault::kSyncError},
    {"journal plain", CutStore::kJournal, {}, DiskFault::kPowerCut},
    {"journal garbling", CutStore::kJournal, {.garbling = true}, DiskFault::kPowerCut},
    {"journal sync fails", CutStore::kJournal, {}, DiskFault::kSyncError},
}};

constexpr PlantedBug kNone{SABOTAGE_NONE, "none", "", ""};

bool is_of_the_stores(const PlantedBug& bug)
{
    return bug.caught_by == kCaughtByPowerCuts || bug.bug == SABOTAGE_ACK_BEFORE_COMMIT;
}

// Whether it is caught anywhere.
bool print_row(const PlantedBug& bug, const CutPlan& base)
{
    plant(bug.bug);
    std::printf("%-22s", bug.name);
    const std::size_t disks = (base.cuts + kCutsADisk - 1) / kCutsADisk;
    bool caught = false;
    for (const Condition& condition : kConditions) {
        CutPlan plan = base;
        plan.store = condition.store;
        plan.traits = condition.traits;
        plan.fault = condition.fault;
        Rng seeds(base.seed);
        std::size_t times = 0;
        for (std::size_t disk = 0; disk < disks; ++disk) {
            times += cut_one_disk(plan, seeds.next()).broken.empty() ? 0U : 1U;
        }
        std::printf(" %17.1f%%", 100.0 * static_cast<double>(times) / static_cast<double>(disks));
        std::fflush(stdout);
        caught = caught || times > 0;
    }
    std::printf("\n");
    plant(SABOTAGE_NONE);
    return caught;
}

} // namespace

int print_cut_matrix(const CutPlan& base)
{
    std::printf("%-22s", "planted bug");
    for (const Condition& condition : kConditions) {
        std::printf(" %18s", condition.name);
    }
    std::printf("\n");
    bool complete = !print_row(kNone, base);
    for (const PlantedBug& bug : planted_bugs()) {
        if (is_of_the_stores(bug)) {
            complete = print_row(bug, base) && complete;
        }
    }
    std::printf("%zu cuts each: %s\n", base.cuts, complete ? "every bug is caught" : "INCOMPLETE");
    return complete ? 0 : 1;
}

} // namespace scoreboard::simulation
