#pragma once

#include "simulation/simulate.h"

namespace scoreboard::simulation {

// Makes a broken run small, for whoever has to understand it: leaves out one kind of fault after the other,
// then tablets, then time, as long as the same check still breaks, with this seed or one of the next; then
// single taps and faults. Prints each step; returns the smallest plan. If `plan` does not break at all, it
// comes back as it is.
Plan shrink(const Plan& plan);

} // namespace scoreboard::simulation
