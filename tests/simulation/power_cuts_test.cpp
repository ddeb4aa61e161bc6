// Goal: what was acknowledged survives any power cut, and any failure before it.
// Method: the real stores on a disk in memory, cut at random and at every operation of a short run; a slice
// of what scoreboard-power-cuts does by the hundred thousand.

#include "simulation/power_cuts.h"

#include <gtest/gtest.h>

namespace scoreboard::simulation {
namespace {

struct Row {
    const char* name;
    CutStore store;
    SimDisk::Traits traits;
    DiskFault fault;
    std::size_t cuts;
};

void PrintTo(const Row& row, std::ostream* out)
{
    *out << row.name;
}

CutPlan plan_of(const Row& row)
{
    CutPlan plan;
    plan.store = row.store;
    plan.traits = row.traits;
    plan.fault = row.fault;
    plan.cuts = row.cuts;
    return plan;
}

std::string story_of(const CutReport& report)
{
    std::string text;
    for (std::size_t i = report.story.size() > 60 ? report.story.size() - 60 : 0; i < report.story.size();
         ++i) {
        text += report.story[i] + "\n";
    }
    return text;
}

class RandomCutsTest : public testing::TestWithParam<Row> {};

TEST_P(RandomCutsTest, LoseNothingThatWasAcknowledged)
{
    const CutReport report = cut_at_random(plan_of(GetParam()));

    EXPECT_EQ(report.broken, "") << story_of(report);
    EXPECT_EQ(report.cuts, GetParam().cuts);
    EXPECT_GT(report.rows, report.cuts);
}

constexpr SimDisk::Traits kPlain{};
constexpr SimDisk::Traits kGarbling{.garbling = true};

INSTANTIATE_TEST_SUITE_P(
    Disks, RandomCutsTest,
    testing::Values(Row{"LogOnPlainFlash", CutStore::kLog, kPlain, DiskFault::kPowerCut, 400},
                    Row{"LogOnGarblingFlash", CutStore::kLog, kGarbling, DiskFault::kPowerCut, 400},
                    Row{"LogWhoseSyncFails", CutStore::kLog, kPlain, DiskFault::kSyncError, 100},
                    Row{"JournalOnPlainFlash", CutStore::kJournal, kPlain, DiskFault::kPowerCut, 400},
                    Row{"JournalOnGarblingFlash", CutStore::kJournal, kGarbling, DiskFault::kPowerCut, 400},
                    Row{"JournalWhoseSyncFails", CutStore::kJournal, kPlain, DiskFault::kSyncError, 100}),
    [](const auto& row) { return row.param.name; });

class LyingDiskTest : public testing::TestWithParam<Row> {};

TEST_P(LyingDiskTest, IsNoticedWheneverItHasLost)
{
    const CutReport report = cut_at_random(plan_of(GetParam()));

    EXPECT_EQ(report.broken, "") << story_of(report);
    EXPECT_GT(report.older, 0u);
    EXPECT_GT(report.aside, 0u);
}

constexpr SimDisk::Traits kLying{.garbling = false, .lying = true};

INSTANTIATE_TEST_SUITE_P(Stores, LyingDiskTest,
                         testing::Values(Row{"Log", CutStore::kLog, kLying, DiskFault::kPowerCut, 300},
                                         Row{"Journal", CutStore::kJournal, kLying, DiskFault::kPowerCut,
                                             300}),
                         [](const auto& row) { return row.param.name; });

class EveryOperationTest : public testing::TestWithParam<Row> {};

TEST_P(EveryOperationTest, MayBeTheLastOrFail)
{
    const CutReport report = cut_everywhere(plan_of(GetParam()));

    EXPECT_EQ(report.broken, "") << story_of(report);
    EXPECT_GT(report.cuts, 50u) << "the run was too short";
}

INSTANTIATE_TEST_SUITE_P(
    Operations, EveryOperationTest,
    testing::Values(Row{"LogLosesPower", CutStore::kLog, kPlain, DiskFault::kPowerCut, 0},
                    Row{"LogLosesPowerOnGarblingFlash", CutStore::kLog, kGarbling, DiskFault::kPowerCut, 0},
                    Row{"LogIsKilled", CutStore::kLog, kPlain, DiskFault::kKill, 0},
                    Row{"LogCannotSync", CutStore::kLog, kPlain, DiskFault::kSyncError, 0},
                    Row{"LogCannotWrite", CutStore::kLog, kPlain, DiskFault::kWriteError, 0},
                    Row{"LogHasNoRoom", CutStore::kLog, kPlain, DiskFault::kFull, 0},
                    Row{"JournalLosesPower", CutStore::kJournal, kPlain, DiskFault::kPowerCut, 0},
                    Row{"JournalLosesPowerOnGarblingFlash", CutStore::kJournal, kGarbling,
                        DiskFault::kPowerCut, 0},
                    Row{"JournalIsKilled", CutStore::kJournal, kPlain, DiskFault::kKill, 0},
                    Row{"JournalCannotSync", CutStore::kJournal, kPlain, DiskFault::kSyncError, 0},
                    Row{"JournalCannotWrite", CutStore::kJournal, kPlain, DiskFault::kWriteError, 0},
                    Row{"JournalHasNoRoom", CutStore::kJournal, kPlain, DiskFault::kFull, 0}),
    [](const auto& row) { return row.param.name; });

TEST(PowerCutsTest, OneSeedGivesOneResultHoweverManyWorkSideBySide)
{
    CutPlan plan;
    plan.cuts = 100;
    const CutReport alone = cut_at_random(plan);
    plan.jobs = 2;

    const CutReport together = cut_at_random(plan);

    EXPECT_EQ(alone.rows, together.rows);
    EXPECT_EQ(alone.cuts, together.cuts);
}

} // namespace
} // namespace scoreboard::simulation
