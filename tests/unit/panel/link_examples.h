#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace scoreboard::panel {

// One message of the link as protocol/panel-link.md shows it: before byte stuffing, and as it goes over the
// wire.
struct LinkExample {
    std::string name;
    std::vector<std::uint8_t> frame; // T S body CRC
    std::vector<std::uint8_t> wire;
};

// One of every message, made by the project's own encoders.
std::vector<LinkExample> link_examples();

} // namespace scoreboard::panel
