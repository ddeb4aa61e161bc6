#pragma once

#include <optional>
#include <string>

#include "feed/feed_state.h"

namespace scoreboard::feed {

// One Server-Sent Event of /api/v1/stream: event "state", its id, the state document as data.
std::string state_event(const FeedState& state, const public_json::Moment& now);

// When the document changes by itself, other than by a clock that runs: a time-out that ends. None: never.
std::optional<match::BoardTime> next_change(const FeedState& state, match::BoardTime now);

// A comment that keeps proxies from closing a quiet stream.
inline constexpr const char* kPingComment = ": ping\n\n";

} // namespace scoreboard::feed
