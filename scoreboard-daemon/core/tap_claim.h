#pragma once

#include <optional>

#include "match/time.h"
#include "session/messages.h"

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

// `floor`: the latest that earlier messages of this connection promised (session::Submitted).
TapClaim tap_claim(const session::CommandMessage& message, const match::BootId& board_boot,
                   std::optional<match::TabletTime> floor);

} // namespace scoreboard::core
