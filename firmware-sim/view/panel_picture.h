#pragma once

#include "view/canvas.h"
#include "view/light.h"
#include "view/png.h"

namespace scoreboard::view {

inline constexpr int kPictureWidth = 1600;

// The panel as it hangs on the wall of the hall: its face, lit and unlit segments, lamps, and the glow around
// them.
Pixels draw_picture(const panel::Layout& layout, const Light& light, int width = kPictureWidth);

} // namespace scoreboard::view
