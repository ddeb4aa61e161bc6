#pragma once

#include <string>
#include <vector>

#include "match/ruleset.h"
#include "panel/layout.h"

namespace scoreboard::docs {

// What the public state of a match by these rules holds.
std::vector<std::string> shown_by(const match::Ruleset& ruleset);
// What a panel of that layout shows of a match by these rules.
std::vector<std::string> shown_on(const panel::Layout& layout, const match::Ruleset& ruleset);

} // namespace scoreboard::docs
