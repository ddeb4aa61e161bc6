#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome start_timeout(const Context& context, MatchState& state, const StartTimeout& command);
Outcome end_timeout(const Context& context, MatchState& state);

} // namespace scoreboard::match::parts
