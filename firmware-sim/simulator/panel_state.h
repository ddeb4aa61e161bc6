#pragma once

#include <string>

#include "boards/sim_panel.h"
#include "view/light.h"

namespace scoreboard::simulator {

view::Light light_of(const panel::Layout& layout, const boards::SimPanel& panel);

// The panel's true state as one line of JSON: what is latched, and what a person reads on it now.
std::string state_json(const panel::Layout& layout, const boards::SimPanel& panel);

} // namespace scoreboard::simulator
