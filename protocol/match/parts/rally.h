#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

// A rally won (+1), or taken back (-1); a set and the match end with it.
Outcome add_rally(const Context& context, MatchState& state, const AddScore& command);
// Puts the points of the running set right.
Outcome set_rally_points(const Context& context, MatchState& state, const SetScore& command);
Outcome set_server(const Context& context, MatchState& state, Side side);
// As a set begins: who serves, where that is known.
void open_set(const Ruleset& ruleset, MatchState& state, const CommandId& by);
// From now on each side serves once, or no longer (ITTF 2.15).
void play_by_expedite(const Context& context, MatchState& state, bool on);

} // namespace scoreboard::match::parts
