#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <memory>
#include <string>

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

    // Ends, with an error, at the next announcement of either kind.
    boost::asio::steady_timer& changed() { return changed_; }

private:
    feed::FeedState state_;
    std::uint64_t announced_ = 0;
    std::uint64_t pings_ = 0;
    std::shared_ptr<const std::string> event_;
    std::uint64_t event_of_ = 0;        // announced() when event_ was made
    boost::asio::steady_timer changed_; // never expires; cancelling it wakes all who wait
};

} // namespace scoreboard::spectators
