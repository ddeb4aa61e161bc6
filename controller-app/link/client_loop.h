#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "client/match_client.h"
#include "link/transport.h"
#include "session/backoff.h"

namespace scoreboard::link {

// Runs a MatchClient on one io_context: commits what it wants stored, dials when it wants a connection
// (beside the present one, if that is doubtful, and beside dials that nobody answers), and carries its
// messages. Everything here happens on the one thread that runs the io_context.
class ClientLoop {
public:
    struct Options {
        std::string board_url; // empty: not connected yet
        std::string name = "tablet";
        session::Role role = session::Role::kReferee;
    };

    // `journal` must outlive the loop. `on_change` is called after every change, once for changes that come
    // together.
    ClientLoop(asio::io_context& context, const Options& options, client::Journal& journal,
               std::function<void()> on_change);
    ~ClientLoop();

    client::MatchClient& client() { return client_; }
    const client::MatchClient& client() const { return client_; }
    // Call after anything was asked of client(): what waits is committed together, then sent.
    void changed();
    // The same at once; on return everything that client() wanted stored was tried.
    void settle();
    void connect_to(const std::string& board_url);
    // Ends every coroutine of this loop; the io_context then runs out of work.
    void stop();

    // Why no board answers now; empty while one does.
    const std::string& trouble() const { return trouble_; }
    int failed_dials() const { return failed_dials_; } // since the last connection

private:
    struct Connection {
        Connection(std::unique_ptr<Transport> opened, asio::io_context& context)
            : transport(std::move(opened)), wakeup(context)
        {
        }

        std::unique_ptr<Transport> transport;
        asio::steady_timer wakeup; // ends the write loop's wait
        bool open = true;          // may read and write
        bool finished = false;     // its coroutines have ended
    };

    // An attempt at a connection.
    struct Dial {
        std::unique_ptr<Transport> transport;
        match::TabletTime began{};
        bool abandoned = false; // whatever becomes of it
    };

    asio::awaitable<void> keep_deadlines();
    asio::awaitable<void> keep_connected();
    void begin_dial();
    asio::awaitable<void> run(Dial& dial, BoardUrl url);
    asio::awaitable<std::string> open_in_time(Dial& dial, BoardUrl url);
    void finish(Dial& dial, std::string error);
    void abandon_dials();
    asio::awaitable<void> wait(asio::steady_timer& timer, match::TabletTime until);
    asio::awaitable<void> run(Connection& connection);
    asio::awaitable<void> read_loop(Connection& connection);
    asio::awaitable<void> write_loop(Connection& connection);
    void adopt(std::unique_ptr<Transport> transport, match::TabletTime dialled);
    void close(Connection& connection); // as often as one likes
    void forget_closed();
    bool take(const std::string& envelope);
    void commit();
    void distrust_after_sleep();
    asio::awaitable<void> watch_address();
    void distrust();

    asio::io_context& context_;
    client::Journal& journal_;
    std::function<void()> on_change_;
    client::MatchClient client_;
    session::Backoff backoff_;
    std::string board_url_;
    std::string trouble_;
    int failed_dials_ = 0;

    std::list<Connection> connections_; // the newest is the client's; the others are closing
    Connection* current_ = nullptr;
    asio::steady_timer deadline_; // woken by every change
    asio::steady_timer redial_;   // woken by every change while a connection is wanted
    asio::steady_timer address_look_;
    std::list<Dial> dials_;                      // under way, the newest last
    std::optional<match::TabletTime> next_dial_; // none: the back-off says when
    match::Duration slept_{};                    // as of the last look
    bool settle_is_posted_ = false;
    bool stopped_ = false;
};

} // namespace scoreboard::link
