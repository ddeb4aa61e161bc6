#pragma once

#include <optional>
#include <span>

#include "client/client_view.h"
#include "match/command.h"
#include "match/match_state.h"
#include "simulation/rng.h"

namespace scoreboard::simulation {

// How somebody works at a tablet.
struct Habits {
    bool short_clocks = false; // sets clocks to seconds, so that they run out
    bool keeps_clock = true;   // else the game clock is another's, as at most tables
    double next_match = 0;     // chance that they end the match, or open the next one
    bool last_seconds = false; // the clock before them runs out soon: a STOP now matters most
};

// What somebody at a tablet asks next, all of a match's keys among it; `shown` is what the tablet shows,
// `left` the matches that it says can go on.
match::Command any_command(Rng& rng, const match::MatchState& shown, std::span<const session::LeftMatch> left,
                           Habits habits);

// What somebody who looks through the history would put right: an entry that gets another value, side or
// player, one that was forgotten, one to take back or to bring back; none: there is nothing to correct.
std::optional<match::Command> any_correction(Rng& rng, std::span<const client::HistoryRow> history);

} // namespace scoreboard::simulation
