#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <string>

#include "client/journal.h"
#include "headless/arguments.h"
#include "link/client_loop.h"

namespace scoreboard::headless {

// What every run of the headless controller has: a client on an io_context, a beginning and an end.
class Run {
public:
    Run(const Arguments& arguments, client::Journal& journal, match::TabletTime began);
    virtual ~Run() = default;

    int execute(); // → exit code

protected:
    virtual void on_change() = 0; // once at the beginning, and after every change
    virtual void on_timeout() = 0;

    void finish(int code);
    void fail(int code, const std::string& why); // … which goes to stderr
    void time_out_at(match::TabletTime at);
    // Nobody answers at the board's address, or not as a board that serves this controller.
    bool offline() const;
    // Why nothing comes from the board, for a person.
    std::string trouble() const;
    client::MatchClient& client() { return loop_.client(); }
    const client::MatchClient& client() const { return loop_.client(); }

    const Arguments& arguments_;
    const match::TabletTime began_;
    boost::asio::io_context context_{1};
    link::ClientLoop loop_;

private:
    boost::asio::steady_timer timeout_;
    std::optional<int> exit_code_;
};

} // namespace scoreboard::headless
