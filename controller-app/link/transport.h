#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string>
#include <vector>

#include "link/board_url.h"

namespace scoreboard::link {

namespace asio = boost::asio;

// A connection to a board, as envelopes.
class Transport {
public:
    struct Read {
        std::string error;                  // not empty: the connection has ended, and why
        std::vector<std::string> envelopes; // maybe none yet: only a part of one came
    };

    virtual ~Transport() = default;
    virtual asio::ip::tcp::socket& socket() = 0;
    // What has to be said on a fresh connection before the first envelope. Empty: done; else what is wrong.
    virtual asio::awaitable<std::string> greet(std::string host) = 0;
    virtual asio::awaitable<Read> read() = 0;
    // False: the connection has ended; read() says why.
    virtual asio::awaitable<bool> write(std::vector<std::string> envelopes) = 0;
    // Ends whatever is under way.
    void close();
};

// The transport that a URL's scheme names, not connected yet.
std::unique_ptr<Transport> make_transport(Scheme scheme, asio::io_context& context);
std::unique_ptr<Transport> make_tcp_transport(asio::io_context& context);
std::unique_ptr<Transport> make_websocket_transport(asio::io_context& context);

// Connects and greets. Empty: envelopes can be exchanged; else why not, for a person.
asio::awaitable<std::string> open(Transport& transport, BoardUrl url);

} // namespace scoreboard::link
