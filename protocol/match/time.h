#pragma once

#include <chrono>

namespace scoreboard::match {

// Every span of time, and every value that a game clock or a shot clock shows, in microseconds.
using Duration = std::chrono::microseconds;

// The board's own time line: microseconds of CLOCK_MONOTONIC_RAW since the boot that its boot id names. Times
// of two boots must never be compared. There is no now(): whoever decides is told the time.
struct BoardClock {
    using rep = Duration::rep;
    using period = Duration::period;
    using duration = Duration;
    using time_point = std::chrono::time_point<BoardClock>;
    static constexpr bool is_steady = true;
};
using BoardTime = BoardClock::time_point;

// A tablet's time line: microseconds of a clock that runs through suspend (CLOCK_BOOTTIME), of one tablet
// boot.
struct TabletClock {
    using rep = Duration::rep;
    using period = Duration::period;
    using duration = Duration;
    using time_point = std::chrono::time_point<TabletClock>;
    static constexpr bool is_steady = true;
};
using TabletTime = TabletClock::time_point;

} // namespace scoreboard::match
