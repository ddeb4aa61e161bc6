#pragma once

#include <string>

#include "match/command.h"

namespace scoreboard::match {

// A command as the people of its sport say it: "YELLOW CARD HOME", "MINOR GUEST #9", "+2 HOME #7"; of a
// correction what it puts there. As describe(), but with the names that the rules have and the player.
std::string in_words(const Ruleset& ruleset, const Command& command);

} // namespace scoreboard::match
