#include "headless/script_run.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <iostream>
#include <sys/stat.h>
#include <unistd.h>

#include "link/tablet_clock.h"

namespace scoreboard::headless {
namespace {

constexpr auto kAsTuple = boost::asio::as_tuple(boost::asio::use_awaitable);

bool is_regular_file(int file)
{
    struct stat status {};
    return fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

void rethrow(std::exception_ptr error)
{
    if (error) {
        std::rethrow_exception(error);
    }
}

} // namespace

ScriptRun::ScriptRun(const Arguments& arguments, client::Journal& journal, match::TabletTime began, int input)
    : Run(arguments, journal, began), input_(context_), next_step_(context_)
{
    if (is_regular_file(input)) {
        file_ = input; // epoll takes no regular files, and reading one never waits.
    } else {
        input_.assign(input);
    }
    boost::asio::co_spawn(context_, play(), &rethrow);
}

boost::asio::awaitable<void> ScriptRun::play()
{
    std::string line;
    while (co_await read_line(line)) {
        ++line_number_;
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        const auto step = parse_script_line(line);
        if (step.has_error()) {
            std::cerr << "scoreboard-controller-cli: line " << line_number_ << ": " << step.error().what
                      << "; the script ends here" << std::endl;
            exit_code_ = kExitUsage;
            break;
        }
        if (step->at) {
            const match::Duration left = began_ + *step->at - link::tablet_now();
            next_step_.expires_after(std::max(left, match::Duration::zero()));
            co_await next_step_.async_wait(kAsTuple);
        }
        tap(*step);
    }
    end_of_script();
}

boost::asio::awaitable<bool> ScriptRun::read_line(std::string& line)
{
    while (!take_line(line)) {
        std::size_t size = 0;
        if (file_ >= 0) {
            size =
                static_cast<std::size_t>(std::max<ssize_t>(::read(file_, chunk_.data(), chunk_.size()), 0));
        } else {
            const auto [error, read] = co_await input_.async_read_some(boost::asio::buffer(chunk_), kAsTuple);
            size = error ? 0 : read;
        }
        read_ahead_.append(chunk_.data(), size);
        if (size == 0 || read_ahead_.size() > 2 * chunk_.size()) {
            line = std::exchange(read_ahead_, {}); // The last one may lack its line end.
            co_return !line.empty();
        }
    }
    co_return true;
}

bool ScriptRun::take_line(std::string& line)
{
    const std::size_t end = read_ahead_.find('\n');
    if (end == std::string::npos) {
        return false;
    }
    line = read_ahead_.substr(0, end);
    read_ahead_.erase(0, end + 1);
    return true;
}

void ScriptRun::tap(const ScriptStep& step)
{
    const match::TabletTime now = link::tablet_now();
    const auto issued = issue(client(), step.tap, now, now);
    if (issued.seq) {
        taps_.emplace(*issued.seq, client::Level::kSaved);
        loop_.changed();
        return;
    }
    std::cerr << "scoreboard-controller-cli: line " << line_number_ << ": refused: " << issued.refusal
              << std::endl;
    exit_code_ = std::max(exit_code_, kExitRefused);
}

void ScriptRun::on_change()
{
    while (const auto change = client().poll_level_change()) {
        std::cout << level_line(*change, began_) << std::endl;
        const auto tap = taps_.find(change->seq);
        if (tap == taps_.end()) {
            continue; // Of an earlier run.
        }
        tap->second = change->level;
        if (change->level == client::Level::kRefused) {
            exit_code_ = std::max(exit_code_, kExitRefused);
        }
        if (change->level == client::Level::kRefused || change->level >= arguments_.wait) {
            taps_.erase(tap);
        }
    }
    look_at_end();
}

void ScriptRun::end_of_script()
{
    ended_ = true;
    time_out_at(link::tablet_now() + arguments_.timeout);
    look_at_end();
}

void ScriptRun::look_at_end()
{
    if (!ended_) {
        return;
    }
    if (taps_.empty()) {
        finish(exit_code_);
    } else if (client().waits_for_person()) {
        fail(kExitRefused, "saved, but not sent: " + client().trouble());
    } else if (arguments_.wait == client::Level::kShown && client().has_no_panel() &&
               std::all_of(taps_.begin(), taps_.end(),
                           [](const auto& tap) { return tap.second == client::Level::kRecorded; })) {
        fail(kExitRefused, "recorded, but it cannot be shown: this board drives no panel");
    }
}

void ScriptRun::on_timeout()
{
    fail(kExitTimeout, std::to_string(taps_.size()) + " commands are saved, but not further in time: " +
                           trouble() + "; the next run with this journal sends them");
}

} // namespace scoreboard::headless
