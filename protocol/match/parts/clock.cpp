#include "match/parts/clock.h"

#include <algorithm>

#include "match/parts/jam.h"
#include "match/parts/offers.h"
#include "match/parts/penalties.h"
#include "match/parts/periods.h"
#include "match/parts/shot_clock.h"
#include "match/scoreline.h"

namespace scoreboard::match::parts {
namespace {

// A sport without a clock in any phase.
bool knows_no_clock(const PeriodRules& rules)
{
    const Duration all = rules.length + rules.overtime + rules.interval + rules.half_interval;
    return all == Duration::zero();
}

Outcome no_game_clock(const Context& context, const MatchState& state)
{
    if (has_clock(context.ruleset, PeriodPhase{1, Phase::kPlay})) {
        const bool playing = state.at.phase == Phase::kPlay;
        return refused(Reason::kWrongPhase,
                       playing ? "No clock runs in this overtime." : "No clock runs between the periods.");
    }
    return no_such_part(context, "game clock");
}

void begin_match_if_due(MatchState& state)
{
    if (state.at.phase == Phase::kPre) {
        state.at = PeriodPhase{1, Phase::kPlay};
    }
}

// A START that was held and the STOP that came with it, booked together: the clocks ran from book_from to
// book_to.
void book_run(const Context& context, MatchState& state)
{
    const Verdict& verdict = *context.entry.verdict;
    if (runs(state, ClockId::kGame, context.at)) {
        return; // an entry that came in later has let it run through
    }
    const Duration ran = std::min(verdict.book_to - verdict.book_from, state.game.left_at(context.at));
    begin_match_if_due(state);
    state.timeout.reset();
    state.game = state.game.at_rest(state.game.moved(state.game.value, ran), context.at, context.entry.id());
    if (serves_by_game_clock(state) && state.at.phase == Phase::kPlay) {
        state.penalties->played += ran;
    }
    const bool shot_ran = state.at.phase == Phase::kPlay && !state.shot.held && !state.shot.blank &&
                          state.shot.clock.anchor <= verdict.book_from;
    if (shot_ran) {
        const Duration value = std::max(state.shot.clock.value - ran, Duration::zero());
        state.shot.clock = Clock{value, context.at, false, context.entry.id()};
    }
}

// The clock runs as from the tap.
void accept_start(const Ruleset& ruleset, MatchState& state, const Offer& offer, const CommandId& by)
{
    if (offer.jam) {
        begin_jam(ruleset, state, std::max(offer.at, state.jam->began), by);
        return;
    }
    if (offer.clock == ClockId::kGame) {
        run_clocks(state, offer.at, by);
        return;
    }
    state.shot.held = false;
    state.shot.blank = false;
    link_shot_clock(state, std::max(offer.at, state.game.anchor), by);
}

void put_back(Clock& clock, const Context& context, const CommandId& offer, Duration value)
{
    if (clock.segment == offer) {
        // The held command began this run or rest when it arrived: its value was wrong from the first moment.
        clock.value = value;
        return;
    }
    const bool ran = clock.running;
    clock = clock.at_rest(value, context.at, context.entry.id());
    clock.running = ran && clock.left_at(context.at) > Duration::zero();
}

void accept_value(const Context& context, MatchState& state, const Offer& offer)
{
    if (offer.clock == ClockId::kShot) {
        put_back(state.shot.clock, context, offer.id, *offer.value);
    } else {
        settle_shot_clock(state, context.at);
        settle_played(state, context.at);
        const Duration left = state.game.left_at(context.at);
        put_back(state.game, context, offer.id, *offer.value);
        if (serves_by_game_clock(state) &&
            state.at.phase == Phase::kPlay) { // what was not played was not served either
            Duration& played = state.penalties->played;
            played = std::max(played + left - state.game.left_at(context.at), Duration::zero());
        }
        if (offer.shot && state.shot.clock.segment == offer.id) {
            put_back(state.shot.clock, context, offer.id, *offer.shot);
        }
    }
    link_shot_clock(state, context.at, context.entry.id());
}

} // namespace

void run_clocks(MatchState& state, BoardTime from, const CommandId& by)
{
    begin_match_if_due(state);
    state.timeout.reset();
    drop_offers(state, ClockId::kGame);
    state.game.anchor = std::max(from, state.game.anchor);
    state.game.running = true;
    state.game.segment = by;
    link_shot_clock(state, from, by);
}

void stop_clocks(MatchState& state, BoardTime at, const CommandId& by)
{
    const bool shot_ran = state.shot.clock.running; // by now it may stand at 0.0
    if (!state.shot.alone) {
        settle_shot_clock(state, at);
        state.shot.clock.running = false;
        if (shot_ran) {
            state.shot.clock.segment = by;
        }
    }
    if (state.game.running) {
        settle_played(state, at);
        state.game = state.game.at_rest(state.game.value_at(at), at, by);
    }
}

Outcome start_game_clock(const Context& context, MatchState& state)
{
    if (state.at.phase == Phase::kFinal) {
        return refused(Reason::kWrongPhase, "The match is over: undo the end of the last period first.");
    }
    if (runs(state, ClockId::kGame, context.at)) {
        return refused(Reason::kAlreadyRunning, "The clock was running already.");
    }
    if (!has_clock(context.ruleset, state.at)) {
        return no_game_clock(context, state);
    }
    if (state.game.left_at(context.at) == Duration::zero()) {
        const std::string end = state.game.up ? format_clock_exact(state.game.limit) : "0.0";
        return refused(Reason::kWrongPhase,
                       "The clock stands at " + end + ": end the period, or set the clock.");
    }
    if (is_held(context.entry)) {
        add_offer(context, state, ClockId::kGame, true);
        return accepted();
    }
    run_clocks(state, context.at, context.entry.id());
    return accepted();
}

Outcome stop_game_clock(const Context& context, MatchState& state)
{
    if (knows_no_clock(context.ruleset.periods)) {
        return no_such_part(context, "game clock");
    }
    const Effect effect = context.entry.verdict ? context.entry.verdict->effect : Effect::kNow;
    if (context.entry.verdict && context.entry.verdict->book_start != CommandId{}) {
        drop_offer(state, context.entry.verdict->book_start);
    }
    if (is_held(context.entry)) {
        add_offer(context, state, ClockId::kGame, false);
    }
    if (effect == Effect::kBook) {
        book_run(context, state);
    } else if (effect != Effect::kNone && runs(state, ClockId::kGame, context.at)) {
        stop_clocks(state, context.at, context.entry.id());
    }
    return accepted();
}

Outcome set_game_clock(const Context& context, MatchState& state, Duration value)
{
    if (!has_clock(context.ruleset, state.at)) {
        return no_game_clock(context, state);
    }
    const ClockRange range = clock_range(context.ruleset, state.at);
    if (value < range.first || value > range.last) {
        return refused(Reason::kOutOfRange, "The clock can be set from " + format_clock_exact(range.first) +
                                                " to " + format_clock_exact(range.last) + " now.");
    }
    const bool ran = runs(state, ClockId::kGame, context.at);
    settle_shot_clock(state, context.at);
    settle_played(state, context.at);
    state.game = state.game.at_rest(value, context.at, context.entry.id());
    state.game.running = ran && state.game.left_at(context.at) > Duration::zero();
    drop_offers(state, ClockId::kGame);
    link_shot_clock(state, context.at, context.entry.id());
    return accepted();
}

Outcome accept_offer(const Context& context, MatchState& state, const CommandId& id)
{
    const auto found = std::find_if(state.offers.begin(), state.offers.end(),
                                    [&id](const Offer& offer) { return offer.id == id; });
    if (found == state.offers.end()) {
        return refused(Reason::kNoOffer, "Nothing is on offer any more: the clock was started or set since.");
    }
    const Offer offer = *found;
    state.offers.erase(found);
    if (offer.start) {
        accept_start(context.ruleset, state, offer, context.entry.id());
    } else {
        accept_value(context, state, offer);
    }
    return accepted();
}

Outcome restart_board(const Context& context, MatchState& state, const BoardBoot& boot)
{
    // Times of the boot before mean nothing on the new time line: whatever held one ends here.
    const bool ran_in_play = state.game.running && state.at.phase == Phase::kPlay;
    const bool served = state.jam ? state.jam->on : ran_in_play;
    if (state.penalties && served) {
        // Of a jam, what the period's clock ran of it.
        const Duration from =
            state.jam ? state.game.value_at(std::max(state.jam->began, state.game.anchor)) : state.game.value;
        const Duration ran = state.game.up ? boot.game_value - from : from - boot.game_value;
        state.penalties->played += std::max(ran, Duration::zero());
    }
    if (state.rally) {
        state.rally->paused_at.reset();
    }
    if (state.jam) {
        state.jam->on = false;
        state.jam->began = context.at;
        put_out_jam_lamps(context.ruleset, state);
    }
    state.game = state.game.at_rest(boot.game_value, context.at, context.entry.id());
    state.shot.clock = Clock{boot.shot_value, context.at, false, context.entry.id()};
    state.timeout.reset();
    state.offers.clear();
    if (state.horn) {
        state.horn->began = context.at - kHornLength;
    }
    return accepted();
}

} // namespace scoreboard::match::parts
