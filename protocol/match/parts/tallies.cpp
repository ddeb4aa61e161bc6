#include "match/parts/tallies.h"

#include "match/parts/periods.h"
#include "match/parts/rally.h"
#include "match/parts/roster.h"

namespace scoreboard::match {
namespace {

// What counts together with `period`.
int count_of(const TallyRules& rules, const PeriodRules& periods, const std::vector<int>& by_period,
             int period)
{
    switch (rules.span) {
    case Span::kPeriod:
        return parts::sum_of(by_period, period, period);
    case Span::kHalf:
        return period <= periods.half_after ? parts::sum_of(by_period, 1, periods.half_after)
                                            : parts::sum_of(by_period, periods.half_after + 1, period);
    case Span::kMatch:
        return parts::sum_of(by_period, 1, static_cast<int>(by_period.size()));
    }
    return 0;
}

} // namespace

int tally(const Ruleset& ruleset, const MatchState& state, Side side, int index)
{
    const auto at = static_cast<std::size_t>(index);
    const std::vector<std::vector<int>>& all = state.team(side).tallies;
    return at < all.size() ? count_of(ruleset.tallies[at], ruleset.periods, all[at], state.at.period) : 0;
}

namespace parts {

Outcome add_tally(const Context& context, MatchState& state, const AddTally& command)
{
    const std::vector<TallyRules>& rules = context.ruleset.tallies;
    const auto index = static_cast<std::size_t>(command.tally);
    if (command.tally < 0 || index >= rules.size()) {
        return no_such_part(context, "such tally");
    }
    const TallyRules& rule = rules[index];
    const int period = booked_at(context, state).period;
    std::vector<std::vector<int>>& all = state.team(command.side).tallies;
    const bool plausible = is_period(period) && command.count != 0 && command.count >= -rule.maximum &&
                           command.count <= rule.maximum;
    const int before =
        plausible && index < all.size() ? count_of(rule, context.ruleset.periods, all[index], period) : 0;
    if (!plausible || before + command.count < 0 || before + command.count > rule.maximum) {
        return refused(Reason::kOutOfRange,
                       "A side has 0 to " + std::to_string(rule.maximum) + " here (" + rule.name + ").");
    }
    Team& team = state.team(command.side);
    const Credit credit{command.player, 0, 0, command.tally, command.count, rule.player_limit};
    if (const std::optional<Outcome> refusal = why_not(team, credit)) {
        return *refusal;
    }
    all.resize(rules.size());
    of_period(all[index], period) += command.count;
    give(team, credit);
    return accepted();
}

Outcome set_lamp(const Context& context, MatchState& state, const SetLamp& command)
{
    if (command.lamp < 0 || static_cast<std::size_t>(command.lamp) >= context.ruleset.lamps.size()) {
        return no_such_part(context, "such lamp");
    }
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(command.lamp);
    if (((state.lamps & bit) != 0) == command.lit) {
        return refused(Reason::kAlready,
                       command.lit ? "The lamp is lit already." : "The lamp is out already.");
    }
    const bool jam_is_on = state.jam && state.jam->on;
    if (command.lit && context.ruleset.lamps[static_cast<std::size_t>(command.lamp)].of_jam && !jam_is_on) {
        return refused(Reason::kWrongPhase, "No jam is on.");
    }
    state.lamps ^= bit;
    if (state.rally && context.ruleset.lamps[static_cast<std::size_t>(command.lamp)].expedite) {
        play_by_expedite(context, state, command.lit);
    }
    return accepted();
}

} // namespace parts
} // namespace scoreboard::match
