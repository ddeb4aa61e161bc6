#include "match/parts/timeouts.h"

#include <algorithm>

#include "match/parts/clock.h"
#include "match/parts/jam.h"
#include "match/parts/periods.h"
#include "match/parts/shot_clock.h"

namespace scoreboard::match {
namespace {

struct Allowance {
    int first = 1; // of the periods that share it
    int last = 1;
    int count = 0;
};

// What the rules give of one kind.
struct Given {
    int first = 0;  // of the first half; else: of each span
    int second = 0; // of the second half
    int overtime = 0;
};

Given given_of(const TimeoutRules& rules, int kind)
{
    if (kind == 0) {
        return Given{rules.first_half, rules.second_half, rules.overtime};
    }
    const TimeoutKind& more = rules.more[static_cast<std::size_t>(kind - 1)];
    return Given{more.count, more.count, more.overtime};
}

Allowance allowance_of(const Ruleset& ruleset, int kind, int period)
{
    const PeriodRules& periods = ruleset.periods;
    const TimeoutRules& rules = *ruleset.timeouts;
    const Given given = given_of(rules, kind);
    const bool overtime = period > periods.regular;
    if (overtime && rules.span == Span::kMatch && rules.carried) {
        return Allowance{1, period, given.first + given.overtime * (period - periods.regular)};
    }
    if (overtime) {
        return Allowance{period, period, given.overtime};
    }
    switch (rules.span) {
    case Span::kPeriod:
        return Allowance{period, period, given.first};
    case Span::kMatch:
        return Allowance{1, periods.regular, given.first};
    case Span::kHalf:
        break;
    }
    if (period <= periods.half_after) {
        return Allowance{1, periods.half_after, given.first};
    }
    return Allowance{periods.half_after + 1, periods.regular, given.second};
}

// By period, what a side has taken of a kind.
const std::vector<int>& taken_of(const Team& team, int kind)
{
    static const std::vector<int> kNone;
    const auto more = static_cast<std::size_t>(kind - 1);
    if (kind == 0) {
        return team.timeouts;
    }
    return more < team.more_timeouts.size() ? team.more_timeouts[more] : kNone;
}

// The end of the last regular period, and what follows it, in which a side may not take all that it has
// saved.
bool is_late(const Ruleset& ruleset, const MatchState& state, int period, BoardTime now)
{
    if (ruleset.timeouts->late_maximum == 0 || period != ruleset.periods.regular ||
        state.at.period != period) {
        return false;
    }
    return state.at.phase != Phase::kPlay || time_left(ruleset, state, now) <= ruleset.timeouts->late_from;
}

int left_in(const Ruleset& ruleset, const MatchState& state, Side side, int kind, int period, BoardTime now)
{
    const TimeoutRules& rules = *ruleset.timeouts;
    const Team& team = state.team(side);
    const Allowance allowance = allowance_of(ruleset, kind, period);
    int left = allowance.count - parts::sum_of(taken_of(team, kind), allowance.first, allowance.last);
    if (kind > 0) {
        return std::max(0, left);
    }
    const int half = ruleset.periods.half_after;
    if (rules.half_maximum > 0 && period <= ruleset.periods.regular) {
        const int taken = period <= half ? parts::sum_of(team.timeouts, 1, half)
                                         : parts::sum_of(team.timeouts, half + 1, period);
        left = std::min(left, rules.half_maximum - taken);
    }
    if (rules.last_period_maximum > 0 && period == ruleset.periods.regular) {
        left = std::min(left, rules.last_period_maximum - parts::sum_of(team.timeouts, period, period));
    }
    if (is_late(ruleset, state, period, now)) {
        left = std::min(left, rules.late_maximum - team.late_timeouts);
    }
    return std::max(0, left);
}

} // namespace

int timeouts_left(const Ruleset& ruleset, const MatchState& state, Side side, int kind, BoardTime now)
{
    return ruleset.timeouts ? left_in(ruleset, state, side, kind, state.at.period, now) : 0;
}

TimeoutTimes times_of(const TimeoutRules& rules, int kind)
{
    if (kind == 0) {
        return {rules.length, rules.signal_at};
    }
    const TimeoutKind& more = rules.more.at(static_cast<std::size_t>(kind - 1));
    return {more.length, more.signal_at};
}

namespace parts {

Outcome start_timeout(const Context& context, MatchState& state, const StartTimeout& command)
{
    if (!context.ruleset.timeouts) {
        return no_such_part(context, "time-outs");
    }
    if (command.kind < 0 || static_cast<std::size_t>(command.kind) > context.ruleset.timeouts->more.size()) {
        return no_such_part(context, "such time-out");
    }
    const PeriodPhase booked = booked_at(context, state);
    const bool in_play = booked.phase == Phase::kPlay || state.at == PeriodPhase{booked.period, Phase::kPlay};
    if (!in_play || !is_period(booked.period)) {
        return refused(Reason::kWrongPhase, "A time-out is taken while a period is played.");
    }
    if (left_in(context.ruleset, state, command.side, command.kind, booked.period, context.at) == 0) {
        return refused(Reason::kNoTimeoutLeft, command.kind == 0 && context.ruleset.timeouts->more.empty()
                                                   ? "This side has no time-out left."
                                                   : "This side has no such time-out left.");
    }
    Team& team = state.team(command.side);
    if (command.kind > 0) {
        team.more_timeouts.resize(context.ruleset.timeouts->more.size());
        ++of_period(team.more_timeouts[static_cast<std::size_t>(command.kind - 1)], booked.period);
    } else {
        if (is_late(context.ruleset, state, booked.period, context.at)) {
            ++team.late_timeouts;
        }
        ++of_period(team.timeouts, booked.period);
    }
    if (state.at == PeriodPhase{booked.period, Phase::kPlay}) {
        if (state.jam && state.jam->on && context.ruleset.fold_version >= 2) {
            finish_jam(context.ruleset, state, context.at);
        }
        stop_clocks(state, context.at, context.entry.id());
        if (context.ruleset.fold_version >= 2) {
            stop_play_clock(context.ruleset, state, context.at, context.entry.id());
        }
        state.timeout = RunningTimeout{command.side, context.at, context.entry.id(), command.kind};
    }
    return accepted();
}

Outcome end_timeout(const Context& context, MatchState& state)
{
    if (!context.ruleset.timeouts) {
        return no_such_part(context, "time-outs");
    }
    if (!state.timeout) {
        return refused(Reason::kWrongPhase, "No time-out runs.");
    }
    state.timeout.reset();
    if (state.jam && !state.jam->on && context.ruleset.fold_version >= 2) {
        state.jam->began = context.at; // of the line-up
    }
    return accepted();
}

} // namespace parts
} // namespace scoreboard::match
