#pragma once

#include <cstddef>
#include <string>

namespace scoreboard::renderer {

// UTF-8 as a panel's characters: capitals of ISO 8859-1. A letter that the code page lacks loses its accent;
// any other character is a question mark.
std::string to_panel_characters(const std::string& utf8);

// A team's name in at most `width` panel characters: first its words become initials, from the left, then the
// last word ends with a point. "GOLDEN STATE WARRIORS" in 14 is "G.S. WARRIORS".
std::string shortened_name(const std::string& utf8, std::size_t width);

} // namespace scoreboard::renderer
