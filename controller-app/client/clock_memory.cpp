#include "client/clock_memory.h"

#include <string>
#include <utility>

namespace scoreboard::client {
namespace {

const match::BoardBoot* boot_of(const match::Entry& entry)
{
    return std::get_if<match::BoardBoot>(&entry.command());
}

// The clock belongs to a period or to the interval after it; a match that begins is in its first period.
bool same_clock(const match::PeriodPhase& one, const match::PeriodPhase& other)
{
    const auto phase = [](const match::PeriodPhase& at) {
        return at.phase == match::Phase::kPre ? match::Phase::kPlay : at.phase;
    };
    return one.period == other.period && phase(one) == phase(other);
}

OfferView set_clocks(const ClockMemory::Values& values, bool play, std::string text)
{
    OfferView offer;
    offer.value = match::format_clock_exact(values.game);
    offer.text = std::move(text);
    offer.commands.emplace_back(match::SetClock{match::ClockId::kGame, values.game});
    if (play) {
        offer.commands.emplace_back(match::SetClock{match::ClockId::kShot, values.shot});
    }
    return offer;
}

} // namespace

void ClockMemory::keep(const Sight& sight, bool lost, const ConfirmedMatch& before)
{
    // After a second cut nothing ran: what was seen before the first one is still the question.
    if (sight.ran || lost) {
        sight_ = sight;
        lost_ = lost;
        known_.clear();
        for (const match::Entry& entry : before.entries()) {
            known_.insert(entry.id());
        }
    }
}

std::vector<OfferView> ClockMemory::offers(const ConfirmedMatch& confirmed,
                                           const match::MatchState& predicted) const
{
    const match::Entry* began = confirmed.find(predicted.game.segment);
    const bool same_match = sight_ && confirmed.known() && predicted.match == sight_->match;
    if (!same_match || !same_clock(predicted.at, sight_->at) || began == nullptr ||
        (boot_of(*began) == nullptr && !known_.contains(began->id()))) {
        return {};
    }
    const std::string cause = lost_ ? "THE BOARD HAS LOST WHAT IT RECORDED LAST. " : "POWER WAS LOST. ";
    const bool play = predicted.at.phase == match::Phase::kPlay && !predicted.shot.blank;
    std::vector<OfferView> offers;
    const auto offer = [&](const Values& values, const std::string& text) {
        const std::string shown = match::format_clock_exact(values.game);
        const bool is_so = shown == match::format_clock_exact(predicted.game.value);
        const bool is_twice = !offers.empty() && offers.front().value == shown;
        if (!is_so && !is_twice) {
            offers.push_back(set_clocks(values, play, cause + text));
        }
    };
    // The board's own last note of a run is better than this tablet's if it is the later one.
    const bool knows_more = lost_ || (sight_->last_word && sight_->last_word->game < predicted.game.value);
    if (sight_->ran && sight_->last_word && knows_more) {
        offer(*sight_->last_word, "This tablet heard of the board last at " +
                                      match::format_clock_exact(sight_->last_word->game) +
                                      ": continue from there?");
    }
    const std::string now = match::format_clock_exact(sight_->now.game);
    offer(sight_->now, sight_->runs_on ? "Had the clock run on until the board came back, it would show " +
                                             now + ": take that?"
                                       : "On this tablet the clock stood at " + now + ": take that?");
    return offers;
}

bool power_was_lost(const ConfirmedMatch& confirmed)
{
    const match::Entry* began = confirmed.find(confirmed.state().game.segment);
    const match::BoardBoot* boot = began ? boot_of(*began) : nullptr;
    return boot != nullptr && boot->clock_ran;
}

} // namespace scoreboard::client
