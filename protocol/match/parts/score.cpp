#include "match/parts/score.h"

#include <algorithm>

#include "match/parts/periods.h"
#include "match/parts/rally.h"
#include "match/parts/release.h"
#include "match/parts/roster.h"
#include "match/parts/tennis.h"
#include "sabotage/sabotage.h"

namespace scoreboard::match::parts {
namespace {

Outcome book(const Context& context, MatchState& state, Side side, int period, int points)
{
    Team& team = state.team(side);
    if (sabotage_planted(SABOTAGE_CLAMP_SCORES)) {
        points = std::max(points, -score(state, side));
    }
    const int maximum = context.ruleset.score->maximum;
    const bool plausible = is_period(period) && points >= -maximum && points <= maximum;
    const int total = plausible ? score(state, side) + points : 0;
    if (!plausible || total < 0 || total > maximum) {
        return refused(Reason::kOutOfRange, "A score stays between 0 and " + std::to_string(maximum) + ".");
    }
    of_period(team.points, period) += points;
    team.score_version = context.entry.id();
    return accepted();
}

// By hand, or from what the sport counts.
Outcome counted(const Context& context, MatchState& state, const AddScore& command)
{
    if (context.ruleset.rally) {
        return add_rally(context, state, command);
    }
    if (context.ruleset.tennis) {
        return add_tennis_point(context, state, command);
    }
    return book(context, state, command.side, booked_at(context, state).period, command.points);
}

} // namespace

Outcome add_score(const Context& context, MatchState& state, const AddScore& command)
{
    if (!context.ruleset.score) {
        return no_such_part(context, "score");
    }
    if (command.points == 0) {
        return refused(Reason::kOutOfRange, "Nothing to add.");
    }
    if (state.at.phase == Phase::kShootout) {
        return refused(Reason::kWrongPhase, "A shoot-out is counted by its attempts.");
    }
    Credit credit{command.player, 0, command.points};
    if (const std::optional<Outcome> refusal = why_not(state.team(command.side), credit)) {
        return *refusal;
    }
    Outcome outcome = counted(context, state, command);
    if (outcome.applied && command.points > 0) {
        propose_release(context, state, command.side);
    }
    if (outcome.applied && command.points < 0) {
        forget_goals(state, command.side, -command.points);
    }
    if (outcome.applied) {
        give(state.team(command.side), credit);
    }
    return outcome;
}

Outcome set_score(const Context& context, MatchState& state, const SetScore& command)
{
    if (!context.ruleset.score) {
        return no_such_part(context, "score");
    }
    const Team& team = state.team(command.side);
    if (command.if_version && *command.if_version != team.score_version) {
        return refused(Reason::kDepends, "The score was changed in between: it stands at " +
                                             std::to_string(score(state, command.side)) + ".");
    }
    if (context.ruleset.rally) {
        return set_rally_points(context, state, command);
    }
    if (context.ruleset.tennis) {
        return set_tennis_games(context, state, command);
    }
    const int maximum = context.ruleset.score->maximum;
    if (command.points < 0 || command.points > maximum) {
        return refused(Reason::kOutOfRange, "A score stays between 0 and " + std::to_string(maximum) + ".");
    }
    return book(context, state, command.side, booked_at(context, state).period,
                command.points - score(state, command.side));
}

} // namespace scoreboard::match::parts
