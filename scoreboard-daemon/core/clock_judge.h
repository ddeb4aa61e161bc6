#pragma once

#include <optional>

#include "core/tap_claim.h"
#include "match/entry.h"
#include "match/timeline.h"

namespace scoreboard::core {

// What is decided about a clock command: refused for a reason, or when it counts.
struct ClockJudgement {
    match::Outcome refusal; // meaningful when `verdict` is empty: ALREADY_RUNNING and the like
    std::optional<match::Verdict> verdict;
};

// Judges a clock command (is_clock_command) that was received now and tapped when `claim` says, on `head`, by
// the rules of protocol/README.md, "Clock commands count from the tap". Decided once; what it says is stored.
ClockJudgement judge_clock(const match::Timeline& head, const match::Entry& entry, const TapClaim& claim);

} // namespace scoreboard::core
