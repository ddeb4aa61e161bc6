#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome start_match(const Context& context, MatchState& state, const StartMatch& start);
Outcome next_period(const Context& context, MatchState& state, const NextPeriod& command);

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

Duration period_length(const Ruleset& ruleset, int period);
Duration interval_length(const Ruleset& ruleset, int period_before);
// What the game clock can be set to, at most.
Duration longest_clock(const Ruleset& ruleset, const PeriodPhase& at);

} // namespace scoreboard::match::parts
