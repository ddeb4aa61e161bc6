#include "match/parts/counts.h"

#include "match/parts/periods.h"

namespace scoreboard::match::parts {
namespace {

std::optional<Outcome> why_no_count(const Context& context, const MatchState& state)
{
    if (!context.ruleset.innings) {
        return no_such_part(context, "count of balls and strikes");
    }
    if (state.at.phase != Phase::kPlay) {
        return refused(Reason::kWrongPhase, "Nobody bats now: the next inning has yet to begin.");
    }
    return std::nullopt;
}

void next_batter(Innings& innings)
{
    innings.balls = 0;
    innings.strikes = 0;
}

void put_out(const Context& context, MatchState& state)
{
    next_batter(*state.innings);
    if (++state.innings->outs >= context.ruleset.innings->outs) {
        end_half_inning(context, state);
    }
}

Outcome take_back(int& count)
{
    if (count == 0) {
        return refused(Reason::kOutOfRange, "There is none to take back: undo instead.");
    }
    --count;
    return accepted();
}

} // namespace

Outcome set_downs(const Context& context, MatchState& state, const SetDowns& command)
{
    constexpr int kToGoMax = 99;
    constexpr int kMidfield = 50;
    if (!context.ruleset.downs) {
        return no_such_part(context, "downs");
    }
    const Downs& downs = command.downs;
    if (downs.down < 0 || downs.down > context.ruleset.downs->downs) {
        return refused(Reason::kOutOfRange,
                       "A down is 0 to " + std::to_string(context.ruleset.downs->downs) + ".");
    }
    if (downs.to_go < 0 || downs.to_go > kToGoMax || downs.ball_on < 0 || downs.ball_on > kMidfield) {
        return refused(Reason::kOutOfRange, "0 to 99 yards to go, from the 0 to the 50 yard line.");
    }
    state.downs = downs;
    return accepted();
}

Outcome add_count(const Context& context, MatchState& state, const AddCount& command)
{
    if (const std::optional<Outcome> refusal = why_no_count(context, state)) {
        return *refusal;
    }
    const InningsRules& rules = *context.ruleset.innings;
    Innings& innings = *state.innings;
    switch (command.kind) {
    case CountKind::kBall:
        if (command.take_back) {
            return take_back(innings.balls);
        }
        if (++innings.balls == rules.balls) {
            next_batter(innings); // a walk: who stands where, a person says
        }
        return accepted();
    case CountKind::kStrike:
        if (command.take_back) {
            return take_back(innings.strikes);
        }
        if (++innings.strikes == rules.strikes) {
            put_out(context, state);
        }
        return accepted();
    case CountKind::kFoulBall: // never makes the last strike
        if (command.take_back) {
            return take_back(innings.strikes);
        }
        if (innings.strikes + 1 < rules.strikes) {
            ++innings.strikes;
        }
        return accepted();
    case CountKind::kOut:
        if (command.take_back) {
            return take_back(innings.outs);
        }
        put_out(context, state);
        return accepted();
    }
    return refused(Reason::kUndecodable, "There is no such count.");
}

Outcome set_bases(const Context& context, MatchState& state, const SetBases& command)
{
    if (const std::optional<Outcome> refusal = why_no_count(context, state)) {
        return *refusal;
    }
    if (command.bases > 7) {
        return refused(Reason::kOutOfRange, "There are three bases.");
    }
    state.innings->bases = command.bases;
    return accepted();
}

Outcome set_batter(const Context& context, MatchState& state, const SetBatter& command)
{
    if (const std::optional<Outcome> refusal = why_no_count(context, state)) {
        return *refusal;
    }
    if (command.number < 0 || command.number > 999) {
        return refused(Reason::kOutOfRange, "A shirt number is 0 to 999.");
    }
    state.innings->batter = command.number;
    next_batter(*state.innings);
    return accepted();
}

void end_half_inning(const Context& context, MatchState& state)
{
    Innings& innings = *state.innings;
    const int home = score(state, Side::kHome);
    const int guest = score(state, Side::kGuest);
    const bool last = state.at.period >= context.ruleset.periods.regular;
    const bool over = last && (innings.bottom ? home != guest : home > guest);
    if (over) {
        end_of_set(context, state, Phase::kFinal);
        return;
    }
    const bool bottom = !innings.bottom;
    if (!bottom && !is_period(state.at.period + 1)) {
        end_of_set(context, state, Phase::kFinal); // nobody plays so long
        return;
    }
    state.at.period += bottom ? 0 : 1;
    innings = Innings{bottom, 0, 0, 0, 0, 0};
}

} // namespace scoreboard::match::parts
