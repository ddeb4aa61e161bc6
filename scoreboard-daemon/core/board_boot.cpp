#include "core/board_boot.h"

#include <algorithm>

#include "core/clock_entry.h"

namespace scoreboard::core {

match::BoardBoot board_boot_after(const match::Timeline& timeline, const std::optional<Heartbeat>& newest)
{
    const auto entries = timeline.entries();
    // The newest is always found: the match's start is a clock entry.
    const match::Entry& last =
        *std::find_if(entries.rbegin(), entries.rend(),
                      [&](const match::Entry& entry) { return is_clock_entry(timeline, entry); });
    const match::MatchState& state = timeline.state();
    match::BoardBoot boot{.game_value = match::value_at(state, match::ClockId::kGame, last.received),
                          .shot_value = match::value_at(state, match::ClockId::kShot, last.received),
                          .clock_ran = match::runs(state, match::ClockId::kGame, last.received)};
    if (newest && newest->clock_rev == last.rev && newest->clock_chain == last.chain) {
        boot.game_value = newest->game_value;
        boot.shot_value = newest->shot_value;
        boot.clock_ran = newest->game_value > match::Duration::zero(); // else it has run out
    }
    if (const auto* earlier = std::get_if<match::BoardBoot>(&last.command())) {
        boot.clock_ran = earlier->clock_ran; // nobody has touched the clock since: the question is still open
    }
    return boot;
}

} // namespace scoreboard::core
