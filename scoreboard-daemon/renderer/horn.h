#pragma once

#include <optional>

#include "match/match_state.h"
#include "panel/picture.h"

namespace scoreboard::renderer {

struct ChosenHorn {
    panel::HornSlot slot;
    // When another sounding is due for the slot; none: this one may stay.
    std::optional<match::BoardTime> next_change;
};

// The panel has one horn slot, and several things sound it: a tap, a time-out's warning and its end. The one
// that sounds now goes first, then the next one ahead: the panel starts it by its own clock.
std::optional<ChosenHorn> choose_horn(const match::Ruleset& ruleset, const match::MatchState& state,
                                      match::BoardTime now);

} // namespace scoreboard::renderer
