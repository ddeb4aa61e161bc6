#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "control/channel.h"
#include "core/board.h"

namespace scoreboard::control {

// What a driver may do to everybody else.
struct DriverHooks {
    std::function<void()> board_heard; // envelopes reached the board
    std::function<void()> wake_all;    // somebody joined: another connection may have to end
};

// Drives one controller's connection: a read loop and a write loop around one session of the board, so that
// neither outlives the other.
class SessionDriver {
public:
    SessionDriver(core::Board& board, const DriverHooks& hooks, boost::asio::any_io_executor executor);
    ~SessionDriver();
    SessionDriver(const SessionDriver&) = delete;
    SessionDriver& operator=(const SessionDriver&) = delete;

    // Until the connection ends. `refusal`: not empty if there is no room; it is told and the connection
    // closed.
    boost::asio::awaitable<void> run(boost::asio::ip::tcp::socket socket, std::string refusal);

    void wake(); // the write loop looks again
    // Called ten times a second: acts on deadlines of the session, ends connections that do not come to an
    // end.
    void tick(match::BoardTime now);
    void close();

private:
    boost::asio::awaitable<std::unique_ptr<Channel>> recognise(boost::asio::ip::tcp::socket socket);
    boost::asio::awaitable<void> read_loop();
    boost::asio::awaitable<void> write_loop();
    boost::asio::awaitable<void> refuse(const std::string& sentence);
    boost::asio::awaitable<void> drain();
    boost::asio::awaitable<void> read_until_closed();
    bool has_news();
    void put_outgoing();

    core::Board& board_;
    const DriverHooks& hooks_;
    boost::asio::steady_timer wakeup_; // never expires; cancelling it wakes the write loop
    std::unique_ptr<Channel> channel_;
    std::optional<core::ConnectionId> id_;
    bool greeted_ = false;
    int ticks_after_end_ = 0;
    std::array<char, 1024> scratch_; // first and last bytes
};

} // namespace scoreboard::control
