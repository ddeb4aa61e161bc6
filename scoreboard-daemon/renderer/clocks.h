#pragma once

#include "match/scoreline.h"
#include "renderer/sheet.h"

namespace scoreboard::renderer {

// Clocks as slots in board time: the panel runs them by itself.
void put_game_clock(Sheet& sheet, const match::Ruleset& ruleset, const match::MatchState& state,
                    const match::Scoreline& line);
void put_shot_clock(Sheet& sheet, const match::Ruleset& ruleset, const match::MatchState& state,
                    const match::Scoreline& line);
void put_jam_clock(Sheet& sheet, const match::Ruleset& ruleset, const match::MatchState& state);
// Penalties run with the game clock.
void put_penalties(Sheet& sheet, const match::Ruleset& ruleset, const match::MatchState& state,
                   const match::Scoreline& line, match::BoardTime now);

} // namespace scoreboard::renderer
