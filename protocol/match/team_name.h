#pragma once

#include <string>

namespace scoreboard::match {

// Whether a team can be called so: blanks alone would leave a hole on the panel, and a line break would tear
// every list.
bool is_team_name(const std::string& name);
inline constexpr const char* kNoTeamName = "A team's name has letters, and no line breaks.";

} // namespace scoreboard::match
