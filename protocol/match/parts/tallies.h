#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome add_tally(const Context& context, MatchState& state, const AddTally& command);
Outcome set_lamp(const Context& context, MatchState& state, const SetLamp& command);

} // namespace scoreboard::match::parts
