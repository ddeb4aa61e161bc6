#pragma once

#include <optional>
#include <string_view>

namespace scoreboard::control {

enum class Protocol { kTcp, kWebsocket };

// Which protocol a connection speaks, by its first bytes; none: they are too few to tell. The length of an
// envelope that read "GET " would be far above the limit, so that the two can never be mistaken for each
// other.
std::optional<Protocol> protocol_of(std::string_view first);

} // namespace scoreboard::control
