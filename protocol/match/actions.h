#pragma once

#include <string>
#include <vector>

#include "match/match_state.h"

namespace scoreboard::match {

// Something an operator can do now. Every action offered is accepted, every one not offered is refused with a
// reason.
struct Action {
    std::string name;  // "add home 2", "clock start", "period next": unique, the words of the command line
    std::string label; // "+2 HOME"
    Command command;
};

// Everything that this sport knows, offered now or not.
std::vector<Action> all_actions(const Ruleset& ruleset, const MatchState& state);
std::vector<Action> offered_actions(const Ruleset& ruleset, const MatchState& state, BoardTime now);

} // namespace scoreboard::match
