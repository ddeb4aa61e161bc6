#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

// Whether the judge held this command: then it is an offer from its commit.
bool is_held(const Entry& entry);
void add_offer(const Context& context, MatchState& state, ClockId clock, bool start);
void drop_offers(MatchState& state, ClockId clock);
void drop_offer(MatchState& state, const CommandId& id);

} // namespace scoreboard::match::parts
