#pragma once

#include <optional>

#include "match/scoreline.h"
#include "panel/layout.h"
#include "panel/picture.h"

namespace scoreboard::renderer {

struct Rendered {
    panel::Picture picture;
    std::optional<match::BoardTime> next_change; // render again then
};

// A match as a panel's picture: scores, clocks as slots in board time, lamps, horn.
Rendered render(const panel::Layout& layout, const match::Ruleset& ruleset, const match::MatchState& state,
                match::BoardTime now);

// The board cannot record what it shows: a small lamp on top of the picture, for who looks after the panel.
void light_fault_dot(const panel::Layout& layout, panel::Picture& picture);

// Power was lost while the clock ran: it stands at a value that a person has yet to confirm.
void blink_clock(const panel::Layout& layout, panel::Picture& picture);

} // namespace scoreboard::renderer
