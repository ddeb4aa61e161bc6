#pragma once

#include <string>
#include <vector>

#include "view/geometry.h"

namespace scoreboard::view {

// Painted lettering as strokes of one width, centred on `middle_top`: capitals, digits, a few marks.
std::vector<Shape> lettering(const std::string& text, Point middle_top, double height);

} // namespace scoreboard::view
