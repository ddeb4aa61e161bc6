#pragma once

#include <array>
#include <cstdint>

namespace scoreboard::application {

// From the kernel: names of logs and boards, nonces of the panel link.
std::array<std::uint8_t, 16> random_id();
std::uint32_t random_number();

} // namespace scoreboard::application
