#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "match/match_state.h"

namespace scoreboard::match {

// One match of a log in a line: what a list of a day's matches shows.
struct MatchSummary {
    CommandId match; // its StartMatch entry
    Rev first = 0;   // that entry's …
    Rev last = 0;    // … and the newest one's
    std::string ruleset;
    std::string sport;
    std::string home_name;
    std::string guest_name;
    int home = 0; // points; of a match of sets the sets won
    int guest = 0;
    std::optional<int> home_shootout{}; // goals of the shoot-out, once there is one
    std::optional<int> guest_shootout{};
    std::string period_text; // "FINAL", "Q3"
    bool final = false;
    std::int64_t began_ms = 0; // UTC
    std::int64_t newest_ms = 0;
    std::optional<CommandId> from{}; // the match that it goes on with

    bool operator==(const MatchSummary&) const = default;
};

// "0 : 0", "0 : 0 (3 : 0)": with the shoot-out behind it.
std::string result_text(const MatchSummary& summary);

// `state`: after `newest`.
MatchSummary summary_of(const Ruleset& ruleset, const MatchState& state, const Entry& first,
                        const Entry& newest);

} // namespace scoreboard::match
