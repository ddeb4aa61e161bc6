#include "match/parts/offers.h"

#include <algorithm>

namespace scoreboard::match::parts {
namespace {

// More than so many open questions nobody answers; the oldest gives way.
constexpr std::size_t kOffersMax = 8;

// When the game clock, which still runs, showed what is offered; the verdict itself says when it was stopped.
BoardTime tap_of(const MatchState& state, const Verdict& verdict)
{
    const bool runs_on = verdict.effect == Effect::kNow && state.game.running;
    const Duration ran =
        state.game.up ? *verdict.offered - state.game.value : state.game.value - *verdict.offered;
    return runs_on ? state.game.anchor + ran : verdict.at;
}

} // namespace

bool is_held(const Entry& entry)
{
    return entry.verdict && entry.verdict->reason == VerdictReason::kHeld;
}

void add_offer(const Context& context, MatchState& state, ClockId clock, bool start)
{
    const Verdict& verdict = *context.entry.verdict;
    if (!start && !verdict.offered) {
        return; // too old for anyone to say what the clock should show
    }
    Offer offer;
    offer.id = context.entry.id();
    offer.clock = clock;
    offer.start = start;
    offer.at = clock == ClockId::kGame && !start ? tap_of(state, verdict) : verdict.at;
    offer.value = start ? std::nullopt : verdict.offered;
    offer.since = context.entry.received;
    // The shot clock goes back with the game clock as far as one and the same run of it reaches.
    const bool shot_ran = state.shot.clock.running && state.shot.clock.anchor <= offer.at;
    if (clock == ClockId::kGame && !start && shot_ran) {
        offer.shot = value_at(state, ClockId::kShot, offer.at);
    }
    if (state.offers.size() == kOffersMax) {
        state.offers.erase(state.offers.begin());
    }
    state.offers.push_back(offer);
}

void drop_offers(MatchState& state, ClockId clock)
{
    std::erase_if(state.offers, [clock](const Offer& offer) { return offer.clock == clock; });
}

void drop_offer(MatchState& state, const CommandId& id)
{
    std::erase_if(state.offers, [&id](const Offer& offer) { return offer.id == id; });
}

} // namespace scoreboard::match::parts
