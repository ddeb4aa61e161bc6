#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome add_penalty(const Context& context, MatchState& state, const AddPenalty& command);
Outcome end_penalty(const Context& context, MatchState& state, const EndPenalty& command);
Outcome adjust_penalties(const Context& context, MatchState& state, const AdjustPenalties& command);

// Whether penalties are served while the game clock runs, and not while a jam is on.
bool serves_by_game_clock(const MatchState& state);
// Before the game clock changes at `at`, or a jam ends: writes down the playing time.
void settle_played(MatchState& state, BoardTime at);
void settle_jam(MatchState& state, BoardTime at);

} // namespace scoreboard::match::parts
