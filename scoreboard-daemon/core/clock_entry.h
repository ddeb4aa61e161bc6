#pragma once

#include "match/entry.h"
#include "match/timeline.h"

namespace scoreboard::core {

// Whether an entry of `timeline` begins, moves or ends a run of a clock.
bool is_clock_entry(const match::Timeline& timeline, const match::Entry& entry);

} // namespace scoreboard::core
