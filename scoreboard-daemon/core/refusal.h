#pragma once

#include <string>
#include <utility>

#include "match/entry.h"

namespace scoreboard::core {

// `text`: for a person; what was refused, why, what to do.
inline match::Outcome refused(match::Reason reason, std::string text)
{
    return match::Outcome{.applied = false, .reason = reason, .text = std::move(text)};
}

} // namespace scoreboard::core
