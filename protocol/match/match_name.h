#pragma once

#include <string>

#include "match/ids.h"

namespace scoreboard::match {

// "7f0c…-3": how a match is named in addresses, lists and files, by its StartMatch entry.
std::string match_name(const CommandId& match);

} // namespace scoreboard::match
