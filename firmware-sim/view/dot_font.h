#pragma once

#include <cstdint>

namespace scoreboard::view {

// Capitals, digits and marks as 5 x 7 dots, accents in two rows above.
inline constexpr int kGlyphWidth = 5;
inline constexpr int kGlyphHeight = 7;
inline constexpr int kAccentHeight = 2;

// Whether a dot of a character (ISO 8859-1) is lit. Rows count from the top of the letter: -2 and -1 are its
// accent's.
bool glyph_dot(std::uint8_t character, int column, int row);
bool has_accent(std::uint8_t character);

} // namespace scoreboard::view
