#pragma once

#include <string>

#include "view/light.h"

namespace scoreboard::view {

// The panel in characters: every segment a stroke, in its colour, unlit ones dim, a frame around it.
std::string draw_terminal(const panel::Layout& layout, const Light& light);
int terminal_rows(const panel::Layout& layout);

// The panel in one line of words, for a log: "HOME 54  GUEST 49  7:42  period 3 …".
std::string describe(const panel::Layout& layout, const Light& light);

} // namespace scoreboard::view
