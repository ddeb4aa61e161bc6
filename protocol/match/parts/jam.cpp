#include "match/parts/jam.h"

#include "match/parts/clock.h"
#include "match/parts/offers.h"
#include "match/parts/penalties.h"

namespace scoreboard::match::parts {
namespace {

constexpr int kJamsMax = 999;

} // namespace

void put_out_jam_lamps(const Ruleset& ruleset, MatchState& state)
{
    for (std::size_t i = 0; i < ruleset.lamps.size(); ++i) {
        if (ruleset.lamps[i].of_jam) {
            state.lamps &= ~(std::uint32_t{1} << i);
        }
    }
}

void begin_jam(const Ruleset& ruleset, MatchState& state, BoardTime at, const CommandId& by)
{
    if (state.jam->on) {
        return;
    }
    std::erase_if(state.offers, [](const Offer& offer) { return offer.jam; });
    // The period's clock runs with the jam, unless it has run out: the last jam outlives it.
    if (!runs(state, ClockId::kGame, at) && state.game.left_at(at) > Duration::zero()) {
        run_clocks(state, at, by);
    }
    state.timeout.reset();
    put_out_jam_lamps(ruleset, state);
    state.jam = Jam{state.jam->number + 1, true, at};
}

void finish_jam(const Ruleset& ruleset, MatchState& state, BoardTime at)
{
    settle_jam(state, at);
    put_out_jam_lamps(ruleset, state);
    state.jam->on = false;
    state.jam->began = at; // of the line-up
}

Outcome start_jam(const Context& context, MatchState& state)
{
    if (!context.ruleset.jam) {
        return no_such_part(context, "jams");
    }
    if (state.at.phase != Phase::kPre && state.at.phase != Phase::kPlay) {
        return refused(Reason::kWrongPhase, "A jam is skated while a period is played.");
    }
    if (state.jam->on) {
        return refused(Reason::kAlreadyRunning, "A jam is on already.");
    }
    const bool time_is_up = state.at.phase == Phase::kPlay && has_clock(context.ruleset, state.at) &&
                            state.game.left_at(context.at) == Duration::zero();
    if (time_is_up && context.ruleset.fold_version >= 2) {
        return refused(Reason::kWrongPhase, "The period's time is up: no jam starts any more.");
    }
    if (state.jam->number == kJamsMax) {
        return refused(Reason::kOutOfRange, "No period has so many jams.");
    }
    if (is_held(context.entry)) {
        add_offer(context, state, ClockId::kGame, true);
        state.offers.back().jam = true;
        return accepted();
    }
    begin_jam(context.ruleset, state, context.at, context.entry.id());
    return accepted();
}

Outcome end_jam(const Context& context, MatchState& state)
{
    if (!context.ruleset.jam) {
        return no_such_part(context, "jams");
    }
    if (!state.jam->on) {
        return refused(Reason::kWrongPhase, "No jam is on.");
    }
    finish_jam(context.ruleset, state, context.at);
    return accepted();
}

} // namespace scoreboard::match::parts
