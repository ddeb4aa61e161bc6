#pragma once

#include <cstddef>
#include <string>

#include "simulation/simulate.h"

namespace scoreboard::simulation {

// The command that runs it again.
std::string command_of(const Plan& plan);

// What went on, at most the `lines` newest, the broken promise, and how to see it again.
std::string tell(const Plan& plan, const Report& report, std::size_t lines);

} // namespace scoreboard::simulation
