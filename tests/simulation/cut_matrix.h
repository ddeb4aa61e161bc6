#pragma once

#include "simulation/power_cuts.h"

namespace scoreboard::simulation {

// Every planted bug of the stores under plain and garbling flash and under failed syncs: prints in how many
// disks (of kCutsADisk cuts each) it is caught. Returns 0 if each of them is and a store without a bug holds;
// else 1. `base` says how many cuts each gets, and the seed; needs a build with the planted bugs.
int print_cut_matrix(const CutPlan& base);

} // namespace scoreboard::simulation
