#pragma once

#include <cstdint>
#include <string>

#include "panel/layout.h"

namespace scoreboard::panel {

// What panels of seven-segment digits are drawn with; lengths in millimetres.
struct DigitSize {
    double width, height, pitch;
};

// `width` digits from cell `first` on, around the line x = `middle`.
DigitField digits_around(const std::string& name, int first, int width, double middle, double top,
                         DigitSize size, std::uint32_t colour);
// The same digits with a colon of `width` mm behind the digit `cell`, around the same line.
DigitField with_colon(DigitField field, int cell, double width);

} // namespace scoreboard::panel
