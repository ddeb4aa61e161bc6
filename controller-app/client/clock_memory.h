#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "client/client_view.h"
#include "client/confirmed_match.h"

namespace scoreboard::client {

// What this tablet had the clocks at when its board lost them: in a power cut, or with a store that went back
// in time. It proposes values and sets nothing; a person takes one, or does what is right.
class ClockMemory {
public:
    // What both clocks showed at one moment.
    struct Values {
        match::Duration game{};
        match::Duration shot{};
    };
    // What the tablet knew just before the board came back.
    struct Sight {
        match::CommandId match;
        match::PeriodPhase at;
        bool ran = false;                // by the board's last word
        std::optional<Values> last_word; // when the board was heard last; none: before this run of the app
        bool runs_on = false;            // as predicted, own taps included …
        Values now;                      // … which show this
    };

    // `lost`: the board lacks entries of `before`, the match as this tablet had it.
    void keep(const Sight& sight, bool lost, const ConfirmedMatch& before);

    bool is_of(const match::CommandId& match) const { return sight_ && sight_->match == match; }

    // What may be set, while nobody has moved the clock since: then its run, or rest, is that of the board's
    // boot or of an entry that was known before.
    std::vector<OfferView> offers(const ConfirmedMatch& confirmed, const match::MatchState& predicted) const;

private:
    std::optional<Sight> sight_;
    bool lost_ = false;
    std::unordered_set<match::CommandId, match::CommandIdHash> known_; // entries that are no news
};

// The clock stands where a power cut stopped it, and nobody has touched it since.
bool power_was_lost(const ConfirmedMatch& confirmed);

} // namespace scoreboard::client
