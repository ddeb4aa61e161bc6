#include "core/tap_claim.h"

#include <algorithm>

namespace scoreboard::core {

namespace {

struct ClockSample {
    match::Duration offset{};
    match::Duration uncertainty{};
};

} // namespace

TapClaim tap_claim(const session::CommandMessage& message, const match::BootId& board_boot,
                   std::optional<match::TabletTime> floor)
{
    const match::Tap& tap = message.sealed.body.tap;
    std::optional<ClockSample> best;
    if (tap.board_boot == board_boot) {
        best = ClockSample{tap.offset, tap.uncertainty};
    }
    if (message.board_boot == board_boot && (!best || message.uncertainty < best->uncertainty)) {
        best = ClockSample{message.offset, message.uncertainty};
    }

    TapClaim claim;
    claim.age = std::max(message.sent - tap.at, match::Duration::zero());
    match::TabletTime counted = tap.at;
    if (floor && tap.at < *floor) {
        claim.before_floor = *floor - tap.at;
        counted = *floor;
    }
    // Before this boot's time line began there was another: the tap was of that one, whatever the sample.
    if (best && counted.time_since_epoch() + best->offset >= match::Duration::zero()) {
        claim.at = match::BoardTime(counted.time_since_epoch() + best->offset);
        claim.uncertainty = best->uncertainty;
    }
    return claim;
}

} // namespace scoreboard::core
