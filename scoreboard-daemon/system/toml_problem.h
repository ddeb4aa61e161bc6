#pragma once

#include <string>
#include <toml++/toml.h>

namespace scoreboard::system {

// Where a problem of a file stands, as editors and people know it: PATH:LINE:COLUMN.
std::string place_in(const std::string& path, const toml::source_position& position);

// What somebody wrote may hold anything, and the parser quotes it: control characters become '?', so that a
// problem is one line wherever it is printed.
std::string one_line(std::string text);

} // namespace scoreboard::system
