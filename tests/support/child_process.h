#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace scoreboard::support {

using Deadline = std::chrono::steady_clock::time_point;

inline Deadline within(std::chrono::milliseconds time)
{
    return std::chrono::steady_clock::now() + time;
}

// A real program of ours with its three streams; ended by its own id, never by its name.
class ChildProcess {
public:
    // `command`: the program's path and its arguments.
    explicit ChildProcess(const std::vector<std::string>& command);
    ~ChildProcess(); // kills it if it still runs
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    void write(const std::string& text); // to its standard input
    void close_input();

    // The first line of standard output, not yet given, that `wanted` accepts; none: it ended or the time was
    // up.
    std::optional<std::string> wait_for_line(const std::function<bool(const std::string&)>& wanted,
                                             Deadline deadline);
    std::optional<std::string> wait_for_line(Deadline deadline);

    void signal(int number);
    // Its exit code, or 128 + the signal that ended it; none: it still runs at the deadline.
    std::optional<int> wait_for_exit(Deadline deadline);

    pid_t pid() const { return pid_; }
    // All that it has said so far.
    std::string output() const { return output_; }
    std::string errors() const { return errors_; }

private:
    bool read_some(Deadline deadline); // false: both streams have ended, or the time was up
    std::optional<std::string> next_line();
    bool reap(bool block);

    pid_t pid_ = -1;
    int input_fd_ = -1;
    int output_fd_ = -1;
    int errors_fd_ = -1;
    std::string output_;
    std::size_t given_ = 0; // of output_
    std::string errors_;
    std::optional<int> exit_code_;
};

// Runs a program to its end; fails the test if it takes longer than ten seconds.
struct Finished {
    int exit_code = -1;
    std::string output;
    std::string errors;
};
Finished run_program(const std::vector<std::string>& command, const std::string& input = {},
                     std::chrono::milliseconds limit = std::chrono::seconds(20));

} // namespace scoreboard::support
