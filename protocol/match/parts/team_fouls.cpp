#include "match/parts/team_fouls.h"

#include <algorithm>

#include "match/parts/periods.h"
#include "match/parts/roster.h"

namespace scoreboard::match {
namespace {

// The first of the periods whose fouls count together.
int first_counted(const Ruleset& ruleset, int period)
{
    if (ruleset.fouls->span == Span::kMatch) {
        return 1;
    }
    const PeriodRules& periods = ruleset.periods;
    const bool overtime = period > periods.regular;
    const int counts_with = overtime && ruleset.fouls->overtime_with_last ? periods.regular : period;
    if (ruleset.fouls->span == Span::kPeriod || counts_with > periods.regular) {
        return counts_with;
    }
    return counts_with > periods.half_after ? periods.half_after + 1 : 1;
}

// The period in which a foul counts that is given at `at`.
int counted_in(const Ruleset& ruleset, const PeriodPhase& at)
{
    return ruleset.fouls->interval_with_next && at.phase == Phase::kInterval ? at.period + 1 : at.period;
}

bool is_late(const Ruleset& ruleset, const MatchState& state, int period, BoardTime now)
{
    return ruleset.fouls->late_fouls > 0 && state.at == PeriodPhase{period, Phase::kPlay} &&
           time_left(ruleset, state, now) <= ruleset.fouls->late_from;
}

} // namespace

int team_fouls(const Ruleset& ruleset, const MatchState& state, Side side)
{
    if (!ruleset.fouls) {
        return 0;
    }
    const int period = counted_in(ruleset, state.at);
    return parts::sum_of(state.team(side).fouls, first_counted(ruleset, period), period);
}

Bonus bonus_against(const Ruleset& ruleset, const MatchState& state, Side fouling)
{
    if (!ruleset.fouls) {
        return Bonus::kNone;
    }
    const FoulRules& rules = *ruleset.fouls;
    const int period = counted_in(ruleset, state.at);
    const int fouls = team_fouls(ruleset, state, fouling);
    const bool overtime = period > ruleset.periods.regular && rules.overtime_from > 0;
    const int from = overtime ? rules.overtime_from : rules.bonus_from;
    if (rules.double_from > 0 && fouls >= rules.double_from) {
        return Bonus::kDouble;
    }
    const int late = parts::sum_of(state.team(fouling).late_fouls, period, period);
    const bool bonus = (from > 0 && fouls >= from) || (rules.late_fouls > 0 && late >= rules.late_fouls);
    return bonus ? Bonus::kBonus : Bonus::kNone;
}

namespace parts {

Outcome add_foul(const Context& context, MatchState& state, const AddFoul& command)
{
    if (!context.ruleset.fouls) {
        return no_such_part(context, "team fouls");
    }
    const FoulRules& rules = *context.ruleset.fouls;
    const PeriodPhase booked = booked_at(context, state);
    const bool before_match = booked.phase == Phase::kPre && state.at.phase == Phase::kPre;
    if (before_match && !rules.interval_with_next) {
        return refused(Reason::kWrongPhase, "Team fouls count from the start of the match: start the clock.");
    }
    const int period = counted_in(context.ruleset, booked);
    const int maximum = rules.maximum;
    const bool plausible =
        is_period(period) && command.count != 0 && command.count >= -maximum && command.count <= maximum;
    Team& team = state.team(command.side);
    // A correction in an overtime may take back a foul of the last period, with which it counts.
    const int before = plausible ? sum_of(team.fouls, first_counted(context.ruleset, period), period) : 0;
    if (plausible && before + command.count < 0 && period > booked.period) {
        return refused(Reason::kOutOfRange, "Fouls count for the next period already: correct one of the "
                                            "last in the history.");
    }
    if (!plausible || before + command.count < 0 || before + command.count > maximum) {
        return refused(Reason::kOutOfRange,
                       "Team fouls stay between 0 and " + std::to_string(maximum) + " a period.");
    }
    const Credit credit{command.player, command.count, 0};
    if (const std::optional<Outcome> refusal = why_not(team, credit)) {
        return *refusal;
    }
    of_period(team.fouls, period) += command.count;
    give(team, credit);
    if (is_late(context.ruleset, state, period, context.at)) {
        int& late = of_period(team.late_fouls, period);
        late = std::max(0, late + command.count);
    }
    return accepted();
}

} // namespace parts
} // namespace scoreboard::match
