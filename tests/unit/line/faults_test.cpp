#include "line/faults.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace scoreboard::line {
namespace {

constexpr std::uint64_t kSeed = 42;

TEST(FaultsTest, WithoutRatesEveryByteArrivesAsItWas)
{
    for (std::uint64_t index = 0; index < 1'000; ++index) {
        const auto byte = static_cast<std::uint8_t>(index);

        const FaultedByte result = fault_byte(kSeed, Direction::kToPanel, index, byte, {});

        EXPECT_EQ(result.count, 1);
        EXPECT_EQ(result.bytes[0], byte);
        EXPECT_EQ(result.injected, 0);
    }
}

TEST(FaultsTest, FaultsComeAsOftenAsTheirRateSays)
{
    constexpr int kBytes = 200'000;
    const struct {
        FaultKind kind;
        double expected; // of bytes hit
        double within;
    } rows[] = {
        {FaultKind::kBitflip, 0.0773, 0.003}, // 1 - 0.99^8
        {FaultKind::kDrop, 0.01, 0.001},
        {FaultKind::kInsert, 0.01, 0.001},
        {FaultKind::kDup, 0.01, 0.001},
        {FaultKind::kBurst, 0.086, 0.008}, // bursts of 2 to 16 bytes, overlapping
    };
    for (const auto& row : rows) {
        FaultRates rates;
        rates.of(row.kind) = 0.01;
        int hits = 0;
        for (int index = 0; index < kBytes; ++index) {
            const FaultedByte result =
                fault_byte(kSeed, Direction::kFromPanel, static_cast<std::uint64_t>(index), 0x55, rates);
            hits += result.injected != 0 ? 1 : 0;
        }
        EXPECT_NEAR(static_cast<double>(hits) / kBytes, row.expected, row.within) << fault_name(row.kind);
    }
}

TEST(FaultsTest, DirectionsAndSeedsHaveFaultsOfTheirOwn)
{
    FaultRates rates;
    rates.drop = 0.5;
    const auto drops = [&](std::uint64_t seed, Direction direction) {
        std::vector<bool> dropped;
        for (std::uint64_t index = 0; index < 200; ++index) {
            dropped.push_back(fault_byte(seed, direction, index, 0, rates).count == 0);
        }
        return dropped;
    };

    EXPECT_EQ(drops(1, Direction::kToPanel), drops(1, Direction::kToPanel));
    EXPECT_NE(drops(1, Direction::kToPanel), drops(1, Direction::kFromPanel));
    EXPECT_NE(drops(1, Direction::kToPanel), drops(2, Direction::kToPanel));
}

TEST(FaultsTest, ByteThatIsHitChanges)
{
    FaultRates certain;
    certain.burst = 1;
    for (std::uint64_t index = 0; index < 1'000; ++index) {
        EXPECT_NE(fault_byte(kSeed, Direction::kToPanel, index, 0x55, certain).bytes[0], 0x55);
        EXPECT_NE(garbled_byte(kSeed, Direction::kToPanel, index, 0x55), 0x55);
    }
}

TEST(FaultsTest, NamesGoBothWays)
{
    for (const FaultKind kind : kFaultKinds) {
        EXPECT_EQ(fault_named(fault_name(kind)), kind);
    }
    EXPECT_EQ(fault_named("gremlins"), std::nullopt);
}

} // namespace
} // namespace scoreboard::line
