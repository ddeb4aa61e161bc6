#include "core/heart.h"

#include <algorithm>

#include "core/clock_entry.h"

namespace scoreboard::core {

std::optional<Heartbeat> Heart::poll(const MatchService& service, match::BoardTime now)
{
    const match::Entry* newest = service.entry(service.head());
    if (newest == nullptr || newest->board_boot != service.facts().boot) {
        return std::nullopt; // The clocks are still on the time line of the boot before.
    }
    const match::MatchState& state = service.committed().state;
    const std::optional<match::BoardTime> runs_out = state.game.expires_at();
    if (const std::optional<match::BoardTime> moved = take_new_entries(service)) {
        due_.reset();
        if (runs_out && *runs_out > now) {
            // At once if the daemon was started again while the clock ran.
            due_ = std::clamp(*moved + kEvery, now, *runs_out);
        }
    }
    if (!due_ || now < *due_) {
        return std::nullopt;
    }
    due_.reset();
    if (runs_out && *runs_out > now) {
        due_ = std::min(now + kEvery, *runs_out);
    }
    return Heartbeat{.clock_rev = clock_rev_,
                     .clock_chain = clock_chain_,
                     .game_value = match::value_at(state, match::ClockId::kGame, now),
                     .shot_value = match::value_at(state, match::ClockId::kShot, now)};
}

// When the newest clock entry came that was committed since the last look.
std::optional<match::BoardTime> Heart::take_new_entries(const MatchService& service)
{
    std::optional<match::BoardTime> moved;
    for (match::Rev rev = std::max(seen_ + 1, service.match_start()); rev <= service.head(); ++rev) {
        const match::Entry* entry = service.entry(rev);
        if (is_clock_entry(service.timeline(), *entry)) {
            clock_rev_ = rev;
            clock_chain_ = entry->chain;
            moved = entry->received;
        }
    }
    seen_ = service.head();
    return moved;
}

} // namespace scoreboard::core
