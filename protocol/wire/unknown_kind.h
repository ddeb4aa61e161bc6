#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace scoreboard::wire {

// The number of the kind in an encoded CommandBody for which this build has no name; 0 if there is none.
std::uint32_t find_unknown_kind(std::string_view body);

// An empty command of that kind. What a real one holds is only in the bytes that its writer sealed.
void append_unknown_kind(std::uint32_t kind, std::string& body);

} // namespace scoreboard::wire
