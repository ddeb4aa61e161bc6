#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome set_possession(const Context& context, MatchState& state, const SetPossession& command);

} // namespace scoreboard::match::parts
