#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome add_score(const Context& context, MatchState& state, const AddScore& command);
Outcome set_score(const Context& context, MatchState& state, const SetScore& command);

} // namespace scoreboard::match::parts
