#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "feed/feed_state.h"
#include "feed/state_id.h"

// The public port without its sockets: what is answered to which request. No verb here changes anything.
namespace scoreboard::feed {

struct Request {
    std::string_view method;
    std::string_view target;
    std::string_view if_none_match;
    std::string_view last_event_id;
};

// A whole answer. `body` is empty for 204 and 304, and is not sent for HEAD.
struct Document {
    unsigned status = 200;
    const char* content_type = "application/json";
    std::string body;
    std::string etag; // without quotes; empty: none
};

// Server-Sent Events follow until the reader leaves. `known`: what it has already.
struct Stream {
    std::optional<StateId> known;
};

// Nothing newer is there: ask again when the state changes, or with `waited` when the time is up.
struct Wait {
    std::chrono::seconds at_most{};
};

using Answer = std::variant<Document, Stream, Wait>;

inline constexpr std::chrono::seconds kLongPollMax{60};

Answer answer(const Request& request, const FeedState& state, const public_json::Moment& now,
              bool waited = false);

// More readers than are served.
Document too_many_readers(std::size_t readers_max);
// Bytes that are no HTTP request, or a header that is too long.
Document bad_request(const std::string& what);

} // namespace scoreboard::feed
