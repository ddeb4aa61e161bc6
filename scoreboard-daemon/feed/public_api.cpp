#include "feed/public_api.h"

#include <algorithm>
#include <charconv>

#include "feed/health.h"
#include "feed/problem.h"
#include "feed/query.h"

namespace scoreboard::feed {
namespace {

constexpr std::chrono::seconds kLongPollDefault{30};

Document problem(unsigned status, const std::string& title, const std::string& detail)
{
    return {status, "application/problem+json", problem_json(status, title, detail), {}};
}

Document state_document(const FeedState& state, const public_json::Moment& now)
{
    return {200, "application/json", public_json::state_json(state.match, now), to_string(id_of(state))};
}

Document not_modified(const FeedState& state)
{
    return {304, "application/json", {}, to_string(id_of(state))};
}

std::optional<std::chrono::seconds> parse_wait(const std::string& text)
{
    unsigned seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return std::min(std::chrono::seconds(seconds), kLongPollMax);
}

// ?after=<logId>-<rev>&wait=<seconds>: at once if the state is another, else when it changes.
Answer long_poll(const std::string& after, const Target& target, const FeedState& state,
                 const public_json::Moment& now, bool waited)
{
    const std::optional<StateId> known = parse_state_id(after);
    if (!known) {
        return problem(400, "No such state",
                       "after=" + after +
                           " names no state; write logId and rev as an ETag has them, as aee8f0bf-1042");
    }
    const auto wait_text = target.parameter("wait");
    const auto wait = wait_text ? parse_wait(*wait_text) : std::optional(kLongPollDefault);
    if (!wait) {
        return problem(400, "No such time",
                       "wait=" + *wait_text + " is no number; write whole seconds, as wait=30");
    }
    if (*known != id_of(state)) {
        return state_document(state, now);
    }
    if (waited || *wait == std::chrono::seconds(0)) {
        return not_modified(state);
    }
    return Wait{*wait};
}

Answer state_answer(const Request& request, const Target& target, const FeedState& state,
                    const public_json::Moment& now, bool waited)
{
    if (state.match.rev == 0) {
        return problem(503, "No match yet",
                       state.storage_fault.empty()
                           ? "the board has just started and has recorded nothing; ask again in a second"
                           : "the board cannot record: " + state.storage_fault);
    }
    if (const auto after = target.parameter("after")) {
        return long_poll(*after, target, state, now, waited);
    }
    if (names_state(request.if_none_match, id_of(state))) {
        return not_modified(state);
    }
    return state_document(state, now);
}

} // namespace

Answer answer(const Request& request, const FeedState& state, const public_json::Moment& now, bool waited)
{
    if (request.method == "OPTIONS") {
        return Document{204, "application/json", {}, {}};
    }
    if (request.method != "GET" && request.method != "HEAD") {
        return problem(405, "Read only",
                       std::string(request.method) +
                           " changes things, and nothing can be changed here; use GET");
    }
    const Target target = parse_target(request.target);
    if (target.path == "/api/v1/state") {
        return state_answer(request, target, state, now, waited);
    }
    if (target.path == "/api/v1/stream") {
        if (request.method == "HEAD") {
            return Document{200, "text/event-stream", {}, {}};
        }
        return Stream{parse_state_id(request.last_event_id)};
    }
    if (target.path == "/healthz") {
        return Document{is_healthy(state) ? 200U : 503U, "application/json", health_json(state), {}};
    }
    return problem(404, "Nothing here",
                   "there is no " + target.path + "; try /api/v1/state, /api/v1/stream or /healthz");
}

Document too_many_readers(std::size_t readers_max)
{
    return problem(503, "Too many readers",
                   "the board serves " + std::to_string(readers_max) +
                       " readers at a time; try again in a minute");
}

Document bad_request(const std::string& what)
{
    return problem(400, "No HTTP request", what + "; send GET /api/v1/state HTTP/1.1");
}

} // namespace scoreboard::feed
