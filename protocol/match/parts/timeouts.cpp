#include "match/parts/timeouts.h"

#include <algorithm>

#include "match/parts/clock.h"
#include "match/parts/periods.h"

namespace scoreboard::match {
namespace {

struct Allowance {
    int first = 1; // of the periods that share it
    int last = 1;
    int count = 0;
};

Allowance allowance_of(const Ruleset& ruleset, int period)
{
    const PeriodRules& periods = ruleset.periods;
    if (period <= periods.half_after) {
        return Allowance{1, periods.half_after, ruleset.timeouts.first_half};
    }
    if (period <= periods.regular) {
        return Allowance{periods.half_after + 1, periods.regular, ruleset.timeouts.second_half};
    }
    return Allowance{period, period, ruleset.timeouts.overtime};
}

// The end of the last regular period, and what follows it, in which a side may not take all that it has
// saved.
bool is_late(const Ruleset& ruleset, const MatchState& state, int period, BoardTime now)
{
    if (period != ruleset.periods.regular || state.at.period != period) {
        return false;
    }
    return state.at.phase != Phase::kPlay ||
           value_at(state, ClockId::kGame, now) <= ruleset.timeouts.late_from;
}

int left_in(const Ruleset& ruleset, const MatchState& state, Side side, int period, BoardTime now)
{
    const Team& team = state.team(side);
    const Allowance allowance = allowance_of(ruleset, period);
    const int left = allowance.count - parts::sum_of(team.timeouts, allowance.first, allowance.last);
    const int late_left = ruleset.timeouts.late_maximum - team.late_timeouts;
    return std::max(0, is_late(ruleset, state, period, now) ? std::min(left, late_left) : left);
}

} // namespace

int timeouts_left(const Ruleset& ruleset, const MatchState& state, Side side, BoardTime now)
{
    return left_in(ruleset, state, side, state.at.period, now);
}

namespace parts {

Outcome start_timeout(const Context& context, MatchState& state, const StartTimeout& command)
{
    const PeriodPhase booked = booked_at(context, state);
    const bool in_play = booked.phase == Phase::kPlay || state.at == PeriodPhase{booked.period, Phase::kPlay};
    if (!in_play || !is_period(booked.period)) {
        return refused(Reason::kWrongPhase, "A time-out is taken while a period is played.");
    }
    if (left_in(context.ruleset, state, command.side, booked.period, context.at) == 0) {
        return refused(Reason::kNoTimeoutLeft, "This side has no time-out left.");
    }
    Team& team = state.team(command.side);
    if (is_late(context.ruleset, state, booked.period, context.at)) {
        ++team.late_timeouts;
    }
    ++of_period(team.timeouts, booked.period);
    if (state.at == PeriodPhase{booked.period, Phase::kPlay}) {
        stop_clocks(state, context.at, context.entry.id());
        state.timeout = RunningTimeout{command.side, context.at, context.entry.id()};
    }
    return accepted();
}

} // namespace parts
} // namespace scoreboard::match
