#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome sound_horn(const Context& context, MatchState& state);

} // namespace scoreboard::match::parts
