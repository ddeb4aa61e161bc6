#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome start_jam(const Context& context, MatchState& state);
Outcome end_jam(const Context& context, MatchState& state);

} // namespace scoreboard::match::parts
