#pragma once

#include "match/scoreline.h"
#include "renderer/sheet.h"

namespace scoreboard::renderer {

// What a dot-matrix panel says in words: names, the period, and a line a side with what its sport counts. The
// moment at which a time in them changes; none: none of them runs.
std::optional<match::BoardTime> put_texts(Sheet& sheet, const match::Ruleset& ruleset,
                                          const match::MatchState& state, const match::Scoreline& line,
                                          match::BoardTime now);

} // namespace scoreboard::renderer
