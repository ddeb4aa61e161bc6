#pragma once

#include <cstddef>

#include "simulation/simulate.h"

namespace scoreboard::simulation {

// Every planted bug against every check: prints which checks trip over it, in how many of `runs` seeds, and
// which seed was the first. Returns 0 if every bug that belongs here is caught and every check has a bug that
// it catches; else 1. `base` says how each run is played; needs a build with the planted bugs.
int print_matrix(const Plan& base, std::size_t runs, std::size_t jobs);

} // namespace scoreboard::simulation
