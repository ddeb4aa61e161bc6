#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "match/match_summary.h"
#include "public/public_state.h"

namespace scoreboard::feed {

// What the public side knows of the board, a copy of its own: committed facts, and in live-only mode what
// counts without a record, marked as such.
struct FeedState {
    public_json::PublicState match; // rev 0: nothing is committed yet
    std::string panel_detail;       // for a person: why the panel is not well
    std::string storage_fault;      // for a person; empty: the log records
    bool live_only = false;         // with a fault: the match goes on in memory
    // The matches of the log that have ended, oldest first (null: none), and the open one as it is recorded.
    std::shared_ptr<const std::vector<match::MatchSummary>> ended{};
    std::optional<match::MatchSummary> open{};
};

} // namespace scoreboard::feed
