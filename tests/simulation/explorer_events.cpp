#include "simulation/explorer_letter.h"
#include "simulation/explorer_tap.h"
#include "simulation/explorer_world.h"

namespace scoreboard::simulation {

using Kind = Event::Kind;

void ExplorerWorld::add_transfers(std::vector<Event>& events, std::uint8_t number) const
{
    const Link& link = links_[number];
    const auto each = [&](const std::deque<Letter>& queue, Kind heard, Kind dropped, Kind doubled) {
        for (std::uint8_t index = 0; index < queue.size(); ++index) {
            if (index > 0 && reorders_ == bounds_.reorders) {
                break;
            }
            events.push_back({heard, number, index});
            if (drops_ < bounds_.drops) {
                events.push_back({dropped, number, index});
            }
            if (duplicates_ < bounds_.duplicates) {
                events.push_back({doubled, number, index});
            }
        }
    };
    if (link.board_is_there) {
        each(link.up, Kind::kUp, Kind::kUpDropped, Kind::kUpDoubled);
    }
    if (link.tablet_is_there) {
        each(link.down, Kind::kDown, Kind::kDownDropped, Kind::kDownDoubled);
    }
    if (link.board_is_there && !link.tablet_is_there) {
        events.push_back({Kind::kEnd, number, 0});
    }
}

// What a tablet and its operator do, and what is done to it.
void ExplorerWorld::add_own(std::vector<Event>& events, std::uint8_t number) const
{
    const Tablet& tablet = tablets_[number];
    const Link* link = link_of(number);
    if (tablet.tapped < bounds_.taps) {
        events.push_back({Kind::kTap, number, 0});
    }
    if (link == nullptr) {
        events.push_back({Kind::kDial, number, 0});
    } else if (!link->board_is_there) {
        events.push_back({Kind::kNotice, number, 0});
    }
    if (link != nullptr && (tablet.cuts < bounds_.cuts || link->disturbed)) {
        events.push_back({Kind::kCut, number, 0});
    }
    if (tablet.kills < bounds_.tablet_kills) {
        for (std::size_t stored = 0; stored <= tablet.unstored.size(); ++stored) {
            events.push_back({Kind::kKill, number, static_cast<std::uint8_t>(stored)});
        }
    }
}

std::vector<Event> ExplorerWorld::events() const
{
    std::vector<Event> events;
    if (const auto sole = sole_event()) {
        return {*sole};
    }
    for (std::uint8_t number = 0; number < kTablets; ++number) {
        if (nobody_else_matters(number)) {
            add_own(events, number);
            events.push_back({Kind::kDown, static_cast<std::uint8_t>(link_of(number) - links_.data()), 0});
            return events;
        }
    }
    for (std::uint8_t number = 0; number < kTablets; ++number) {
        add_own(events, number);
    }
    for (std::uint8_t number = 0; number < links_.size(); ++number) {
        add_transfers(events, number);
    }
    if (in_store_) {
        events.push_back({Kind::kCommit, 0, 0});
    }
    if (board_kills_ < bounds_.board_kills) {
        events.push_back({Kind::kBoardKill, 0, 0});
        if (in_store_) {
            events.push_back({Kind::kBoardKill, 0, 1});
        }
    }
    return events;
}

bool ExplorerWorld::is_fault(Event event) const
{
    switch (event.kind) {
    case Kind::kTap:
    case Kind::kDial:
    case Kind::kNotice:
    case Kind::kUp:
    case Kind::kDown:
    case Kind::kEnd:
    case Kind::kCommit:
        return false;
    case Kind::kCut:
        return !link_of(event.who)->disturbed;
    case Kind::kKill:
    case Kind::kBoardKill:
    case Kind::kUpDropped:
    case Kind::kUpDoubled:
    case Kind::kDownDropped:
    case Kind::kDownDoubled:
        return true;
    }
    return true;
}

std::string ExplorerWorld::tell(Event event) const
{
    const std::string tablet = "tablet " + std::to_string(event.who + 1);
    const auto on_link = [&] { return "tablet " + std::to_string(links_[event.who].tablet + 1); };
    const auto up = [&] { return describe(read_up(links_[event.who].up[event.index].bytes)); };
    const auto down = [&] { return describe(read_down(links_[event.who].down[event.index].bytes)); };
    const std::string late = event.index > 0 ? ", before what was sent earlier" : "";
    switch (event.kind) {
    case Kind::kTap: {
        const Tap& tap = tap_of(event.who, tablets_[event.who].tapped);
        return tablet + " taps " + (tap.undo ? "UNDO" : match::describe(tap.command)) + " and saves it";
    }
    case Kind::kDial:
        return tablet + " dials";
    case Kind::kNotice:
        return tablet + " sees that its connection is closed; what the board still said is lost";
    case Kind::kCut:
        return tablet + " loses its connection; what it sent may still arrive";
    case Kind::kKill:
        return "the app of " + tablet + " is killed and starts again; of what the board said last " +
               std::to_string(event.index) + " of " + std::to_string(tablets_[event.who].unstored.size()) +
               " parts were stored";
    case Kind::kUp:
        return "the board hears " + on_link() + ": " + up() + late;
    case Kind::kUpDropped:
        return "the network loses what " + on_link() + " sent: " + up();
    case Kind::kUpDoubled:
        return "the board hears, the first of two times, " + on_link() + ": " + up() + late;
    case Kind::kDown:
        return on_link() + " hears the board: " + down() + late;
    case Kind::kDownDropped:
        return "the network loses what was sent to " + on_link() + ": " + down();
    case Kind::kDownDoubled:
        return on_link() + " hears, the first of two times, the board: " + down() + late;
    case Kind::kEnd:
        return "the board sees that an old connection of " + on_link() + " is gone; the rest of it is lost";
    case Kind::kCommit:
        return "the store commits rev " + std::to_string(in_store_->entries.front().rev) + " to " +
               std::to_string(in_store_->entries.back().rev);
    case Kind::kBoardKill:
        return event.index == 1
                   ? "the daemon is killed after a COMMIT and before it says so, and starts again"
                   : "the daemon is killed and starts again";
    }
    return {};
}

} // namespace scoreboard::simulation
