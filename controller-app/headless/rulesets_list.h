#pragma once

#include <iosfwd>
#include <vector>

#include "match/ruleset.h"
#include "session/messages.h"

namespace scoreboard::headless {

// A line each: the id, a tab, the name; a board's own first.
void print_rulesets(const std::vector<session::VenueRuleset>& own, std::ostream& out);

// A line each: KEY=VALUE as it is, a tab, what it takes.
void print_options(match::Ruleset ruleset, std::ostream& out);

} // namespace scoreboard::headless
