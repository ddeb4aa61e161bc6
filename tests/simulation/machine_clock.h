#pragma once

#include <algorithm>
#include <cstdint>

namespace scoreboard::simulation {

// The simulation's own time, which no machine in it can read: microseconds since its start.
using Micros = std::int64_t;
inline constexpr Micros kNever = INT64_MAX;
inline constexpr Micros kMs = 1000;
inline constexpr Micros kSecond = 1000 * kMs;

// What one machine's monotonic clock shows: it starts somewhere at boot and drifts by `ppm`.
class MachineClock {
public:
    MachineClock() = default;
    MachineClock(Micros booted, Micros shows, int ppm) : booted_(booted), shows_(shows), ppm_(ppm) {}

    std::int64_t read(Micros now) const
    {
        const Micros age = now - booted_;
        return shows_ + age + age * ppm_ / 1'000'000;
    }
    // The first moment at which the clock shows at least `reading`.
    Micros when(std::int64_t reading) const
    {
        const std::int64_t age = reading - shows_;
        Micros now = booted_ + age - age * ppm_ / 1'000'000 - 2;
        while (read(now) < reading) {
            ++now;
        }
        return now;
    }

private:
    Micros booted_ = 0;
    Micros shows_ = 0;
    int ppm_ = 0;
};

} // namespace scoreboard::simulation
