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

} // namespace scoreboard::renderer
