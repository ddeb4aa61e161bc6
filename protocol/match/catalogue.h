#pragma once

#include <string>
#include <utility>
#include <vector>

#include "match/actions.h"

namespace scoreboard::match {

// The actions of a sport while they are listed.
class Catalogue {
public:
    // Without a label: describe(command).
    void add(std::string name, Command command, std::string label = {})
    {
        if (label.empty()) {
            label = describe(command);
        }
        actions_.push_back(Action{std::move(name), std::move(label), std::move(command)});
    }
    std::vector<Action> take() { return std::move(actions_); }

private:
    std::vector<Action> actions_;
};

// "home" as the command line says it, and as a key shows it.
std::string word_of(Side side);
std::string in_capitals(std::string text);

// The actions of the parts that only some sports have.
void add_part_actions(Catalogue& catalogue, const Ruleset& ruleset, const MatchState& state);

} // namespace scoreboard::match
