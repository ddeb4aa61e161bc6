// Any request to the public port, without its socket: method, target, If-None-Match and Last-Event-ID, a line
// each. The answer is JSON or an event that can be read, and nothing but what the board knows.

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "feed/public_api.h"
#include "feed/state_event.h"
#include "fuzz/input.h"
#include "match/ruleset.h"

namespace {

using namespace scoreboard;

// As nothing but UTF-8 JSON is.
bool is_json(const std::string& text)
{
    boost::json::error_code error;
    (void)boost::json::parse(text, error);
    return !error;
}

feed::FeedState a_match()
{
    feed::FeedState state;
    state.match.log.bytes.fill(0xAE);
    state.match.rev = 7;
    state.match.ruleset = *match::find_ruleset("basketball.fiba.2026");
    state.match.state.home.name = "HOME";
    state.match.state.guest.name = "GUEST";
    return state;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const feed::FeedState kMatch = a_match();
    static const feed::FeedState kNoMatch;
    std::string_view rest = fuzz::Input(data, size).rest();
    std::array<std::string_view, 4> lines;
    for (std::string_view& line : lines) {
        line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    const feed::Request request{lines[0], lines[1], lines[2], lines[3]};
    for (const feed::FeedState* state : {&kMatch, &kNoMatch}) {
        for (const bool waited : {false, true}) {
            const feed::Answer answer = feed::answer(request, *state, {}, waited);
            if (const auto* document = std::get_if<feed::Document>(&answer)) {
                fuzz::require(document->body.empty() || is_json(document->body), "an answer is JSON");
                fuzz::require(document->body.find('\n') == std::string::npos, "on one line");
            } else if (const auto* wait = std::get_if<feed::Wait>(&answer)) {
                fuzz::require(!waited && wait->at_most <= feed::kLongPollMax, "a wait has an end");
            } else if (std::holds_alternative<feed::Report>(answer)) {
                fuzz::require(state->open.has_value(), "a report is of a match that there is");
            } else if (const auto& known = std::get<feed::Stream>(answer).known) {
                fuzz::require(feed::parse_state_id(feed::to_string(*known)) == known,
                              "an event's id is read as written");
            }
        }
    }
    return 0;
}
