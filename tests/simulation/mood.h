#pragma once

#include <cstdint>

#include "simulation/fault.h"
#include "simulation/machine_clock.h"
#include "simulation/rng.h"

namespace scoreboard::simulation {

// What kind of evening a seed is. Every evening leaves some faults out and has others often: so each also
// comes alone, and rare ones meet.
struct Mood {
    int tablets = 1;
    Faults faults;                  // those that happen
    Micros fault_gap = 4 * kSecond; // between two, on average
    double bursts = 0;              // chance that the next fault follows at once
    double pauses = 0;              // chance, after each tap, that nobody taps for minutes
    bool short_clocks = false;      // people set clocks to seconds, so that they run out
    bool timekeeper = false;        // one tablet alone has the game clock
    double next_match = 0;          // chance at a tap that the match is ended, or the next one opened
    double corrects = 0;            // chance at a tap that somebody looks for what to put right in the past
    bool holds = false;             // people hold the public display now and then
    bool storage_dies = false;      // once, and the board is filled from a tablet, at once or a little later
};

Mood mood_of(Rng& rng, std::uint64_t seed);

} // namespace scoreboard::simulation
