// Goal: no order of few events breaks a promise. Method: every order within bounds, on the real client and
// the real core; the whole of larger bounds runs with ./dev sim --explore.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "simulation/explorer.h"

namespace scoreboard::simulation {
namespace {

using testing::StartsWith;

constexpr std::uint64_t kStatesMax = 1'000'000;
constexpr std::uint64_t kAuditEvery = 23;

struct Slice {
    const char* name;
    Bounds bounds;
};

class ExplorerSlices : public testing::TestWithParam<Slice> {};

TEST_P(ExplorerSlices, HoldEveryPromiseInEveryOrder)
{
    const Exploration found = explore(GetParam().bounds, Sabotage::kNone, kStatesMax, kAuditEvery);

    EXPECT_EQ(found.violation, "") << testing::PrintToString(found.story);
    EXPECT_TRUE(found.complete);
    EXPECT_GT(found.ends, 0U);
    EXPECT_GT(found.audited, 0U);
    std::printf("%llu states, %llu events tried, %llu ends, at most %zu events deep\n",
                static_cast<unsigned long long>(found.states),
                static_cast<unsigned long long>(found.transitions),
                static_cast<unsigned long long>(found.ends), found.depth);
}

// Taps, kills of each app, kills of the daemon, cuts; then drops, duplicates and reorders of a network that
// is no TCP.
INSTANTIATE_TEST_SUITE_P(Explorer, ExplorerSlices,
                         testing::Values(Slice{"NoFault", {3, 0, 0, 0}}, Slice{"BoardKilled", {2, 0, 1, 0}},
                                         Slice{"TabletsKilled", {2, 1, 0, 0}},
                                         Slice{"ConnectionsCut", {2, 0, 0, 1}},
                                         Slice{"EnvelopeLost", {1, 0, 0, 0, 1, 0, 0}},
                                         Slice{"EnvelopeDoubledAndOvertaken", {1, 0, 0, 0, 0, 1, 1}}),
                         [](const auto& slice) { return std::string(slice.param.name); });

class ExplorerReduction : public testing::TestWithParam<Slice> {};

TEST_P(ExplorerReduction, ComesToWhatEveryOrderComesTo)
{
    Bounds all = GetParam().bounds;
    all.every_order = true;

    const Exploration every = explore(all, Sabotage::kNone, kStatesMax, 0);
    const Exploration reduced = explore(GetParam().bounds, Sabotage::kNone, kStatesMax, 0);

    EXPECT_EQ(every.violation, "");
    EXPECT_TRUE(every.complete);
    EXPECT_EQ(reduced.outcomes, every.outcomes);
    EXPECT_LT(reduced.states, every.states);
}

INSTANTIATE_TEST_SUITE_P(Explorer, ExplorerReduction,
                         testing::Values(Slice{"NoFault", {2, 0, 0, 0}}, Slice{"BoardKilled", {1, 0, 1, 0}},
                                         Slice{"TabletsKilled", {1, 1, 0, 0}},
                                         Slice{"ConnectionsCut", {1, 0, 0, 1}},
                                         Slice{"EnvelopeLost", {1, 0, 0, 0, 1, 0, 0}},
                                         Slice{"EnvelopeDoubledAndOvertaken", {1, 0, 0, 0, 0, 1, 1}}),
                         [](const auto& slice) { return std::string(slice.param.name); });

TEST(ExplorerTest, FindsAStoreThatSpeaksBeforeItsCommit)
{
    const Exploration found = explore({1, 0, 0, 0}, Sabotage::kAckBeforeCommit, kStatesMax, 0);

    EXPECT_THAT(found.violation, StartsWith("S1: the Ack of command 1 of tablet 1"));
    EXPECT_EQ(found.story.size(), 3U) << testing::PrintToString(found.story); // two taps, and one is heard
}

TEST(ExplorerTest, FindsARowThatLeavesWithItsAckOnceTheAppIsKilled)
{
    const Exploration found = explore({1, 1, 0, 0}, Sabotage::kRowLeavesAtAck, kStatesMax, 0);

    EXPECT_THAT(found.violation, StartsWith("S6: command 1 of tablet 1"));
}

} // namespace
} // namespace scoreboard::simulation
