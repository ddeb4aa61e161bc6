// A connection to the control port that sends anything, in pieces: envelopes behind lengths, an upgrade to
// WebSocket and frames, or neither. The board outlives it, and keeps nothing of it.

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "control/session_driver.h"
#include "core/board.h"
#include "fuzz/commands.h"
#include "fuzz/input.h"
#include "fuzz/socket_pair.h"
#include "system/clocks.h"

namespace {

using namespace scoreboard;

core::Board a_board()
{
    core::MatchService::Options options;
    options.boot = fuzz::id_of<match::BootId>(0x30);
    core::RecoveredLog log;
    log.log = fuzz::id_of<match::LogId>(0x10);
    log.board = fuzz::id_of<match::BoardId>(0x20);
    return core::Board(std::move(options), std::move(log), {system::board_now(), system::wall_now_ms()});
}

void pump(core::Board& board)
{
    while (board.take_batch()) {
        board.on_committed();
    }
    while (board.poll_log_line()) {
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Input input(data, size);
    boost::asio::io_context io;
    core::Board board = a_board();
    pump(board);
    std::string answer;
    {
        control::DriverHooks hooks;
        control::SessionDriver driver(board, hooks, io.get_executor());
        hooks.board_heard = [&board] { pump(board); };
        hooks.wake_all = [&driver] { driver.wake(); };
        fuzz::SocketPair pair(io);
        bool ended = false;
        boost::asio::co_spawn(io, driver.run(pair.take_socket(), {}),
                              [&ended](const std::exception_ptr& failure) {
                                  ended = true;
                                  fuzz::require(failure == nullptr, "no bytes throw out of their connection");
                              });
        while (!input.empty()) {
            pair.write(input.piece());
            io.poll();
            driver.tick(system::board_now());
            driver.wake();
            io.poll();
            answer += pair.read();
        }
        pair.end_writing();
        io.poll();
        answer += pair.read();
        driver.close();
        io.poll();
        fuzz::require(ended, "a connection that is closed ends");
    }
    fuzz::require(board.controllers().empty(), "the board keeps nothing of who has gone");
    return 0;
}
