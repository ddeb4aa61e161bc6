#pragma once

#include "match/ruleset.h"
#include "scoreboard/v1/match.pb.h"
#include "wire/checker.h"

// The rules of the parts that only some sports have; ruleset.cpp has the others.
namespace scoreboard::wire {

void put_part_rules(const match::Ruleset& ruleset, v1::Ruleset* out);
void get_part_rules(Checker& check, const v1::Ruleset& in, match::Ruleset& out);

} // namespace scoreboard::wire
