#include "match/match_state.h"

#include <algorithm>

#include "match/parts/periods.h"

namespace scoreboard::match {
namespace {

// When the shot clock of a running game clock last moved: it never outlives the game clock.
BoardTime shot_now(const MatchState& state, BoardTime now)
{
    const std::optional<BoardTime> end = state.game.expires_at();
    return end ? std::min(now, *end) : now;
}

} // namespace

Duration Clock::value_at(BoardTime now) const
{
    if (!running) {
        return value;
    }
    const Duration elapsed = std::max(now - anchor, Duration::zero());
    return std::max(value - elapsed, Duration::zero());
}

std::optional<BoardTime> Clock::expires_at() const
{
    return running ? std::optional(anchor + value) : std::nullopt;
}

bool runs(const MatchState& state, ClockId clock, BoardTime now)
{
    const bool game_runs = state.game.running && state.game.value_at(now) > Duration::zero();
    if (clock == ClockId::kGame) {
        return game_runs;
    }
    return game_runs && state.shot.clock.running && state.shot.clock.value_at(now) > Duration::zero();
}

Duration value_at(const MatchState& state, ClockId clock, BoardTime now)
{
    return clock == ClockId::kGame ? state.game.value_at(now)
                                   : state.shot.clock.value_at(shot_now(state, now));
}

int score(const MatchState& state, Side side)
{
    return parts::sum_of(state.team(side).points, 1, state.at.period);
}

} // namespace scoreboard::match
