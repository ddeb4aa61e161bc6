#pragma once

#include "match/scoreline.h"

// The lines of the parts that only some sports have.
namespace scoreboard::match {

class NextChange;

// Adds them to `line`; `change` is told every moment at which one of them changes by itself.
void add_part_lines(const Ruleset& ruleset, const MatchState& state, BoardTime now, Scoreline& line,
                    NextChange& change);

} // namespace scoreboard::match
