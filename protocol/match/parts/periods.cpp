#include "match/parts/periods.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "match/parts/shot_clock.h"

namespace scoreboard::match::parts {
namespace {

PeriodPhase after_play(const Ruleset& ruleset, const MatchState& state)
{
    const bool level = score(state, Side::kHome) == score(state, Side::kGuest);
    const bool decided = state.at.period >= ruleset.periods.regular && !level;
    return PeriodPhase{state.at.period, decided ? Phase::kFinal : Phase::kInterval};
}

void end_of_run(const Context& context, MatchState& state)
{
    state.timeout.reset();
    state.offers.clear();
    rest_shot_clock(context.ruleset, state, context.at, context.entry.id(), true);
}

void begin_interval(const Context& context, MatchState& state)
{
    end_of_run(context, state);
    const Duration length = interval_length(context.ruleset, state.at.period);
    state.game = Clock{length, context.at, true, context.entry.id()};
}

void begin_period(const Context& context, MatchState& state)
{
    end_of_run(context, state);
    const Duration length = period_length(context.ruleset, state.at.period);
    state.game = Clock{length, context.at, false, context.entry.id()};
    // The throw-in that opens a period after the first has a known side: its 24 are seen at once.
    state.shot.blank = false;
}

void finish(const Context& context, MatchState& state)
{
    const Duration value = value_at(state, ClockId::kGame, context.at);
    end_of_run(context, state);
    state.game = Clock{value, context.at, false, context.entry.id()};
}

} // namespace

PeriodPhase booked_at(const Context& context, const MatchState& state)
{
    const std::optional<Seen>& seen = context.entry.sealed.body.seen;
    return seen ? seen->at : state.at;
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
    const bool half = period_before == ruleset.periods.half_after;
    return half ? ruleset.periods.half_interval : ruleset.periods.interval;
}

Duration longest_clock(const Ruleset& ruleset, const PeriodPhase& at)
{
    if (at.phase == Phase::kInterval) {
        return std::max(ruleset.periods.interval, ruleset.periods.half_interval);
    }
    return period_length(ruleset, at.period);
}

Outcome start_match(const Context& context, MatchState& state, const StartMatch& start)
{
    if (state.match != CommandId{}) {
        return refused(Reason::kWrongPhase, "A match is open already.");
    }
    if (start.ruleset->fold_version != kFoldVersion) {
        return refused(Reason::kUnknownKind, "This build does not know how to keep such a match: update it.");
    }
    state.match = context.entry.id();
    state.at = PeriodPhase{1, Phase::kPre};
    state.game = Clock{start.ruleset->periods.length, context.at, false, context.entry.id()};
    rest_shot_clock(*start.ruleset, state, context.at, context.entry.id(), true);
    // What nobody has changed yet was set here: an if_version can name that too.
    state.home.score_version = context.entry.id();
    state.guest.score_version = context.entry.id();
    state.possession_version = context.entry.id();
    state.home.name = start.home_name;
    state.guest.name = start.guest_name;
    return accepted();
}

Outcome next_period(const Context& context, MatchState& state, const NextPeriod& command)
{
    if (command.seen && *command.seen != state.at) {
        return refused(Reason::kStale, "The period had changed already when this came.");
    }
    if (state.at.phase == Phase::kPre) {
        return refused(Reason::kWrongPhase, "The match has not begun: start the clock.");
    }
    if (state.at.phase == Phase::kFinal) {
        return refused(Reason::kWrongPhase, "The match is over.");
    }
    const bool playing = state.at.phase == Phase::kPlay;
    const PeriodPhase next =
        playing ? after_play(context.ruleset, state) : PeriodPhase{state.at.period + 1, Phase::kPlay};
    if (command.wanted && *command.wanted != next) {
        return refused(Reason::kStale, "The score is another than when this was asked: look, and ask again.");
    }
    if (!is_period(next.period)) {
        return refused(Reason::kOutOfRange, "No match has so many periods.");
    }
    if (next.phase == Phase::kFinal) {
        finish(context, state);
    }
    state.at = next;
    if (next.phase == Phase::kInterval) {
        begin_interval(context, state);
    } else if (next.phase == Phase::kPlay) {
        begin_period(context, state);
    }
    return accepted();
}

} // namespace scoreboard::match::parts
