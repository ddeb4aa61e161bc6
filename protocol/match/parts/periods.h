#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome start_match(const Context& context, MatchState& state, const StartMatch& start);
Outcome next_period(const Context& context, MatchState& state, const NextPeriod& command);
Outcome end_match(const Context& context, MatchState& state, const EndMatch& command);
Outcome set_added_time(const Context& context, MatchState& state, const SetAddedTime& command);

// A set is over (phase: the interval, or the match), or is not over after all.
void end_of_set(const Context& context, MatchState& state, Phase phase);
void reopen_period(const Context& context, MatchState& state);
// Where no clock begins the match, its first point does.
void begin_first_period(const Context& context, MatchState& state);

// The period that the operator saw, in which points, fouls and time-outs are booked: an interval counts to
// the period before it. Without one, the period the match stands at.
PeriodPhase booked_at(const Context& context, const MatchState& state);
// No match has more periods; what names a later one is a mistake or malice.
inline constexpr int kPeriodsMax = 64;
bool is_period(int period);
// The place of a period in a team's list, which grows to hold it.
int& of_period(std::vector<int>& counts, int period);
// Sum over the periods `first` … `last`, as far as the list reaches.
int sum_of(const std::vector<int>& counts, int first, int last);

// Whether the play of a period can be the last, if a side leads.
bool can_decide(const PeriodRules& rules, int period);
Duration period_length(const Ruleset& ruleset, int period);
Duration interval_length(const Ruleset& ruleset, int period_before);
// The game clock as a period begins.
Clock clock_of_period(const Ruleset& ruleset, int period, BoardTime at, const CommandId& by);
// What the game clock can be set to.
struct ClockRange {
    Duration first{};
    Duration last{};
};
ClockRange clock_range(const Ruleset& ruleset, const PeriodPhase& at);

} // namespace scoreboard::match::parts
