#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace scoreboard::control {

// Envelopes over one connection, whichever way they are framed.
class Channel {
public:
    // What one read gave. The connection goes on only if neither `ended` nor `malformed` is set.
    struct Arrived {
        std::vector<std::string> envelopes;
        bool ended = false;    // the other end has gone
        std::string malformed; // bytes that are no envelope: what was wrong
    };

    virtual ~Channel() = default;

    // Waits for at least one envelope; the result is good until the next call.
    virtual boost::asio::awaitable<const Arrived*> read() = 0;

    // Takes an envelope to send; flush() writes all that was put, together.
    virtual void put(std::string_view envelope) = 0;
    virtual std::size_t waiting() const = 0;          // bytes put and not flushed
    virtual boost::asio::awaitable<bool> flush() = 0; // false: the connection is broken
    // Says goodbye in the way of the framing.
    virtual boost::asio::awaitable<void> say_goodbye() = 0;

    virtual boost::asio::ip::tcp::socket& socket() = 0;
};

} // namespace scoreboard::control
