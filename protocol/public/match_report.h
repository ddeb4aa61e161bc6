#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "match/match_summary.h"
#include "match/scoreline.h"

namespace scoreboard::public_json {

// Something that was entered and counted, or would have if it had not been taken back.
struct ReportEvent {
    match::Rev rev = 0;
    std::int64_t wall_ms = 0; // UTC: when the board recorded it
    std::string period;       // "Q3": where the match then stood
    std::string clock;        // "7:42"; empty: it has none
    std::optional<match::Side> side;
    std::string text; // "2 points #7"
    int home = 0;     // the score after it
    int guest = 0;
    bool taken_back = false;
    bool corrected = false; // it counts otherwise than it was entered, or was put in afterwards
    bool minor = false;     // a clock that starts, a horn: nothing that a reader of the match looks for
};

struct ReportTeam {
    match::TeamLine line;               // as it stands: score, sets, periods, tallies, players
    int fouls = 0;                      // of the whole match
    int timeouts = 0;                   // taken
    std::vector<std::string> penalties; // in their order: "minor #15, P1 4:30"
};

// All that is told of one match when it is over, or as far as it has come. A value made of its entries alone.
struct MatchReport {
    match::MatchSummary summary;
    std::string rules;  // the ruleset's name
    std::string source; // … and its source
    bool has_sets = false;
    bool has_score = false;
    std::vector<std::string> periods; // "Q1", …: the columns of the line score
    ReportTeam home;
    ReportTeam guest;
    std::vector<ReportEvent> events; // in the order in which they count
};

// `entries`: those of one match, from its StartMatch on, as a log has verified them.
MatchReport match_report(std::span<const match::Entry> entries);

// The report as one JSON document; as a table of its events (RFC 4180); as a page to print, in one file,
// without a script.
std::string report_json(const MatchReport& report);
std::string report_csv(const MatchReport& report);
std::string report_html(const MatchReport& report);

// The matches of a log, newest first, as one JSON document.
std::string matches_json(std::span<const match::MatchSummary> ended,
                         const std::optional<match::MatchSummary>& open);

} // namespace scoreboard::public_json
