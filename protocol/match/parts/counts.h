#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome set_downs(const Context& context, MatchState& state, const SetDowns& command);
// A ball, a strike, a foul ball, an out: what follows from it (a walk, an out, the other side bats) follows
// here.
Outcome add_count(const Context& context, MatchState& state, const AddCount& command);
Outcome set_bases(const Context& context, MatchState& state, const SetBases& command);
Outcome set_batter(const Context& context, MatchState& state, const SetBatter& command);
// The other side bats, or the next inning begins, or the match is over.
void end_half_inning(const Context& context, MatchState& state);

} // namespace scoreboard::match::parts
