#pragma once

#include <string>

namespace scoreboard::feed {

// An error as RFC 7807 says it (application/problem+json): what happened and what to do.
std::string problem_json(unsigned status, const std::string& title, const std::string& detail);

} // namespace scoreboard::feed
