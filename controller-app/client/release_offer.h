#pragma once

#include <optional>

#include "client/client_view.h"

namespace scoreboard::client {

// After a goal against a side that is short: which of its penalties may end, one tap each. None: nothing is
// proposed. `line` is the scoreline of `state`.
std::optional<OfferView> release_offer(const match::Ruleset& ruleset, const match::MatchState& state,
                                       const match::Scoreline& line);

} // namespace scoreboard::client
