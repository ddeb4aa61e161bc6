#pragma once

#include <cstddef>
#include <string>

#include "simulation/world.h"

namespace scoreboard::simulation {

// One run in a folder of its own, in memory where the machine has such a place, removed afterwards.
Report run_seed(std::uint64_t seed, Micros play);

// What went on, at most the `lines` newest, the broken promise, and how to see it again.
std::string tell(const Report& report, std::size_t lines);

} // namespace scoreboard::simulation
