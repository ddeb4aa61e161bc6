#include "feed/public_api.h"

#include <algorithm>
#include <charconv>

#include "feed/health.h"
#include "feed/problem.h"
#include "feed/query.h"
#include "match/match_name.h"
#include "match/timeline.h"
#include "public/match_report.h"

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

const match::MatchSummary* find_match(const FeedState& state, const std::string& name)
{
    if (state.open && match::match_name(state.open->match) == name) {
        return &*state.open;
    }
    if (state.ended) {
        for (const match::MatchSummary& match : *state.ended) {
            if (match::match_name(match.match) == name) {
                return &match;
            }
        }
    }
    return nullptr;
}

Answer matches_answer(const FeedState& state)
{
    static const std::vector<match::MatchSummary> kNone;
    return Document{200,
                    "application/json",
                    public_json::matches_json(state.ended ? *state.ended : kNone, state.open),
                    {}};
}

Answer report_answer(const std::string& name, const std::string& format, const FeedState& state)
{
    const match::MatchSummary* match = find_match(state, name);
    if (match == nullptr) {
        return problem(404, "No such match",
                       "this log holds no match \"" + name + "\"; /api/v1/matches lists those that it holds");
    }
    if (format == "json") {
        return Report{match->first, match->last, Report::Format::kJson};
    }
    if (format == "csv") {
        return Report{match->first, match->last, Report::Format::kCsv};
    }
    if (format == "html") {
        return Report{match->first, match->last, Report::Format::kHtml};
    }
    return problem(400, "No such format", "format=" + format + " is none; write json, csv or html");
}

// What follows `prefix` in a path; empty: nothing, or another path.
std::string behind(const std::string& prefix, const std::string& path)
{
    return path.starts_with(prefix) ? path.substr(prefix.size()) : std::string();
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
    if (target.path == "/api/v1/matches") {
        return matches_answer(state);
    }
    if (const std::string name = behind("/api/v1/matches/", target.path); !name.empty()) {
        return report_answer(name, target.parameter("format").value_or("json"), state);
    }
    if (const std::string name = behind("/matches/", target.path); !name.empty()) {
        return report_answer(name, "html", state);
    }
    if (target.path == "/healthz") {
        return Document{is_healthy(state) ? 200U : 503U, "application/json", health_json(state), {}};
    }
    return problem(404, "Nothing here",
                   "there is no " + target.path +
                       "; try /api/v1/state, /api/v1/stream, /api/v1/matches or /healthz");
}

Document report_document(const Report& report, std::span<const match::Entry> entries)
{
    const bool whole =
        entries.size() == report.last - report.first + 1 && match::Timeline::begins_with(entries.front());
    if (!whole) {
        return problem(503, "Not readable now",
                       "the board is busy, or cannot read this match in its log; try again in a minute");
    }
    const public_json::MatchReport made = public_json::match_report(entries);
    switch (report.format) {
    case Report::Format::kJson:
        return {200, "application/json", public_json::report_json(made), {}};
    case Report::Format::kCsv:
        return {200, "text/csv; charset=utf-8", public_json::report_csv(made), {}};
    case Report::Format::kHtml:
        break;
    }
    return {200, kHtmlType, public_json::report_html(made), {}};
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
