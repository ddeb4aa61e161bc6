#pragma once

#include <string>

#include "view/canvas.h"

namespace scoreboard::view {

// The bytes of a PNG file. Throws std::runtime_error if memory runs out.
std::string png_of(const Pixels& pixels);

} // namespace scoreboard::view
