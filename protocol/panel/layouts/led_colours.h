#pragma once

#include <cstdint>

namespace scoreboard::panel {

// The colours that LEDs of scoreboards have, as 0xRRGGBB.
inline constexpr std::uint32_t kRed = 0xFF2A14;
inline constexpr std::uint32_t kAmber = 0xFFB000;
inline constexpr std::uint32_t kGreen = 0x3DF06A;

} // namespace scoreboard::panel
