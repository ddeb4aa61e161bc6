#pragma once

#include <string>

#include "feed/feed_state.h"

namespace scoreboard::feed {

// Whether the board does what it is there for: it records, and the panel that it has does not fail it.
bool is_healthy(const FeedState& state);

// {"panel":"ok","log":"ok"}, with a "detail" for a person where something is wrong. The log is ok, in fault
// (nothing counts), or live-only (the match goes on without a record).
std::string health_json(const FeedState& state);

} // namespace scoreboard::feed
