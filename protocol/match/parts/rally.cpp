#include "match/parts/rally.h"

#include <algorithm>

#include "match/parts/periods.h"

namespace scoreboard::match {
namespace {

Side other(Side side)
{
    return side == Side::kHome ? Side::kGuest : Side::kHome;
}

int last_set(const RallyRules& rules)
{
    return 2 * rules.sets_to_win - 1;
}

struct SetTarget {
    int points = 0;
    int cap = 0;
};

SetTarget target_of(const RallyRules& rules, int set)
{
    return set == last_set(rules) ? SetTarget{rules.last_points, rules.last_cap}
                                  : SetTarget{rules.points, rules.cap};
}

// Whether `own` points against `others` have won the set.
bool wins(const RallyRules& rules, int set, int own, int others)
{
    const SetTarget target = target_of(rules, set);
    return (own >= target.points && own - others >= rules.lead) || (target.cap > 0 && own >= target.cap);
}

int points_of(const MatchState& state, Side side, int set)
{
    return parts::sum_of(state.team(side).points, set, set);
}

std::optional<Side> winner_of(const RallyRules& rules, const MatchState& state, int set)
{
    const int home = points_of(state, Side::kHome, set);
    const int guest = points_of(state, Side::kGuest, set);
    if (wins(rules, set, home, guest)) {
        return Side::kHome;
    }
    return wins(rules, set, guest, home) ? std::optional(Side::kGuest) : std::nullopt;
}

// Whether a set can stand like this: nobody plays on after its end.
bool is_possible(const RallyRules& rules, int set, int home, int guest)
{
    const SetTarget target = target_of(rules, set);
    const int high = std::max(home, guest);
    const int low = std::min(home, guest);
    const bool beyond = high > target.points;
    return low >= 0 && (target.cap == 0 || high <= target.cap) && (!beyond || high - low <= rules.lead) &&
           !(target.cap > 0 && low >= target.cap);
}

std::optional<Side> side_of(int number)
{
    if (number == 0) {
        return std::nullopt;
    }
    return number == 1 ? Side::kHome : Side::kGuest;
}

int number_of(Side side)
{
    return side == Side::kHome ? 1 : 2;
}

// Whether each side serves once, as the set stands.
bool by_expedite(const MatchState& state)
{
    const std::optional<Expedite>& expedite = state.rally->expedite;
    const int set = state.at.period;
    const int total = points_of(state, Side::kHome, set) + points_of(state, Side::kGuest, set);
    return expedite && (expedite->set < set || (expedite->set == set && expedite->rallies <= total));
}

// Who serves by turns when so many points of the set are played and `opener` began.
Side server_by_turns(const RallyRules& rules, const MatchState& state, Side opener)
{
    const int set = state.at.period;
    const int home = points_of(state, Side::kHome, set);
    const int guest = points_of(state, Side::kGuest, set);
    const int total = home + guest;
    if (by_expedite(state)) {
        const Expedite& expedite = *state.rally->expedite;
        const bool in_it = expedite.set == set; // else the whole set is played so
        const Side first = in_it ? side_of(expedite.server).value_or(opener) : opener;
        return (total - (in_it ? expedite.rallies : 0)) % 2 == 0 ? first : other(first);
    }
    const int even = target_of(rules, set).points - 1; // from here on each side serves once
    const int before = std::min(total, 2 * even) / rules.serve_every;
    const bool both = home >= even && guest >= even;
    const int turns = both ? before + (total - 2 * even) : total / rules.serve_every;
    return turns % 2 == 0 ? opener : other(opener);
}

} // namespace

int sets_won(const Ruleset& ruleset, const MatchState& state, Side side)
{
    int won = 0;
    for (int set = 1; ruleset.rally && set <= state.at.period; ++set) {
        won += winner_of(*ruleset.rally, state, set) == side ? 1 : 0;
    }
    return won;
}

bool has_set_point(const Ruleset& ruleset, const MatchState& state, Side side)
{
    const int set = state.at.period;
    return ruleset.rally && state.at.phase == Phase::kPlay &&
           wins(*ruleset.rally, set, points_of(state, side, set) + 1, points_of(state, other(side), set));
}

namespace parts {
namespace {

void serve(MatchState& state, std::optional<Side> side, const CommandId& by)
{
    if (state.possession != side) {
        state.possession = side;
        state.possession_version = by;
    }
}

int& opener_of(Rally& rally, int set)
{
    const auto index = static_cast<std::size_t>(set);
    if (rally.openers.size() < index) {
        rally.openers.resize(index, 0);
    }
    return rally.openers[index - 1];
}

// After any change of the points: the set is over, or is not over any more.
void settle_set(const Context& context, MatchState& state)
{
    const RallyRules& rules = *context.ruleset.rally;
    const bool over = winner_of(rules, state, state.at.period).has_value();
    const bool playing = state.at.phase == Phase::kPlay;
    if (over && playing) {
        const bool won = sets_won(context.ruleset, state, Side::kHome) == rules.sets_to_win ||
                         sets_won(context.ruleset, state, Side::kGuest) == rules.sets_to_win;
        end_of_set(context, state, won ? Phase::kFinal : Phase::kInterval);
    } else if (!over && !playing) {
        reopen_period(context, state);
    }
}

void follow_service(const Context& context, MatchState& state, std::optional<Side> winner)
{
    const RallyRules& rules = *context.ruleset.rally;
    if (rules.service == Service::kWinner && winner) {
        serve(state, winner, context.entry.id());
    }
    const std::optional<Side> opener = side_of(opener_of(*state.rally, state.at.period));
    if (rules.service == Service::kAlternate && opener) {
        serve(state, server_by_turns(rules, state, *opener), context.entry.id());
    }
}

void tell_ends(const RallyRules& rules, MatchState& state, Side scored)
{
    const int set = state.at.period;
    const int own = points_of(state, scored, set);
    const int others = points_of(state, other(scored), set);
    const bool last = set == last_set(rules);
    const int every = last ? rules.ends_every_last : rules.ends_every;
    state.rally->change_ends = (every > 0 && (own + others) % every == 0) ||
                               (last && own == rules.ends_at_last && others < rules.ends_at_last);
    state.rally->pause =
        std::find(rules.breaks.begin(), rules.breaks.end(), own) != rules.breaks.end() && others < own;
}

void end_pause(Rally& rally)
{
    rally.change_ends = false;
    rally.pause = false;
    rally.paused_at.reset();
}

std::optional<Outcome> why_not_now(const Context& context, const MatchState& state)
{
    if (state.at.phase != Phase::kPre && booked_at(context, state).period != state.at.period) {
        return refused(Reason::kStale, "Another set is played by now.");
    }
    return std::nullopt;
}

} // namespace

Outcome add_rally(const Context& context, MatchState& state, const AddScore& command)
{
    const RallyRules& rules = *context.ruleset.rally;
    if (const std::optional<Outcome> refusal = why_not_now(context, state)) {
        return *refusal;
    }
    if (command.points != 1 && command.points != -1) {
        return refused(Reason::kOutOfRange, "A rally is one point; a score is put right with 'set'.");
    }
    const bool takes_back = command.points < 0;
    const bool standing = state.at.phase == Phase::kInterval || state.at.phase == Phase::kFinal;
    if (standing && !takes_back) {
        return refused(Reason::kWrongPhase, "The set is over: begin the next one, or take a point back.");
    }
    const int set = state.at.period;
    if (takes_back && points_of(state, command.side, set) == 0) {
        return refused(Reason::kOutOfRange, "A score stays between 0 and 999.");
    }
    if (takes_back && standing && winner_of(rules, state, set) != command.side) {
        return refused(Reason::kWrongPhase, "The set is over: only its last point can be taken back.");
    }
    if (takes_back &&
        !is_possible(rules, set, points_of(state, Side::kHome, set) - (command.side == Side::kHome),
                     points_of(state, Side::kGuest, set) - (command.side == Side::kGuest))) {
        return refused(Reason::kOutOfRange, "No set stands like this: undo instead.");
    }
    if (state.at.phase == Phase::kPre) {
        begin_first_period(context, state);
    }
    Team& team = state.team(command.side);
    of_period(team.points, set) += command.points;
    team.score_version = context.entry.id();
    state.timeout.reset();
    end_pause(*state.rally);
    if (!takes_back) {
        tell_ends(rules, state, command.side);
    }
    if (state.rally->pause && rules.break_length > Duration::zero()) {
        state.rally->paused_at = context.at;
    }
    follow_service(context, state, takes_back ? std::nullopt : std::optional(command.side));
    settle_set(context, state);
    return accepted();
}

Outcome set_rally_points(const Context& context, MatchState& state, const SetScore& command)
{
    if (const std::optional<Outcome> refusal = why_not_now(context, state)) {
        return *refusal;
    }
    if (state.at.phase == Phase::kPre) {
        return refused(Reason::kWrongPhase, "The match has not begun.");
    }
    Team& team = state.team(command.side);
    const int set = state.at.period;
    const int others = points_of(state, other(command.side), set);
    if (command.points < 0 || !is_possible(*context.ruleset.rally, set, command.points, others)) {
        return refused(Reason::kOutOfRange, "No set stands at " + std::to_string(command.points) + " to " +
                                                std::to_string(others) + ".");
    }
    of_period(team.points, set) = command.points;
    team.score_version = context.entry.id();
    end_pause(*state.rally);
    follow_service(context, state, std::nullopt);
    settle_set(context, state);
    return accepted();
}

Outcome set_server(const Context& context, MatchState& state, Side side)
{
    const RallyRules& rules = *context.ruleset.rally;
    if (rules.service == Service::kNone) {
        return no_such_part(context, "service");
    }
    const int set = state.at.period;
    int& opener = opener_of(*state.rally, set);
    const int total = points_of(state, Side::kHome, set) + points_of(state, Side::kGuest, set);
    if (by_expedite(state)) {
        state.rally->expedite = Expedite{set, total, number_of(side)};
        opener = opener > 0 ? opener : number_of(total % 2 == 0 ? side : other(side));
    } else if (rules.service == Service::kAlternate) {
        const bool home_leads_there = server_by_turns(rules, state, Side::kHome) == side;
        opener = number_of(home_leads_there ? Side::kHome : Side::kGuest);
    } else if (total == 0) {
        opener = number_of(side);
    }
    state.possession = side;
    state.possession_version = context.entry.id();
    return accepted();
}

void open_set(const Ruleset& ruleset, MatchState& state, const CommandId& by)
{
    const RallyRules& rules = *ruleset.rally;
    const int set = state.at.period;
    end_pause(*state.rally);
    if (set == 1) {
        return; // the toss: somebody says who serves
    }
    const std::optional<Side> before = side_of(opener_of(*state.rally, set - 1));
    std::optional<Side> opener;
    if (rules.winner_opens) {
        opener = winner_of(rules, state, set - 1);
    } else if (before && !(rules.toss_before_last && set == last_set(rules))) {
        opener = other(*before);
    }
    opener_of(*state.rally, set) = opener ? number_of(*opener) : 0;
    serve(state, rules.service == Service::kNone ? std::nullopt : opener, by);
}

void play_by_expedite(const Context& context, MatchState& state, bool on)
{
    if (!on) {
        state.rally->expedite.reset();
    } else {
        const int set = state.at.period;
        const int played = points_of(state, Side::kHome, set) + points_of(state, Side::kGuest, set);
        state.rally->expedite = Expedite{set, played, state.possession ? number_of(*state.possession) : 0};
    }
    follow_service(context, state, std::nullopt);
}

} // namespace parts
} // namespace scoreboard::match
