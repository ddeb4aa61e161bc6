#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome hold_display(const Context& context, MatchState& state, const HoldDisplay& command);
Outcome set_sides(MatchState& state, const SetSides& command);
Outcome set_team_name(const Context& context, MatchState& state, const SetTeamName& command);

} // namespace scoreboard::match::parts
