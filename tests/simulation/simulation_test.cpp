// Goal: nothing is lost, doubled or shown before it is, whatever tablets, air, board and line do.
// Method: real objects in virtual time, 200 seeds; the oracle knows every true tap and compares.

#include <gtest/gtest.h>

#include "simulation/run_seed.h"

namespace scoreboard::simulation {
namespace {

// Shards, so that ctest runs them side by side.
class SimulationSeeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(SimulationSeeds, EveryPromiseHoldsForTwentySeeds)
{
    const std::uint64_t first = GetParam() * 20 + 1;
    for (std::uint64_t seed = first; seed < first + 20; ++seed) {
        const Report report = run_seed(seed, 60 * kSecond);

        ASSERT_EQ(report.violation, "") << tell(report, 60);
        ASSERT_GT(report.recorded, 10U) << "seed " << seed << " played nothing";
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SimulationSeeds, testing::Range<std::uint64_t>(0, 10));

TEST(SimulationTest, OneSeedGivesOneTrace)
{
    const Report first = run_seed(7, 30 * kSecond);
    const Report second = run_seed(7, 30 * kSecond);

    EXPECT_EQ(first.trace_hash, second.trace_hash);
    EXPECT_EQ(first.story, second.story);
}

} // namespace
} // namespace scoreboard::simulation
