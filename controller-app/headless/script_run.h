#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <deque>
#include <map>
#include <string>

#include "headless/run.h"
#include "headless/script_line.h"

namespace scoreboard::headless {

// A script of taps, each at its time, until every one of them has come to the level that was asked for.
class ScriptRun final : public Run {
public:
    // `input`: an open file descriptor, closed by this.
    ScriptRun(const Arguments& arguments, client::Journal& journal, match::TabletTime began, int input);

private:
    void on_change() override;
    void on_timeout() override;
    boost::asio::awaitable<void> play();
    boost::asio::awaitable<bool> read_line(std::string& line); // false: there are no more
    bool take_line(std::string& line);                         // false: none is whole yet
    void tap(const ScriptStep& step);
    void end_of_script();
    void look_at_end();

    boost::asio::posix::stream_descriptor input_;
    int file_ = -1; // of a regular file, which needs no waiting
    std::array<char, 4096> chunk_{};
    std::string read_ahead_; // of the input, not split into lines yet
    boost::asio::steady_timer next_step_;
    std::map<match::Seq, client::Level> taps_; // of this script
    int line_number_ = 0;
    int exit_code_ = kExitDone; // of what is known so far
    bool ended_ = false;
};

} // namespace scoreboard::headless
