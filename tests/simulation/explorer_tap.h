#pragma once

#include <cstddef>

#include "match/command.h"

namespace scoreboard::simulation {

// What the operator of one of the explorer's two tablets does, in this order. The guest's side takes a point
// from home, which the rules refuse if there is none: the outcome depends on the order.
struct Tap {
    bool undo = false;
    match::Command command; // unless it is an undo
    // What it says may depend on what its tablet has heard: a tablet asks before it undoes points that the
    // other's correction stands on, and a refused tap is not undone.
    bool depends = false;
};
// `tablet` 0 or 1; `number` counts its taps, 0 to 3.
const Tap& tap_of(std::size_t tablet, int number);

} // namespace scoreboard::simulation
