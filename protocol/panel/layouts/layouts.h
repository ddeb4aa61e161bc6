#pragma once

#include "panel/layout.h"

namespace scoreboard::panel {

// One function a layout file; all_layouts.cpp lists them.
Layout multisport_layout();
Layout multisport_large_layout();
Layout dotmatrix_layout();

} // namespace scoreboard::panel
