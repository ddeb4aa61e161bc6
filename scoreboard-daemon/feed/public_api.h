#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
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

inline constexpr const char* kHtmlType = "text/html; charset=utf-8"; // brings its own style, and no script

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

// A report of one match: its entries, from `first` to `last`, are asked of the log; then report_document().
struct Report {
    enum class Format : std::uint8_t { kJson, kCsv, kHtml };
    match::Rev first = 0;
    match::Rev last = 0;
    Format format = Format::kJson;
};

using Answer = std::variant<Document, Stream, Wait, Report>;

inline constexpr std::chrono::seconds kLongPollMax{60};

Answer answer(const Request& request, const FeedState& state, const public_json::Moment& now,
              bool waited = false);

// `entries`: what the log gave; fewer than were asked for are answered with an error.
Document report_document(const Report& report, std::span<const match::Entry> entries);

// More readers than are served.
Document too_many_readers(std::size_t readers_max);
// Bytes that are no HTTP request, or a header that is too long.
Document bad_request(const std::string& what);

} // namespace scoreboard::feed
