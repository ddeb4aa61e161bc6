#include "line/faults.h"

namespace scoreboard::line {
namespace {

constexpr std::uint64_t kBurstMax = 16; // bytes
constexpr std::array<std::string_view, 5> kNames = {"bitflip", "burst", "drop", "insert", "dup"};

// What a hash is drawn for, so that no two decisions about a byte hang together.
enum Salt : std::uint64_t {
    kBit0 = 0, // to 7
    kBurstBegins = 8,
    kBurstLength,
    kBurstValue,
    kDropped,
    kInserted,
    kInsertedValue,
    kDoubled,
    kGarbled
};

std::uint64_t splitmix(std::uint64_t state)
{
    state += 0x9E3779B97F4A7C15ULL;
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9ULL;
    state = (state ^ (state >> 27)) * 0x94D049BB133111EBULL;
    return state ^ (state >> 31);
}

// One number per (seed, direction, byte index, decision).
class Dice {
public:
    Dice(std::uint64_t seed, Direction direction)
        : base_(splitmix(splitmix(seed) + static_cast<std::uint64_t>(direction)))
    {
    }

    std::uint64_t roll(std::uint64_t index, std::uint64_t salt) const
    {
        return splitmix(splitmix(base_ ^ index) + salt);
    }
    bool happens(double rate, std::uint64_t index, std::uint64_t salt) const
    {
        constexpr double kUnit = 1.0 / 9007199254740992.0; // 2^-53
        return rate > 0 && static_cast<double>(roll(index, salt) >> 11) * kUnit < rate;
    }

private:
    std::uint64_t base_;
};

// Never 0: a byte that is hit changes.
std::uint8_t corruption(std::uint64_t hash)
{
    return static_cast<std::uint8_t>(1 + hash % 255);
}

bool lies_in_burst(const Dice& dice, double rate, std::uint64_t index)
{
    for (std::uint64_t back = 0; rate > 0 && back < kBurstMax && back <= index; ++back) {
        const std::uint64_t begin = index - back;
        if (dice.happens(rate, begin, kBurstBegins) &&
            back < 2 + dice.roll(begin, kBurstLength) % (kBurstMax - 1)) {
            return true;
        }
    }
    return false;
}

std::uint8_t flipped_bits(const Dice& dice, double rate, std::uint64_t index)
{
    unsigned flips = 0;
    for (unsigned bit = 0; rate > 0 && bit < 8; ++bit) {
        flips |= dice.happens(rate, index, kBit0 + bit) ? 1u << bit : 0u;
    }
    return static_cast<std::uint8_t>(flips);
}

std::uint8_t bit_of(FaultKind kind)
{
    return static_cast<std::uint8_t>(1u << static_cast<std::size_t>(kind));
}

} // namespace

std::string_view fault_name(FaultKind kind)
{
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<FaultKind> fault_named(std::string_view name)
{
    for (const FaultKind kind : kFaultKinds) {
        if (fault_name(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

double& FaultRates::of(FaultKind kind)
{
    const std::array<double*, 5> rates = {&bitflip, &burst, &drop, &insert, &dup};
    return *rates[static_cast<std::size_t>(kind)];
}

FaultedByte fault_byte(std::uint64_t seed, Direction direction, std::uint64_t index, std::uint8_t byte,
                       const FaultRates& rates)
{
    const Dice dice(seed, direction);
    FaultedByte result;
    if (dice.happens(rates.drop, index, kDropped)) {
        result.injected = bit_of(FaultKind::kDrop);
        return result;
    }
    if (const std::uint8_t flips = flipped_bits(dice, rates.bitflip, index); flips != 0) {
        byte ^= flips;
        result.injected |= bit_of(FaultKind::kBitflip);
    }
    if (lies_in_burst(dice, rates.burst, index)) {
        byte ^= corruption(dice.roll(index, kBurstValue));
        result.injected |= bit_of(FaultKind::kBurst);
    }
    result.bytes[result.count++] = byte;
    if (dice.happens(rates.dup, index, kDoubled)) {
        result.bytes[result.count++] = byte;
        result.injected |= bit_of(FaultKind::kDup);
    } else if (dice.happens(rates.insert, index, kInserted)) {
        result.bytes[result.count++] = static_cast<std::uint8_t>(dice.roll(index, kInsertedValue) & 0xFF);
        result.injected |= bit_of(FaultKind::kInsert);
    }
    return result;
}

std::uint8_t garbled_byte(std::uint64_t seed, Direction direction, std::uint64_t index, std::uint8_t byte)
{
    return byte ^ corruption(Dice(seed, direction).roll(index, kGarbled));
}

} // namespace scoreboard::line
