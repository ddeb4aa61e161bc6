#pragma once

#include "match/command.h"
#include "match/match_state.h"
#include "simulation/rng.h"

namespace scoreboard::simulation {

// What somebody at a tablet asks next, all of a match's keys among it; `shown` is what the tablet shows.
match::Command any_command(Rng& rng, const match::MatchState& shown, bool short_clocks);

} // namespace scoreboard::simulation
