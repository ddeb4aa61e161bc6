#pragma once

#include <string>
#include <string_view>

namespace scoreboard::wire {

bool is_utf8(std::string_view text);

// `text` as it may be sent: what is not UTF-8 becomes '?', and it is cut at a character to at most `size_max`
// bytes. A sentence that is too long, or a name from a foreign code page, must never cost a connection.
std::string fit_text(std::string_view text, std::size_t size_max);

} // namespace scoreboard::wire
