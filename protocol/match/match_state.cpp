#include "match/match_state.h"

#include <algorithm>

#include "match/parts/periods.h"

namespace scoreboard::match {
namespace {

// When the shot clock last moved: it never outlives the game clock, unless it runs by itself.
BoardTime shot_now(const MatchState& state, BoardTime now)
{
    if (state.shot.alone) {
        return now;
    }
    const std::optional<BoardTime> end = state.game.expires_at();
    return end ? std::min(now, *end) : now;
}

} // namespace

bool GoingOn::operator==(const GoingOn& other) const
{
    return match == other.match && *state == *other.state;
}

Duration Clock::value_at(BoardTime now) const
{
    return running ? moved(value, std::max(now - anchor, Duration::zero())) : value;
}

Duration Clock::left_at(BoardTime now) const
{
    const Duration shown = value_at(now);
    return up ? limit - shown : shown;
}

std::optional<BoardTime> Clock::expires_at() const
{
    return running ? std::optional(anchor + (up ? limit - value : value)) : std::nullopt;
}

Duration Clock::moved(Duration from, Duration by) const
{
    return up ? std::min(from + by, limit) : std::max(from - by, Duration::zero());
}

Clock Clock::at_rest(Duration shown, BoardTime at, const CommandId& by) const
{
    return Clock{shown, at, false, by, up, limit};
}

bool runs(const MatchState& state, ClockId clock, BoardTime now)
{
    const bool game_runs = state.game.running && state.game.left_at(now) > Duration::zero();
    if (clock == ClockId::kGame) {
        return game_runs;
    }
    return (game_runs || state.shot.alone) && state.shot.clock.running &&
           state.shot.clock.value_at(now) > Duration::zero();
}

Duration value_at(const MatchState& state, ClockId clock, BoardTime now)
{
    return clock == ClockId::kGame ? state.game.value_at(now)
                                   : state.shot.clock.value_at(shot_now(state, now));
}

int score(const MatchState& state, Side side)
{
    const std::vector<int>& points = state.team(side).points;
    if (state.rally || state.tennis) {
        return parts::sum_of(points, state.at.period, state.at.period);
    }
    return parts::sum_of(points, 1, static_cast<int>(points.size()));
}

} // namespace scoreboard::match
