// Which orders need not be tried. Two tablets and a board share nothing but queues: what one takes from the
// front of a queue and another puts at its end commutes, so that of most orders one stands for all. The test
// compares what all orders come to with what the rest of them come to.
#include <algorithm>

#include "simulation/explorer_tap.h"
#include "simulation/explorer_world.h"

namespace scoreboard::simulation {

// Each of these may happen before everything else: whatever could have happened first can still happen, or
// comes to the same.
// A tap that says the same whenever it comes: its command waits in a queue until the board hears it. Had the
// app been killed or cut off before, it would wait in the outbox; as it does when the end of the old
// connection loses it. A dial: nothing can happen to a connection that is not there, and its Hello waits
// until it is heard. A kill before it is a kill after it, once the board sees the end of what was dialled for
// nothing. A closed connection of which nothing is left to hear, noticed by its tablet or by the board:
// nobody else knows. A commit, where no fault is left that could come before it.
std::optional<Event> ExplorerWorld::sole_event() const
{
    using Kind = Event::Kind;
    if (bounds_.every_order) {
        return std::nullopt;
    }
    for (std::uint8_t number = 0; number < kTablets; ++number) {
        const Link* link = link_of(number);
        const int tapped = tablets_[number].tapped;
        if (tapped < bounds_.taps && !tap_of(number, tapped).depends) {
            return Event{Kind::kTap, number, 0};
        }
        if (link == nullptr) {
            return Event{Kind::kDial, number, 0};
        }
        if (!link->board_is_there && link->down.empty()) {
            return Event{Kind::kNotice, number, 0};
        }
    }
    for (std::uint8_t number = 0; number < links_.size(); ++number) {
        const Link& link = links_[number];
        if (link.board_is_there && !link.tablet_is_there && link.up.empty()) {
            return Event{Kind::kEnd, number, 0};
        }
    }
    return in_store_ && only_taps_are_left() ? std::optional(Event{Kind::kCommit, 0, 0}) : std::nullopt;
}

// Every fault has happened, and both tablets have a connection that lasts and are known on it.
bool ExplorerWorld::only_taps_are_left() const
{
    const bool sound = board_kills_ == bounds_.board_kills && drops_ == bounds_.drops &&
                       duplicates_ == bounds_.duplicates && reorders_ == bounds_.reorders;
    const auto is_spared = [this](const Tablet& tablet) {
        return tablet.kills == bounds_.tablet_kills && tablet.cuts == bounds_.cuts;
    };
    const auto lasts = [](const Link& link) {
        return link.tablet_is_there && link.board_is_there && link.greeted && !link.disturbed;
    };
    return sound && links_.size() == kTablets && std::all_of(tablets_.begin(), tablets_.end(), is_spared) &&
           std::all_of(links_.begin(), links_.end(), lasts);
}

// Something is there for this tablet to hear, in a queue that loses and turns round nothing, and the board
// will not close the connection any more, or has: then nobody else can bring about anything for this tablet
// to do that it cannot do now, and all that others do commutes with all that it can do.
bool ExplorerWorld::nobody_else_matters(std::uint8_t number) const
{
    const Link* link = link_of(number);
    const bool sound_network =
        drops_ == bounds_.drops && duplicates_ == bounds_.duplicates && reorders_ == bounds_.reorders;
    return !bounds_.every_order && sound_network && link != nullptr && !link->down.empty() &&
           (!link->board_is_there || board_kills_ == bounds_.board_kills);
}

} // namespace scoreboard::simulation
