#pragma once

#include "match/parts/part.h"

namespace scoreboard::match::parts {

Outcome reset_shot_clock(const Context& context, MatchState& state, Duration value);
Outcome set_shot_clock(const Context& context, MatchState& state, Duration value);
Outcome hold_shot_clock(const Context& context, MatchState& state);
Outcome run_shot_clock(const Context& context, MatchState& state);
Outcome blank_shot_clock(const Context& context, MatchState& state);

// Before the game clock changes at `at`: writes down what the shot clock has come to.
void settle_shot_clock(MatchState& state, BoardTime at);
// After any change at `at`: the shot clock runs whenever the game clock runs, unless it is held or blank.
void link_shot_clock(MatchState& state, BoardTime at, const CommandId& by);
// A time-out has begun: a clock that runs by itself stands at the value with which play goes on.
void stop_play_clock(const Ruleset& ruleset, MatchState& state, BoardTime at, const CommandId& by);
// The full value, stopped: blank until it is asked for, or visible.
void rest_shot_clock(const Ruleset& ruleset, MatchState& state, BoardTime at, const CommandId& by,
                     bool blank);

} // namespace scoreboard::match::parts
