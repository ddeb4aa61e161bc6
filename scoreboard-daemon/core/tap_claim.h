#pragma once

#include <optional>

#include "match/time.h"
#include "session/server_session.h"

namespace scoreboard::core {

// When a tap was, as its command claims it: of what the body and the envelope know, the better that is valid
// for this boot of the board.
struct TapClaim {
    std::optional<match::BoardTime> at; // on the board's time line; none: no valid clock sample
    match::Duration uncertainty{};      // of `at`
    match::Duration age{};              // sent − tap, by the tablet's own clock; never negative
    // How far the tap lies before a floor that this connection promised earlier; `at` is clamped to the
    // floor.
    match::Duration before_floor{};

    bool operator==(const TapClaim&) const = default;
};

// The `age` of a tap from before the tablet was switched off and on: older than anything that rules wait for.
inline constexpr match::Duration kAgeOfEarlierBoot = std::chrono::hours(1);

TapClaim tap_claim(const session::Submitted& submitted, const match::BootId& board_boot);

} // namespace scoreboard::core
