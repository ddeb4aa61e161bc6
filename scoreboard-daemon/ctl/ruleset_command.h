#pragma once

#include <iosfwd>
#include <string>

namespace scoreboard::ctl {

// Says on `out` what the rules of a file differ in from those that they are made of, or on `err` what is
// wrong with the file; whether it is sound.
bool check_ruleset(const std::string& path, std::ostream& out, std::ostream& err);

} // namespace scoreboard::ctl
