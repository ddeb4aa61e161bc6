#pragma once

#include "match/timeline.h"

namespace scoreboard::simulation {

// A person with a pencil: counts a side's points from the entries that stand, one after the other, by nothing
// of the rules' code and whatever periods come and go.
int count_score(const match::Timeline& timeline, match::Side side);

} // namespace scoreboard::simulation
