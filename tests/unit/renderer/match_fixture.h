#pragma once

#include <chrono>

#include "match/match_state.h"

namespace scoreboard::renderer {

inline constexpr match::BoardTime kNow{std::chrono::hours(5)};

inline const match::Ruleset& basketball()
{
    return *match::find_ruleset("basketball.fiba.2026");
}

// Q3, 54:49, both clocks standing at 7:42.0 and 14.0.
inline match::MatchState third_quarter()
{
    match::MatchState state;
    state.at = {3, match::Phase::kPlay};
    state.game.value = std::chrono::seconds(462);
    state.game.anchor = kNow - std::chrono::seconds(10);
    state.shot.clock.value = std::chrono::seconds(14);
    state.shot.clock.anchor = kNow - std::chrono::seconds(10);
    state.shot.blank = false;
    state.home.points = {20, 20, 14};
    state.home.fouls = {0, 0, 4};
    state.home.timeouts = {1, 0, 1};
    state.guest.points = {20, 20, 9};
    state.guest.fouls = {0, 0, 5};
    state.guest.timeouts = {0, 0, 0};
    state.possession = match::Side::kHome;
    return state;
}

} // namespace scoreboard::renderer
