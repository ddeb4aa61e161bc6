#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "match/match_state.h"
#include "match/ruleset.h"
#include "session/messages.h"

// The namespace cannot be called like its folder: `public` is a keyword.
namespace scoreboard::public_json {

// Where a document comes from; a replayed or simulated match must never pass for a live one.
enum class Origin : std::uint8_t { kLive, kReplay, kSimulated };

struct PanelSummary {
    session::PanelStatus status = session::PanelStatus::kAbsent;
    match::Rev shown = 0;
    std::optional<match::BoardTime> shown_at; // none: nothing was confirmed yet
};

// A match at one moment, with what is around it: all that its public JSON is made of.
struct PublicState {
    Origin origin = Origin::kLive;
    match::LogId log;
    match::Rev rev = 0;
    match::Ruleset ruleset;
    match::MatchState state;
    PanelSummary panel;
    // Commands that count in `state` and are in no log, because the board cannot record; adds
    // "unrecorded": 3.
    std::size_t unrecorded = 0;
    bool offline = false; // a tablet's prediction, made without its board: adds "offline": true
};

// The moment that a document shows, on the board's time line and in UTC.
struct Moment {
    match::BoardTime board{};
    std::int64_t wall_ms = 0;
};

// The match as the public JSON document, one line, keys in a fixed order. Clocks are {running, remainingMs,
// at, text} and never ticks: a reader counts on from `at`. A blank shot clock is null, and so is a time-out
// that does not run. "held": true while the public display is held, "left": "guest" while the guest stands
// left on the panel.
std::string state_json(const PublicState& state, const Moment& now);

// "aee8f0bf": the first 32 bits of a log's id, by which documents and stream ids name it.
std::string short_log_id(const match::LogId& log);

// "HAW" for "Hawks": the first three letters, blanks left out, in upper case.
std::string short_name(const std::string& name);

// "ok", "stale", "fault", "absent".
const char* panel_status_name(session::PanelStatus status);

} // namespace scoreboard::public_json
