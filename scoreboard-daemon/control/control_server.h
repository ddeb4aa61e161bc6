#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "core/board.h"
#include "system/endpoint.h"

namespace boost::asio {
class io_context;
}

namespace scoreboard::control {

// The port for controllers: TCP and WebSocket on one listener, told apart by their first bytes. It moves
// envelopes between sockets and the board and decides nothing. Everything happens on the thread that runs the
// io_context.
class ControlServer {
public:
    struct Options {
        system::Endpoint listen;
        std::size_t controllers_max = 32;
    };
    struct Failure {
        std::string what; // a sentence
    };

    // `board_heard`: called after envelopes reached the board; it may have decided something.
    ControlServer(boost::asio::io_context& io, core::Board& board, Options options,
                  std::function<void()> board_heard);
    ~ControlServer();
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

    // Begins to listen; returns where, with the port that the kernel chose.
    boost::system::result<system::Endpoint, Failure> listen();
    // Something came true (a commit, the panel): every connection looks whether it has something to say.
    void wake_all();
    // Closes the listener and every connection.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::control
