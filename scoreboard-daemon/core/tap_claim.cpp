#include "core/tap_claim.h"

#include <algorithm>

namespace scoreboard::core {

namespace {

struct ClockSample {
    match::Duration offset{};
    match::Duration uncertainty{};
};

} // namespace

TapClaim tap_claim(const session::Submitted& submitted, const match::BootId& board_boot)
{
    const session::CommandMessage& message = submitted.message;
    const match::Tap& tap = message.sealed.body.tap;
    // Two boots of a tablet have two time lines: what the connection says of its own tells nothing of a tap
    // before it.
    const bool this_tablet_boot = tap.tablet_boot == submitted.tablet_boot;
    std::optional<ClockSample> best;
    if (tap.board_boot == board_boot) {
        best = ClockSample{tap.offset, tap.uncertainty};
    }
    if (this_tablet_boot && message.board_boot == board_boot &&
        (!best || message.uncertainty < best->uncertainty)) {
        best = ClockSample{message.offset, message.uncertainty};
    }

    TapClaim claim;
    claim.age =
        this_tablet_boot ? std::max(message.sent - tap.at, match::Duration::zero()) : kAgeOfEarlierBoot;
    match::TabletTime counted = tap.at;
    if (this_tablet_boot && submitted.floor && tap.at < *submitted.floor) {
        claim.before_floor = *submitted.floor - tap.at;
        counted = *submitted.floor;
    }
    // Before this boot's time line began there was another: the tap was of that one, whatever the sample.
    if (best && counted.time_since_epoch() + best->offset >= match::Duration::zero()) {
        claim.at = match::BoardTime(counted.time_since_epoch() + best->offset);
        claim.uncertainty = best->uncertainty;
    }
    return claim;
}

} // namespace scoreboard::core
