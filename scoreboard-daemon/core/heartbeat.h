#pragma once

#include "match/entry.h"

namespace scoreboard::core {

// Where both clocks stood at one moment of a run. A board that comes back from a power cut puts them to the
// newest one that belongs to its log.
struct Heartbeat {
    // The newest clock entry committed then. Its chain hash covers everything before it: no other log, and no
    // older state of this one, can be taken for the one that the heartbeat belongs to.
    match::Rev clock_rev = 0;
    match::Hash clock_chain{};
    match::Duration game_value{};
    match::Duration shot_value{};

    bool operator==(const Heartbeat&) const = default;
};

} // namespace scoreboard::core
