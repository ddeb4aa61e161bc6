#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "feed/feed_state.h"

namespace scoreboard::feed {

// Names one state: "aee8f0bf-1042" in an ETag, in a stream's event id and in `after`; "aee8f0bf-1042u3" with
// three commands on top that are not recorded.
struct StateId {
    std::string log; // 8 hexadecimal digits
    match::Rev rev = 0;
    std::size_t unrecorded = 0;

    bool operator==(const StateId&) const = default;
};

StateId id_of(const FeedState& state);
std::string to_string(const StateId& id);
std::optional<StateId> parse_state_id(std::string_view text);

// Whether an If-None-Match header names the state: any of its tags, weak or strong, or "*".
bool names_state(std::string_view if_none_match, const StateId& id);

} // namespace scoreboard::feed
