// Goal: nothing is lost, doubled or shown before it is, whatever tablets, air, board and line do.
// Method: real objects in virtual time, 200 seeds; the oracle knows every true tap and compares.

#include <algorithm>
#include <gtest/gtest.h>

#include "simulation/forked_runs.h"
#include "simulation/planted_bug.h"
#include "simulation/run_seed.h"

namespace scoreboard::simulation {
namespace {

// Shards, so that ctest runs them side by side.
class SimulationSeeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(SimulationSeeds, EveryPromiseHoldsForTwentySeeds)
{
    const std::uint64_t first = GetParam() * 20 + 1;
    for (std::uint64_t seed = first; seed < first + 20; ++seed) {
        Plan plan;
        plan.seed = seed;

        const Report report = simulate(plan);

        ASSERT_EQ(report.violation, "") << tell(plan, report, 60);
        ASSERT_GT(report.recorded, 1U) << "seed " << seed << " played nothing";
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SimulationSeeds, testing::Range<std::uint64_t>(0, 10));

TEST_P(SimulationSeeds, EveryPromiseHoldsWhenTheStorageDiesAndTheBoardIsFilledFromATablet)
{
    const std::uint64_t first = GetParam() * 10 + 1;
    std::size_t filled = 0;
    for (std::uint64_t seed = first; seed < first + 10; ++seed) {
        Plan plan;
        plan.seed = seed;
        plan.storage_dies = true;

        const Report report = simulate(plan);

        ASSERT_EQ(report.violation, "") << tell(plan, report, 60);
        filled += static_cast<std::size_t>(
            std::count_if(report.story.begin(), report.story.end(), [](const std::string& line) {
                return line.find("the board is filled up to rev") != std::string::npos;
            }));
    }
    EXPECT_GT(filled, 0U);
}

TEST(SimulationTest, OneSeedGivesOneTrace)
{
    Plan plan;
    plan.seed = 7;

    const Report first = simulate(plan);
    const Report second = simulate(plan);

    EXPECT_EQ(first.trace_hash, second.trace_hash);
    EXPECT_EQ(first.story, second.story);
}

TEST(SimulationTest, ARunInAProcessOfItsOwnTellsTheSame)
{
    Plan plan;
    plan.seed = 7;

    const Report here = simulate(plan);
    const Report there = run_forked(plan, std::chrono::seconds(60));

    EXPECT_EQ(there.violation, "");
    EXPECT_EQ(there.seed, 7U);
    EXPECT_EQ(there.trace_hash, here.trace_hash);
    EXPECT_EQ(there.story, here.story);
}

TEST(SimulationTest, ARunThatDiesIsABrokenRun)
{
    if (bugs_are_built()) {
        GTEST_SKIP() << "a build with planted bugs does not die of being asked for one";
    }
    Plan plan;
    plan.bug = SABOTAGE_LATE_HORN;

    const Report report = run_forked(plan, std::chrono::seconds(60));

    EXPECT_EQ(report.broken, Check::kAssert);
    EXPECT_NE(report.violation.find("bugs_are_built()"), std::string::npos) << report.violation;
}

} // namespace
} // namespace scoreboard::simulation
