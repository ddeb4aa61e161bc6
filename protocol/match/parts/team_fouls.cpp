#include "match/parts/team_fouls.h"

#include <algorithm>

#include "match/parts/periods.h"

namespace scoreboard::match {
namespace {

// The first of the periods whose fouls count together.
int first_counted(const Ruleset& ruleset, int period)
{
    const bool with_last = ruleset.fouls.overtime_with_last && period > ruleset.periods.regular;
    return with_last ? ruleset.periods.regular : period;
}

} // namespace

int team_fouls(const Ruleset& ruleset, const MatchState& state, Side side)
{
    const int period = state.at.period;
    return parts::sum_of(state.team(side).fouls, first_counted(ruleset, period), period);
}

namespace parts {

Outcome add_foul(const Context& context, MatchState& state, const AddFoul& command)
{
    const PeriodPhase booked = booked_at(context, state);
    if (booked.phase == Phase::kPre && state.at.phase == Phase::kPre) {
        return refused(Reason::kWrongPhase, "Team fouls count from the start of the match: start the clock.");
    }
    const int maximum = context.ruleset.fouls.maximum;
    const bool plausible = is_period(booked.period) && command.count != 0 && command.count >= -maximum &&
                           command.count <= maximum;
    std::vector<int>& fouls = state.team(command.side).fouls;
    // A correction in an overtime may take back a foul of the last period, with which it counts.
    const int before =
        plausible ? sum_of(fouls, first_counted(context.ruleset, booked.period), booked.period) : 0;
    if (!plausible || before + command.count < 0 || before + command.count > maximum) {
        return refused(Reason::kOutOfRange,
                       "Team fouls stay between 0 and " + std::to_string(maximum) + " a period.");
    }
    of_period(fouls, booked.period) += command.count;
    return accepted();
}

} // namespace parts
} // namespace scoreboard::match
