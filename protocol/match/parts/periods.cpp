#include "match/parts/periods.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "match/parts/clock.h"
#include "match/parts/counts.h"
#include "match/parts/jam.h"
#include "match/parts/penalties.h"
#include "match/parts/rally.h"
#include "match/parts/shot_clock.h"

namespace scoreboard::match::parts {
namespace {

bool overtime_follows(const PeriodRules& rules, int period)
{
    return !rules.no_overtime && (rules.overtimes_max == 0 || period - rules.regular < rules.overtimes_max);
}

PeriodPhase after_play(const Ruleset& ruleset, const MatchState& state)
{
    const PeriodRules& rules = ruleset.periods;
    const int period = state.at.period;
    const bool level = score(state, Side::kHome) == score(state, Side::kGuest);
    const bool over = can_decide(rules, period) && (!level || !overtime_follows(rules, period));
    if (over && level && ruleset.shootout) {
        return PeriodPhase{period, Phase::kShootout};
    }
    return PeriodPhase{period, over ? Phase::kFinal : Phase::kInterval};
}

void end_of_run(const Context& context, MatchState& state)
{
    if (state.jam) {
        settle_jam(state, context.at);
        state.jam->on = false;
        put_out_jam_lamps(context.ruleset, state);
    }
    state.timeout.reset();
    state.offers.clear();
    state.added_minutes = 0;
    rest_shot_clock(context.ruleset, state, context.at, context.entry.id(), true);
}

void begin_interval(const Context& context, MatchState& state)
{
    end_of_run(context, state);
    const Duration length = interval_length(context.ruleset, state.at.period);
    state.game = Clock{length, context.at, length > Duration::zero(), context.entry.id()};
}

void begin_period(const Context& context, MatchState& state)
{
    end_of_run(context, state);
    state.game = clock_of_period(context.ruleset, state.at.period, context.at, context.entry.id());
    if (state.jam) {
        state.jam.emplace();
    }
    if (state.rally) {
        open_set(context.ruleset, state, context.entry.id());
    }
    // The throw-in that opens a period after the first has a known side: its 24 are seen at once.
    state.shot.blank = !context.ruleset.shot_clock || context.ruleset.shot_clock->alone;
}

// In a column of its own, behind those of all overtimes.
void credit_winner_of_shootout(const Ruleset& ruleset, MatchState& state)
{
    const bool home = goals(state.shootout->home) > goals(state.shootout->guest);
    const int last = std::max(state.at.period, ruleset.periods.regular + ruleset.periods.overtimes_max);
    ++of_period(state.team(home ? Side::kHome : Side::kGuest).points, std::min(last + 1, kPeriodsMax));
}

void finish(const Context& context, MatchState& state)
{
    if (state.at.phase == Phase::kShootout && context.ruleset.shootout->winner_scores &&
        is_decided(*context.ruleset.shootout, *state.shootout)) {
        credit_winner_of_shootout(context.ruleset, state);
    }
    const Duration value = value_at(state, ClockId::kGame, context.at);
    end_of_run(context, state);
    state.game = state.game.at_rest(value, context.at, context.entry.id());
    state.at.phase = Phase::kFinal;
}

void begin_shootout(const Context& context, MatchState& state)
{
    const Duration value = value_at(state, ClockId::kGame, context.at);
    end_of_run(context, state);
    state.game = state.game.at_rest(value, context.at, context.entry.id());
}

// A competition may leave out the overtime that the rules have.
bool may_shoot_out_now(const Ruleset& ruleset, const MatchState& state, const NextPeriod& command)
{
    const bool wanted = command.wanted && *command.wanted == PeriodPhase{state.at.period, Phase::kShootout};
    return wanted && ruleset.shootout && state.at.phase == Phase::kPlay &&
           can_decide(ruleset.periods, state.at.period) &&
           score(state, Side::kHome) == score(state, Side::kGuest);
}

// Of a match in which may_shoot_out_now() says no.
Outcome why_no_shootout(const Context& context, const MatchState& state)
{
    if (!context.ruleset.shootout) {
        return no_such_part(context, "shoot-out");
    }
    if (state.at.phase == Phase::kShootout) {
        return refused(Reason::kStale, "A shoot-out is taking place already.");
    }
    if (!can_decide(context.ruleset.periods, state.at.period)) {
        return refused(Reason::kStale, "A shoot-out follows the last period, or a whole overtime.");
    }
    if (state.at.phase == Phase::kInterval) {
        return refused(Reason::kStale,
                       "An overtime comes next: undo the end of the period, then ask for the shoot-out.");
    }
    return refused(Reason::kStale, "A side leads: there is nothing to shoot out.");
}

// An overtime without a clock that is won with so many points, and that nobody has won.
bool only_points_end(const Ruleset& ruleset, const MatchState& state)
{
    const int wins_at = ruleset.score ? ruleset.score->overtime_wins_at : 0;
    const int regular = ruleset.periods.regular;
    if (ruleset.fold_version == 1 || wins_at == 0 || state.at.period <= regular ||
        has_clock(ruleset, state.at)) {
        return false;
    }
    const auto points = [&](Side side) { return sum_of(state.team(side).points, regular + 1, kPeriodsMax); };
    return std::max(points(Side::kHome), points(Side::kGuest)) < wins_at;
}

std::optional<Outcome> not_ending(const MatchState& state, const std::optional<PeriodPhase>& seen)
{
    if (seen && *seen != state.at) {
        return refused(Reason::kStale, "The period had changed already when this came.");
    }
    if (state.at.phase == Phase::kFinal) {
        return refused(Reason::kWrongPhase, "The match is over.");
    }
    return std::nullopt;
}

template <class Rules, class State>
void give_part(const std::optional<Rules>& rules, std::optional<State>& state)
{
    if (rules) {
        state.emplace();
    }
}

void give_parts(const Ruleset& ruleset, MatchState& state)
{
    if (!ruleset.jam) { // else the box is opened by the first penalty
        give_part(ruleset.penalties, state.penalties);
    }
    give_part(ruleset.shootout, state.shootout);
    give_part(ruleset.rally, state.rally);
    give_part(ruleset.tennis, state.tennis);
    give_part(ruleset.downs, state.downs);
    give_part(ruleset.innings, state.innings);
    give_part(ruleset.jam, state.jam);
}

// What was left goes on where it was; its clocks stand, and no time of the match before means anything here.
void go_on(const Context& context, MatchState& state, const MatchState& left)
{
    state = left;
    state.match = context.entry.id();
    state.display_held = false;
    restart_board(context, state, BoardBoot{left.game.value, left.shot.clock.value, false});
}

// Playing time before a period begins.
Duration time_before(const PeriodRules& rules, int period)
{
    const int regular = std::min(period - 1, rules.regular);
    return regular * rules.length + (period - 1 - regular) * rules.overtime;
}

} // namespace

bool can_decide(const PeriodRules& rules, int period)
{
    return period >= rules.regular && (period - rules.regular) % rules.overtime_parts == 0;
}

void end_of_set(const Context& context, MatchState& state, Phase phase)
{
    if (phase == Phase::kFinal) {
        finish(context, state);
        return;
    }
    begin_interval(context, state);
    state.at.phase = Phase::kInterval;
}

void reopen_period(const Context& context, MatchState& state)
{
    state.game = clock_of_period(context.ruleset, state.at.period, context.at, context.entry.id());
    state.at.phase = Phase::kPlay;
}

void begin_first_period(const Context& context, MatchState& state)
{
    state.at = PeriodPhase{1, Phase::kPlay};
    const std::optional<Side> serves = state.possession;
    begin_period(context, state);
    state.possession = serves;
}

PeriodPhase booked_at(const Context& context, const MatchState& state)
{
    const std::optional<Seen>& seen = context.entry.sealed.body.seen;
    // What began that period was taken back: it was this one all the time. Sets and innings begin by what is
    // played, which stays as it was seen.
    const bool begun_by_hand = !state.rally && !state.tennis && !state.innings;
    const bool never_began = seen && is_period(seen->at.period) && seen->at.period > state.at.period &&
                             begun_by_hand && context.ruleset.fold_version >= 2;
    return seen && !never_began ? seen->at : state.at;
}

bool is_period(int period)
{
    return period >= 1 && period <= kPeriodsMax;
}

int& of_period(std::vector<int>& counts, int period)
{
    assert(is_period(period));
    const auto size = static_cast<std::size_t>(period);
    if (counts.size() < size) {
        counts.resize(size, 0);
    }
    return counts[size - 1];
}

int sum_of(const std::vector<int>& counts, int first, int last)
{
    const int end = std::min(last, static_cast<int>(counts.size()));
    return first > end ? 0 : std::accumulate(counts.begin() + (first - 1), counts.begin() + end, 0);
}

Duration period_length(const Ruleset& ruleset, int period)
{
    return period <= ruleset.periods.regular ? ruleset.periods.length : ruleset.periods.overtime;
}

Duration interval_length(const Ruleset& ruleset, int period_before)
{
    const PeriodRules& rules = ruleset.periods;
    const bool within = period_before >= rules.regular && !can_decide(rules, period_before);
    if (within) {
        return rules.within_overtime;
    }
    if (period_before >= rules.regular && rules.before_overtime > Duration::zero()) {
        return rules.before_overtime;
    }
    return period_before == rules.half_after ? rules.half_interval : rules.interval;
}

Clock clock_of_period(const Ruleset& ruleset, int period, BoardTime at, const CommandId& by)
{
    const PeriodRules& rules = ruleset.periods;
    const Duration length = period_length(ruleset, period);
    if (!rules.count_up) {
        return Clock{length, at, false, by};
    }
    const Duration before = time_before(rules, period);
    return Clock{before, at, false, by, true, before + length + rules.runs_past};
}

ClockRange clock_range(const Ruleset& ruleset, const PeriodPhase& at)
{
    const PeriodRules& rules = ruleset.periods;
    if (at.phase == Phase::kInterval) {
        return {Duration::zero(), std::max({rules.interval, rules.half_interval, rules.before_overtime,
                                            rules.within_overtime})};
    }
    const Clock clock = clock_of_period(ruleset, at.period, {}, {});
    return rules.count_up ? ClockRange{clock.value, clock.limit} : ClockRange{Duration::zero(), clock.value};
}

Outcome start_match(const Context& context, MatchState& state, const StartMatch& start)
{
    if (state.match != CommandId{}) {
        return refused(Reason::kWrongPhase, "A match is open already.");
    }
    if (!can_fold(start.ruleset->fold_version)) {
        return refused(Reason::kUnknownKind, "This build does not know how to keep such a match: update it.");
    }
    if (start.goes_on) {
        go_on(context, state, *start.goes_on->state);
        return accepted();
    }
    state.match = context.entry.id();
    state.at = PeriodPhase{1, Phase::kPre};
    state.game = clock_of_period(*start.ruleset, 1, context.at, context.entry.id());
    rest_shot_clock(*start.ruleset, state, context.at, context.entry.id(), true);
    // What nobody has changed yet was set here: an if_version can name that too.
    state.home.score_version = context.entry.id();
    state.guest.score_version = context.entry.id();
    state.possession_version = context.entry.id();
    give_parts(*start.ruleset, state);
    state.home.name = start.home_name;
    state.guest.name = start.guest_name;
    return accepted();
}

Outcome next_period(const Context& context, MatchState& state, const NextPeriod& command)
{
    if (const std::optional<Outcome> refusal = not_ending(state, command.seen)) {
        return *refusal;
    }
    if (state.at.phase == Phase::kPre && has_clock(context.ruleset, PeriodPhase{1, Phase::kPlay})) {
        return refused(Reason::kWrongPhase, "The match has not begun: start the clock.");
    }
    if (state.at.phase == Phase::kPlay && (state.rally || state.tennis)) {
        return refused(Reason::kWrongPhase, "The set ends with its last point.");
    }
    if (state.at.phase == Phase::kPlay && only_points_end(context.ruleset, state)) {
        return refused(Reason::kWrongPhase,
                       "The overtime is not decided yet: it has no clock, points end it.");
    }
    if (state.at.phase == Phase::kPlay && state.innings) {
        end_half_inning(context, state);
        return accepted();
    }
    PeriodPhase next{state.at.period + 1, Phase::kPlay};
    if (state.at.phase == Phase::kPlay) {
        next = after_play(context.ruleset, state);
    } else if (state.at.phase == Phase::kPre) {
        next = PeriodPhase{1, Phase::kPlay};
    }
    if (state.at.phase == Phase::kShootout) {
        if (command.wanted && command.wanted->phase == Phase::kShootout) {
            return why_no_shootout(context, state);
        }
        if (!is_decided(*context.ruleset.shootout, *state.shootout)) {
            return refused(Reason::kWrongPhase, "The shoot-out is not decided yet.");
        }
        next = PeriodPhase{state.at.period, Phase::kFinal};
    }
    if (may_shoot_out_now(context.ruleset, state, command)) {
        next = *command.wanted;
    }
    if (command.wanted && *command.wanted != next) {
        if (command.wanted->phase == Phase::kShootout) {
            return why_no_shootout(context, state);
        }
        return refused(Reason::kStale, "The score is another than when this was asked: look, and ask again.");
    }
    if (!is_period(next.period)) {
        return refused(Reason::kOutOfRange, "No match has so many periods.");
    }
    if (next.phase == Phase::kFinal) {
        settle_played(state, context.at);
        finish(context, state);
        return accepted();
    }
    settle_played(state, context.at);
    state.at = next;
    if (next.phase == Phase::kInterval) {
        begin_interval(context, state);
    } else if (next.phase == Phase::kShootout) {
        begin_shootout(context, state);
    } else {
        begin_period(context, state);
    }
    return accepted();
}

Outcome end_match(const Context& context, MatchState& state, const EndMatch& command)
{
    if (const std::optional<Outcome> refusal = not_ending(state, command.seen)) {
        return *refusal;
    }
    if (state.at.phase == Phase::kPre) {
        return refused(Reason::kWrongPhase, "The match has not begun.");
    }
    settle_played(state, context.at);
    finish(context, state);
    return accepted();
}

Outcome set_added_time(const Context& context, MatchState& state, const SetAddedTime& command)
{
    constexpr int kLongest = 60;
    if (context.ruleset.periods.runs_past == Duration::zero()) {
        return no_such_part(context, "added time");
    }
    if (state.at.phase != Phase::kPlay) {
        return refused(Reason::kWrongPhase, "Added time belongs to a period that is played.");
    }
    if (command.minutes < 0 || command.minutes > kLongest) {
        return refused(Reason::kOutOfRange, "Added time is 0 to 60 minutes.");
    }
    state.added_minutes = command.minutes;
    return accepted();
}

} // namespace scoreboard::match::parts

namespace scoreboard::match {

bool has_clock(const Ruleset& ruleset, const PeriodPhase& at)
{
    if (at.phase == Phase::kShootout) {
        return false;
    }
    const bool between = at.phase == Phase::kInterval;
    const Duration length =
        between ? parts::interval_length(ruleset, at.period) : parts::period_length(ruleset, at.period);
    return length > Duration::zero();
}

Duration time_left(const Ruleset& ruleset, const MatchState& state, BoardTime now)
{
    const Duration shown = value_at(state, ClockId::kGame, now);
    return state.game.up ? std::max(state.game.limit - ruleset.periods.runs_past - shown, Duration::zero())
                         : shown;
}

} // namespace scoreboard::match
