#pragma once

#include <cstddef>
#include <string>

#include "simulation/world.h"

namespace scoreboard::simulation {

// One run in this process, in a folder of its own, in memory where the machine has such a place.
Report run_seed(const Plan& plan);

// The command that runs it again.
std::string command_of(const Plan& plan);

// What went on, at most the `lines` newest, the broken promise, and how to see it again.
std::string tell(const Plan& plan, const Report& report, std::size_t lines);

} // namespace scoreboard::simulation
