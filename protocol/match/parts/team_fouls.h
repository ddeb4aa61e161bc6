#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome add_foul(const Context& context, MatchState& state, const AddFoul& command);

} // namespace scoreboard::match::parts
