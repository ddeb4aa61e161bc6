#include "match/parts/shot_clock.h"

#include <algorithm>

#include "match/parts/offers.h"
#include "match/scoreline.h"

namespace scoreboard::match::parts {
namespace {

void begin_segment(const Context& context, MatchState& state, Duration value)
{
    state.shot.clock = Clock{value, context.at, false, context.entry.id()};
    link_shot_clock(state, context.at, context.entry.id());
}

Duration longest_shot(const ShotClockRules& rules)
{
    Duration longest = rules.full;
    for (const Duration value : rules.more) {
        longest = std::max(longest, value);
    }
    return longest;
}

Outcome out_of_range(const Context& context)
{
    return refused(Reason::kOutOfRange,
                   "The shot clock can be set from 0.0 to " +
                       format_seconds(longest_shot(*context.ruleset.shot_clock), Duration::zero()) + ".");
}

bool fits(const Context& context, Duration value)
{
    return value >= Duration::zero() && value <= longest_shot(*context.ruleset.shot_clock);
}

} // namespace

void settle_shot_clock(MatchState& state, BoardTime at)
{
    if (!state.shot.clock.running) {
        return;
    }
    const bool running = runs(state, ClockId::kShot, at);
    state.shot.clock.value = value_at(state, ClockId::kShot, at);
    state.shot.clock.anchor = std::max(state.shot.clock.anchor, at);
    state.shot.clock.running = running;
}

void link_shot_clock(MatchState& state, BoardTime at, const CommandId& by)
{
    const bool may_run = !state.shot.held && !state.shot.blank && state.at.phase == Phase::kPlay &&
                         state.shot.clock.value > Duration::zero();
    const bool running =
        may_run && (state.shot.alone || runs(state, ClockId::kGame, std::max(at, state.game.anchor)));
    if (running == state.shot.clock.running) {
        return;
    }
    state.shot.clock.anchor = std::max(state.shot.clock.anchor, at);
    state.shot.clock.running = running;
    state.shot.clock.segment = by;
}

void rest_shot_clock(const Ruleset& ruleset, MatchState& state, BoardTime at, const CommandId& by, bool blank)
{
    const Duration full = ruleset.shot_clock ? ruleset.shot_clock->full : Duration::zero();
    state.shot.clock = Clock{full, at, false, by};
    state.shot.held = false;
    state.shot.blank = blank;
    state.shot.alone = ruleset.shot_clock && ruleset.shot_clock->alone;
}

void stop_play_clock(const Ruleset& ruleset, MatchState& state, BoardTime at, const CommandId& by)
{
    if (!ruleset.shot_clock || !state.shot.alone || state.shot.blank) {
        return;
    }
    const Duration restart = ruleset.shot_clock->reset_short;
    const Duration value = restart > Duration::zero() ? restart : value_at(state, ClockId::kShot, at);
    drop_offers(state, ClockId::kShot);
    state.shot.clock = Clock{value, at, false, by};
    state.shot.held = true;
}

Outcome reset_shot_clock(const Context& context, MatchState& state, Duration value)
{
    if (!context.ruleset.shot_clock) {
        return no_such_part(context, "shot clock");
    }
    if (!fits(context, value) || value == Duration::zero()) {
        return out_of_range(context);
    }
    drop_offers(state, ClockId::kShot);
    if (is_held(context.entry)) {
        add_offer(context, state, ClockId::kShot, false);
        if (context.entry.verdict->effect == Effect::kNone) {
            return accepted();
        }
    }
    state.shot.held = false;
    state.shot.blank = false;
    begin_segment(context, state, value);
    return accepted();
}

Outcome set_shot_clock(const Context& context, MatchState& state, Duration value)
{
    if (!context.ruleset.shot_clock) {
        return no_such_part(context, "shot clock");
    }
    if (!fits(context, value)) {
        return out_of_range(context);
    }
    drop_offers(state, ClockId::kShot);
    state.shot.blank = false;
    begin_segment(context, state, value);
    return accepted();
}

Outcome hold_shot_clock(const Context& context, MatchState& state)
{
    if (!context.ruleset.shot_clock) {
        return no_such_part(context, "shot clock");
    }
    if (is_held(context.entry)) {
        add_offer(context, state, ClockId::kShot, false);
        if (context.entry.verdict->effect == Effect::kNone) {
            return accepted();
        }
    }
    const bool ran = runs(state, ClockId::kShot, context.at);
    settle_shot_clock(state, context.at);
    state.shot.held = true;
    state.shot.blank = false;
    state.shot.clock.running = false;
    if (ran) {
        state.shot.clock.segment = context.entry.id();
    }
    return accepted();
}

Outcome run_shot_clock(const Context& context, MatchState& state)
{
    if (!context.ruleset.shot_clock) {
        return no_such_part(context, "shot clock");
    }
    if (runs(state, ClockId::kShot, context.at)) {
        return refused(Reason::kAlreadyRunning, "The shot clock was running already.");
    }
    if (is_held(context.entry)) {
        add_offer(context, state, ClockId::kShot, true);
        return accepted();
    }
    drop_offers(state, ClockId::kShot);
    settle_shot_clock(state, context.at);
    state.shot.held = false;
    state.shot.blank = false;
    link_shot_clock(state, context.at, context.entry.id());
    return accepted();
}

Outcome blank_shot_clock(const Context& context, MatchState& state)
{
    if (!context.ruleset.shot_clock) {
        return no_such_part(context, "shot clock");
    }
    drop_offers(state, ClockId::kShot);
    rest_shot_clock(context.ruleset, state, context.at, context.entry.id(), true);
    return accepted();
}

} // namespace scoreboard::match::parts
