#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome start_jam(const Context& context, MatchState& state);
Outcome end_jam(const Context& context, MatchState& state);

// As from `at`, with the period's clock unless that has run out; a jam that is on goes on.
void begin_jam(const Ruleset& ruleset, MatchState& state, BoardTime at, const CommandId& by);
// A jam that is on is over; what it took counts as playing time.
void finish_jam(const Ruleset& ruleset, MatchState& state, BoardTime at);
// Those that told something of the jam that is over (LampRules::of_jam).
void put_out_jam_lamps(const Ruleset& ruleset, MatchState& state);

} // namespace scoreboard::match::parts
