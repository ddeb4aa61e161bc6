#pragma once

#include "match/parts/part.h"

// A goal that may end a penalty: the board asks, and a person says which. Goals that come while it asks are
// asked about after it, in their order.
namespace scoreboard::match::parts {

// After a goal of `scoring`: keeps it, if it may end a penalty of the other side.
void propose_release(const Context& context, MatchState& state, Side scoring);
// So many goals of `scoring` were taken back: of those that are not answered, the newest.
void forget_goals(MatchState& state, Side scoring, int count);
// One of its penalties was ended for this goal: what comes next is the goal after it.
void answer(PenaltyBox& box, const Release& release);
// No goal was scored later than `played`.
void keep_goals_within(PenaltyBox& box, Duration played);

} // namespace scoreboard::match::parts
