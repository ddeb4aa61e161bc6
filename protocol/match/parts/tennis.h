#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

// A point won (+1), or taken back within its game (-1); game, set and match end with it.
Outcome add_tennis_point(const Context& context, MatchState& state, const AddScore& command);
// Puts the games of the running set right.
Outcome set_tennis_games(const Context& context, MatchState& state, const SetScore& command);
Outcome set_tennis_server(const Context& context, MatchState& state, Side side);

} // namespace scoreboard::match::parts
