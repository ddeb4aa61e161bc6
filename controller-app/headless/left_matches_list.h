#pragma once

#include <iosfwd>
#include <vector>

#include "session/messages.h"

namespace scoreboard::headless {

// A line each: the number for `match resume`, a tab, the score, a tab, the rules, a tab, the id.
void print_left_matches(const std::vector<session::LeftMatch>& left, std::ostream& out);

} // namespace scoreboard::headless
