#pragma once

#include <array>

#include "view/geometry.h"

namespace scoreboard::view {

// The eight shapes of a digit cell, in the order of its bits: a to g clockwise from the top, then the decimal
// point. They lean a little and are mitred where they meet, as LED digits are.
std::array<Shape, 8> seven_segment(const Box& cell);
// The two dots of a colon that stands between two digits.
std::array<Shape, 2> colon(double middle_x, const Box& cell);

} // namespace scoreboard::view
