#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace scoreboard::line {

enum class Direction : std::uint8_t { kToPanel = 0, kFromPanel = 1 };
enum class FaultKind : std::uint8_t { kBitflip, kBurst, kDrop, kInsert, kDup };
inline constexpr std::array kFaultKinds = {FaultKind::kBitflip, FaultKind::kBurst, FaultKind::kDrop,
                                           FaultKind::kInsert, FaultKind::kDup};

std::string_view fault_name(FaultKind kind); // "bitflip", …
std::optional<FaultKind> fault_named(std::string_view name);

// Probabilities, 0 to 1: per bit for bitflip, else per byte.
struct FaultRates {
    double bitflip = 0, burst = 0, drop = 0, insert = 0, dup = 0;
    bool operator==(const FaultRates&) const = default;

    double& of(FaultKind kind);
};

// What becomes of one byte on the wire: none, one or two others.
struct FaultedByte {
    std::array<std::uint8_t, 2> bytes{};
    std::uint8_t count = 0;
    std::uint8_t injected = 0; // one bit a FaultKind
};

// A function of nothing but its arguments: how reads and writes were cut, and what goes the other way, change
// nothing, so that a run can be replayed from its seed.
FaultedByte fault_byte(std::uint64_t seed, Direction direction, std::uint64_t index, std::uint8_t byte,
                       const FaultRates& rates);
// What arrives when the two ends are set to different speeds.
std::uint8_t garbled_byte(std::uint64_t seed, Direction direction, std::uint64_t index, std::uint8_t byte);

} // namespace scoreboard::line
