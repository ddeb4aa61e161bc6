#include "match/parts/jam.h"

#include "match/parts/clock.h"

namespace scoreboard::match::parts {
namespace {

constexpr int kJamsMax = 999;

} // namespace

Outcome start_jam(const Context& context, MatchState& state)
{
    if (!context.ruleset.jam) {
        return no_such_part(context, "jams");
    }
    if (state.at.phase != Phase::kPre && state.at.phase != Phase::kPlay) {
        return refused(Reason::kWrongPhase, "A jam is skated while a period is played.");
    }
    if (state.jam->on) {
        return refused(Reason::kAlreadyRunning, "A jam is on already.");
    }
    if (state.jam->number == kJamsMax) {
        return refused(Reason::kOutOfRange, "No period has so many jams.");
    }
    // The period's clock runs with the jam, unless it has run out: the last jam outlives it.
    if (!runs(state, ClockId::kGame, context.at) && state.game.left_at(context.at) > Duration::zero()) {
        start_clocks(context, state);
    }
    state.timeout.reset();
    state.jam = Jam{state.jam->number + 1, true, context.at};
    return accepted();
}

Outcome end_jam(const Context& context, MatchState& state)
{
    if (!context.ruleset.jam) {
        return no_such_part(context, "jams");
    }
    if (!state.jam->on) {
        return refused(Reason::kWrongPhase, "No jam is on.");
    }
    state.jam->on = false;
    state.jam->began = context.at;
    return accepted();
}

} // namespace scoreboard::match::parts
