#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome add_attempt(const Context& context, MatchState& state, const AddAttempt& command);

} // namespace scoreboard::match::parts
