#pragma once

#include "match/match_state.h"
#include "scoreboard/v1/match.pb.h"
#include "wire/checker.h"

// The states of the parts that only some sports have; match_state.cpp has the others.
namespace scoreboard::wire {

void put_part_states(const match::MatchState& state, v1::MatchState* out);
void get_part_states(Checker& check, const v1::MatchState& in, match::MatchState& out);

} // namespace scoreboard::wire
