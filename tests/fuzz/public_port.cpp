// A spectator's connection that sends anything, in pieces: every answer is one of ours, and the connection
// ends when its reader does.

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "fuzz/input.h"
#include "fuzz/socket_pair.h"
#include "match/ruleset.h"
#include "spectators/http_connection.h"
#include "spectators/state_window.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace scoreboard;
    fuzz::Input input(data, size);
    const std::uint8_t how = input.byte();

    boost::asio::io_context io;
    spectators::StateWindow window(io.get_executor());
    feed::FeedState state;
    state.match.rev = how & 1U;
    state.match.ruleset = *match::find_ruleset("basketball.fiba.2026");
    window.set(state);
    fuzz::SocketPair pair(io);
    bool ended = false;
    boost::asio::co_spawn(io, spectators::serve_reader(pair.take_socket(), window, (how & 6U) == 6, 10),
                          [&ended](const std::exception_ptr& failure) {
                              ended = true;
                              fuzz::require(failure == nullptr, "no request throws out of its connection");
                          });
    std::string answer;
    while (!input.empty()) {
        pair.write(input.piece());
        io.poll();
        answer += pair.read();
        state.match.rev += 1;
        window.set(state);
        window.announce();
        window.announce_ping();
        io.poll();
        answer += pair.read();
    }
    pair.end_writing();
    io.poll();
    window.announce();
    io.poll();
    answer += pair.read();
    fuzz::require(answer.empty() || answer.starts_with("HTTP/1."), "an answer is HTTP");
    fuzz::require(ended, "a connection ends with its reader");
    return 0;
}
