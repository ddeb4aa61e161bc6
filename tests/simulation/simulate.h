#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sabotage/sabotage.h"
#include "simulation/check.h"
#include "simulation/fault.h"
#include "simulation/machine_clock.h"
#include "simulation/moments.h"

namespace scoreboard::simulation {

// How a run ended. `violation` is empty if every promise held; `story` then tells what went on, newest last.
struct Report {
    std::uint64_t seed = 0;
    std::optional<Check> broken;
    std::string violation; // its name and a sentence
    std::vector<std::string> story;
    std::uint64_t trace_hash = 0; // the same for the same seed, on any machine
    std::size_t taps = 0;
    std::size_t recorded = 0;
    std::size_t crashes = 0;
    Micros simulated = 0;
    int taps_tried = 0;   // moments at which somebody was at a tablet, left out or not
    int faults_tried = 0; // moments at which something could fail
};

struct Plan {
    std::uint64_t seed = 1;
    Micros play = 60 * kSecond; // how long people tap and things fail
    int tablets = 0;            // 0: 1 to 6, as the seed says
    int commands = 0;           // all in all; 0: some a second
    int faults = 0;             // all in all; 0: some a minute
    Faults without;             // those that do not happen
    Moments no_taps;            // moments at which somebody would be at a tablet, and nobody is
    Moments no_faults;          // moments at which something would fail, and nothing does
    sabotage_bug bug = SABOTAGE_NONE;
    bool storage_dies = false;                             // in every run, not in some
    std::function<void(const std::string& line)> listener; // hears the story as it goes on
};

// Tablets, board and panel with faulty links between them, in virtual time and one thread, from one seed.
Report simulate(const Plan& plan);

} // namespace scoreboard::simulation
