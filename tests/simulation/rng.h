#pragma once

#include <cstdint>

namespace scoreboard::simulation {

// splitmix64: one seed gives the same run on any machine (the standard distributions do not). Two draws in
// one expression want braces or lines of their own: compilers differ in the order of a call's arguments.
class Rng {
public:
    explicit Rng(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::int64_t between(std::int64_t low, std::int64_t high) // both inclusive
    {
        return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(double probability) { return static_cast<double>(next() >> 11U) * 0x1.0p-53 < probability; }

private:
    std::uint64_t state_;
};

// How far a quartz clock is off, in ppm: two of them drift apart by at most 100, which is what clocks are
// synchronised for.
inline int random_drift(Rng& rng)
{
    return static_cast<int>(rng.between(-50, 50));
}

} // namespace scoreboard::simulation
