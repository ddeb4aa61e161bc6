#pragma once

#include <string>
#include <vector>

namespace scoreboard::match {

// Which of `words` somebody may have meant by `written`: the one that the fewest changed letters make of it.
// Empty only when there are none.
std::string nearest_word(const std::string& written, const std::vector<std::string>& words);

} // namespace scoreboard::match
