#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome start_game_clock(const Context& context, MatchState& state);
Outcome stop_game_clock(const Context& context, MatchState& state);
Outcome set_game_clock(const Context& context, MatchState& state, Duration value);
Outcome accept_offer(const Context& context, MatchState& state, const CommandId& offer);
Outcome restart_board(const Context& context, MatchState& state, const BoardBoot& boot);

// The game clock runs from `from` on, the shot clock with it, and the match has begun.
void run_clocks(MatchState& state, BoardTime from, const CommandId& by);
// Lets the game clock stand from `at` on, and the shot clock with it.
void stop_clocks(MatchState& state, BoardTime at, const CommandId& by);

} // namespace scoreboard::match::parts
