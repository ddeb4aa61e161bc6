#pragma once

#include <variant>

#include "match/command.h"

namespace scoreboard::match {

// Whether a command ends the match that is open and asks for another one: the board goes on with its start.
inline bool asks_for_another_match(const Command& command)
{
    return std::holds_alternative<OpenMatch>(command) || std::holds_alternative<ResumeMatch>(command);
}

} // namespace scoreboard::match
