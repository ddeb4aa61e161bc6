#include "match/parts/tennis.h"

#include <algorithm>

#include "match/parts/periods.h"

namespace scoreboard::match {
namespace {

Side other(Side side)
{
    return side == Side::kHome ? Side::kGuest : Side::kHome;
}

int games_of(const MatchState& state, Side side, int set)
{
    return parts::sum_of(state.team(side).points, set, set);
}

int last_set(const TennisRules& rules)
{
    return 2 * rules.sets_to_win - 1;
}

bool is_match_tiebreak(const TennisRules& rules, int set)
{
    return rules.match_tiebreak > 0 && set == last_set(rules);
}

// The points that end the game in hand when it is a tie-break; 0: it is none.
int tiebreak_to(const TennisRules& rules, const MatchState& state)
{
    const int set = state.at.period;
    if (is_match_tiebreak(rules, set)) {
        return rules.match_tiebreak;
    }
    const int all = rules.tiebreak_at;
    if (all == 0 || games_of(state, Side::kHome, set) != all || games_of(state, Side::kGuest, set) != all) {
        return 0;
    }
    return set == last_set(rules) && rules.last_tiebreak_points > 0 ? rules.last_tiebreak_points
                                                                    : rules.tiebreak_points;
}

bool wins_game(const TennisRules& rules, const MatchState& state, int own, int others)
{
    const int tiebreak = tiebreak_to(rules, state);
    if (tiebreak > 0) {
        return own >= tiebreak && own - others >= 2;
    }
    return own >= 4 && (own - others >= 2 || (rules.no_ad && own > others));
}

bool wins_set(const TennisRules& rules, int set, int own, int others)
{
    if (is_match_tiebreak(rules, set)) {
        return own > others;
    }
    const bool by_lead = own >= rules.games && own - others >= rules.lead;
    const bool by_tiebreak =
        rules.tiebreak_at > 0 && own == rules.tiebreak_at + 1 && others == rules.tiebreak_at;
    return by_lead || by_tiebreak;
}

int tennis_points(const Tennis& tennis, Side side)
{
    return side == Side::kHome ? tennis.home : tennis.guest;
}

} // namespace

bool in_tiebreak(const Ruleset& ruleset, const MatchState& state)
{
    return ruleset.tennis && tiebreak_to(*ruleset.tennis, state) > 0;
}

int tennis_sets_won(const Ruleset& ruleset, const MatchState& state, Side side)
{
    int won = 0;
    for (int set = 1; ruleset.tennis && set <= state.at.period; ++set) {
        won += wins_set(*ruleset.tennis, set, games_of(state, side, set), games_of(state, other(side), set));
    }
    return won;
}

bool has_tennis_set_point(const Ruleset& ruleset, const MatchState& state, Side side)
{
    if (!ruleset.tennis || state.at.phase != Phase::kPlay) {
        return false;
    }
    const int set = state.at.period;
    const bool game = wins_game(*ruleset.tennis, state, tennis_points(*state.tennis, side) + 1,
                                tennis_points(*state.tennis, other(side)));
    return game &&
           wins_set(*ruleset.tennis, set, games_of(state, side, set) + 1, games_of(state, other(side), set));
}

std::string tennis_text(const Ruleset& ruleset, const MatchState& state, Side side)
{
    static constexpr const char* kCalls[] = {"0", "15", "30", "40"};
    const int own = tennis_points(*state.tennis, side);
    const int others = tennis_points(*state.tennis, other(side));
    if (in_tiebreak(ruleset, state)) {
        return std::to_string(own);
    }
    return own > 3 && own > others ? "AD" : kCalls[std::min(own, 3)];
}

namespace parts {
namespace {

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

// In a tie-break the first point is the opener's, then each side serves two.
bool opener_serves(const TennisRules& rules, const MatchState& state)
{
    const int played = state.tennis->home + state.tennis->guest;
    return tiebreak_to(rules, state) == 0 || ((played + 1) / 2) % 2 == 0;
}

void follow_service(const Context& context, MatchState& state)
{
    const std::optional<Side> opener = side_of(state.tennis->opener);
    if (!opener) {
        return;
    }
    const Side server = opener_serves(*context.ruleset.tennis, state) ? *opener : other(*opener);
    if (state.possession != server) {
        state.possession = server;
        state.possession_version = context.entry.id();
    }
}

void finish_game(const Context& context, MatchState& state, Side winner)
{
    const TennisRules& rules = *context.ruleset.tennis;
    const int set = state.at.period;
    ++of_period(state.team(winner).points, set);
    const int own = games_of(state, winner, set);
    const int others = games_of(state, other(winner), set);
    state.tennis->home = 0;
    state.tennis->guest = 0;
    if (const std::optional<Side> opener = side_of(state.tennis->opener)) {
        state.tennis->opener = number_of(other(*opener));
    }
    state.tennis->change_ends = (own + others) % 2 == 1;
    if (!wins_set(rules, set, own, others)) {
        return;
    }
    if (tennis_sets_won(context.ruleset, state, winner) == rules.sets_to_win) {
        end_of_set(context, state, Phase::kFinal);
    } else {
        ++state.at.period; // play goes on at once; who wants a pause takes it
    }
}

std::optional<Outcome> why_not_now(const Context& context, const MatchState& state)
{
    if (state.at.phase == Phase::kFinal) {
        return refused(Reason::kWrongPhase, "The match is over: undo its last point first.");
    }
    if (state.at.phase != Phase::kPre && booked_at(context, state).period != state.at.period) {
        return refused(Reason::kStale, "Another set is played by now.");
    }
    return std::nullopt;
}

} // namespace

Outcome add_tennis_point(const Context& context, MatchState& state, const AddScore& command)
{
    if (const std::optional<Outcome> refusal = why_not_now(context, state)) {
        return *refusal;
    }
    if (command.points != 1 && command.points != -1) {
        return refused(Reason::kOutOfRange, "Tennis is counted point by point; 'set' puts the games right.");
    }
    int& own = command.side == Side::kHome ? state.tennis->home : state.tennis->guest;
    if (own + command.points < 0) {
        return refused(Reason::kOutOfRange, "There is no point of this game to take back: undo instead.");
    }
    if (state.at.phase == Phase::kPre) {
        begin_first_period(context, state);
    }
    state.timeout.reset();
    own += command.points;
    const int others = tennis_points(*state.tennis, other(command.side));
    const bool tiebreak = tiebreak_to(*context.ruleset.tennis, state) > 0;
    state.tennis->change_ends = tiebreak && command.points > 0 && (own + others) % 6 == 0;
    state.team(command.side).score_version = context.entry.id();
    if (wins_game(*context.ruleset.tennis, state, own, others)) {
        finish_game(context, state, command.side);
    }
    follow_service(context, state);
    return accepted();
}

Outcome set_tennis_games(const Context& context, MatchState& state, const SetScore& command)
{
    if (const std::optional<Outcome> refusal = why_not_now(context, state)) {
        return *refusal;
    }
    const TennisRules& rules = *context.ruleset.tennis;
    const int set = state.at.period;
    const int others = games_of(state, other(command.side), set);
    const bool fits = command.points >= 0 && command.points <= 99 && !is_match_tiebreak(rules, set) &&
                      !wins_set(rules, set, command.points, others) &&
                      !wins_set(rules, set, others, command.points);
    if (state.at.phase == Phase::kPre || !fits) {
        return refused(Reason::kOutOfRange, "No running set stands at " + std::to_string(command.points) +
                                                " to " + std::to_string(others) + " games.");
    }
    of_period(state.team(command.side).points, set) = command.points;
    state.team(command.side).score_version = context.entry.id();
    state.tennis->change_ends = false;
    follow_service(context, state);
    return accepted();
}

Outcome set_tennis_server(const Context& context, MatchState& state, Side side)
{
    const bool opens = opener_serves(*context.ruleset.tennis, state);
    state.tennis->opener = number_of(opens ? side : other(side));
    state.possession = side;
    state.possession_version = context.entry.id();
    return accepted();
}

} // namespace parts
} // namespace scoreboard::match
