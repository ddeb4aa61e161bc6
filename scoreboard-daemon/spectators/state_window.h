#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feed/feed_state.h"

namespace scoreboard::spectators {

// What every connection of the spectators' thread looks at: the newest state, and a way to wait for the next.
// Readers hold no queue: a slow one finds the newest state when it comes back.
class StateWindow {
public:
    explicit StateWindow(const boost::asio::any_io_executor& executor);

    void set(feed::FeedState state);
    const feed::FeedState& state() const { return state_; }

    // Wakes everybody who waits for a change.
    void announce();
    void announce_ping();

    std::uint64_t announced() const { return announced_; } // one more at each announce()
    std::uint64_t pings() const { return pings_; }
    // The newest state as a stream's event, made once for all readers.
    std::shared_ptr<const std::string> event();

    // Entries of the log, which somebody else reads. None: too many are asked for already.
    using Ticket = std::uint64_t;
    using WantEntries = std::function<void(Ticket ticket, match::Rev first, match::Rev last)>;
    void set_want_entries(WantEntries want) { want_entries_ = std::move(want); }
    std::optional<Ticket> ask_for_entries(match::Rev first, match::Rev last);
    void deliver(Ticket ticket, std::vector<match::Entry> entries);
    bool has_delivered(Ticket ticket) const;
    // What was delivered; whoever asked ends with this, delivered or not.
    std::vector<match::Entry> take_entries(Ticket ticket);
    // Ends, with an error, at the next delivery.
    boost::asio::steady_timer& delivered() { return delivered_; }

    // Ends, with an error, at the next announcement of either kind.
    boost::asio::steady_timer& changed() { return changed_; }

private:
    feed::FeedState state_;
    std::uint64_t announced_ = 0;
    std::uint64_t pings_ = 0;
    std::shared_ptr<const std::string> event_;
    std::uint64_t event_of_ = 0; // announced() when event_ was made
    WantEntries want_entries_;
    Ticket last_ticket_ = 0;
    std::map<Ticket, std::optional<std::vector<match::Entry>>> asked_;
    boost::asio::steady_timer delivered_; // like changed_
    boost::asio::steady_timer changed_;   // never expires; cancelling it wakes all who wait
};

} // namespace scoreboard::spectators
