#pragma once

#include <string>

#include "match/ruleset.h"

namespace scoreboard::match {

// Whether a team can be called so: blanks alone would leave a hole on the panel, a line break would tear
// every list, and what turns the direction of writing the line that it stands in. The first fold version let
// more pass.
bool is_team_name(const std::string& name, int fold_version = kFoldVersion);
inline constexpr const char* kNoTeamName = "A team's name has letters, and no line breaks.";

} // namespace scoreboard::match
