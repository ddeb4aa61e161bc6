#pragma once

#include <optional>

#include "match/timeline.h"

namespace scoreboard::simulation {

// A person with a pencil: counts a side's points from the entries that stand, one after the other, by nothing
// of the rules' code. None where a pencil does not do: points booked in a period that the match has left
// again.
std::optional<int> count_score(const match::Timeline& timeline, match::Side side);

} // namespace scoreboard::simulation
