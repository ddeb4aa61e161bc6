#pragma once

#include <string>
#include <vector>

#include "match/ruleset.h"

namespace scoreboard::docs {

struct Fact {
    std::string rule;  // "shot_clock", as the articles name it; empty: it needs none
    std::string what;  // "Shot clock"
    std::string value; // "24 s, 14 s"
};

// What a ruleset says in numbers, part by part; a part that it lacks has no line.
std::vector<Fact> facts_of(const match::Ruleset& ruleset);

} // namespace scoreboard::docs
