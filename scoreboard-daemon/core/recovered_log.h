#pragma once

#include <optional>
#include <vector>

#include "match/entry.h"
#include "match/left_matches.h"
#include "match/match_summary.h"
#include "match/timeline.h"

namespace scoreboard::core {

// A command that was decided in a match that is no longer open: a resend still gets its answer.
struct StoredDecision {
    match::CommandId id;
    match::Hash hash{};
    match::Rev rev = 0;
    match::Outcome outcome;
    std::optional<match::Verdict> verdict;

    bool operator==(const StoredDecision&) const = default;
};

// Everything the single writer needs of a log to go on with it.
struct RecoveredLog {
    match::LogId log;
    match::BoardId board;
    match::Rev head = 0;                       // 0: an empty log
    match::Hash head_chain{};                  // of the entry at `head`; zeros before the first
    match::Seq board_seq = 0;                  // the newest seq written by match::writer_of(log)
    std::optional<match::Timeline> open_match; // folded, up to `head`; none only in an empty log
    std::vector<StoredDecision> older;         // every id before the open match
    std::vector<match::MatchSummary> ended;    // the matches before it
    match::LeftMatches left;                   // of them, those that can be gone on with
    match::Rev filled_up_to = 0;               // so many entries are from what a controller had kept; 0: none
    match::Rev brought_up_to = 0; // the newest entry of a match that came from elsewhere; 0: none
};

// The match that is open was followed by another: its answers are still asked for, and a line of it.
void retire_open_match(RecoveredLog& log);

} // namespace scoreboard::core
