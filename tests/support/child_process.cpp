#include "support/child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace scoreboard::support {
namespace {

struct Pipe {
    int read_end = -1;
    int write_end = -1;
};

Pipe make_pipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        ADD_FAILURE() << "no pipe can be made";
    }
    return {ends[0], ends[1]};
}

void close_once(int& fd)
{
    if (fd >= 0) {
        ::close(fd);
        fd = -1;
    }
}

int remaining_ms(Deadline deadline)
{
    const auto left = deadline - std::chrono::steady_clock::now();
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(left).count();
    return ms < 0 ? 0 : static_cast<int>(ms);
}

// Appends what a readable stream holds; closes it at its end.
void drain(int& fd, std::string& text)
{
    std::array<char, 4096> bytes;
    const ssize_t size = ::read(fd, bytes.data(), bytes.size());
    if (size > 0) {
        text.append(bytes.data(), static_cast<std::size_t>(size));
    } else if (size == 0 || errno != EINTR) {
        close_once(fd);
    }
}

} // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command)
{
    ::signal(SIGPIPE, SIG_IGN); // a child that ended must not end the test
    Pipe input = make_pipe();
    Pipe output = make_pipe();
    Pipe errors = make_pipe();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.read_end, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.write_end, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.write_end, STDERR_FILENO);
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    if (::posix_spawn(&pid_, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
        ADD_FAILURE() << command.front() << " cannot be started; build it first";
        pid_ = -1;
    }
    posix_spawn_file_actions_destroy(&actions);
    ::close(input.read_end);
    ::close(output.write_end);
    ::close(errors.write_end);
    input_fd_ = input.write_end;
    output_fd_ = output.read_end;
    errors_fd_ = errors.read_end;
}

ChildProcess::~ChildProcess()
{
    close_once(input_fd_);
    if (pid_ > 0 && !exit_code_) {
        ::kill(pid_, SIGKILL);
        reap(true);
    }
    close_once(output_fd_);
    close_once(errors_fd_);
}

void ChildProcess::write(const std::string& text)
{
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t size = ::write(input_fd_, text.data() + written, text.size() - written);
        if (size <= 0) {
            return;
        }
        written += static_cast<std::size_t>(size);
    }
}

void ChildProcess::close_input()
{
    close_once(input_fd_);
}

bool ChildProcess::read_some(Deadline deadline)
{
    std::array<pollfd, 2> streams{pollfd{output_fd_, POLLIN, 0}, pollfd{errors_fd_, POLLIN, 0}};
    if (output_fd_ < 0 && errors_fd_ < 0) {
        return false;
    }
    if (::poll(streams.data(), streams.size(), remaining_ms(deadline)) <= 0) {
        return std::chrono::steady_clock::now() < deadline;
    }
    if (streams[0].revents != 0) {
        drain(output_fd_, output_);
    }
    if (streams[1].revents != 0) {
        drain(errors_fd_, errors_);
    }
    return true;
}

std::optional<std::string> ChildProcess::next_line()
{
    const std::size_t end = output_.find('\n', given_);
    if (end == std::string::npos) {
        return std::nullopt;
    }
    std::string line = output_.substr(given_, end - given_);
    given_ = end + 1;
    return line;
}

std::optional<std::string> ChildProcess::wait_for_line(const std::function<bool(const std::string&)>& wanted,
                                                       Deadline deadline)
{
    for (;;) {
        while (auto line = next_line()) {
            if (wanted(*line)) {
                return line;
            }
        }
        if (!read_some(deadline)) {
            return std::nullopt;
        }
    }
}

std::optional<std::string> ChildProcess::wait_for_line(Deadline deadline)
{
    return wait_for_line([](const std::string&) { return true; }, deadline);
}

void ChildProcess::signal(int number)
{
    if (pid_ > 0 && !exit_code_) {
        ::kill(pid_, number);
    }
}

bool ChildProcess::reap(bool block)
{
    int status = 0;
    if (pid_ <= 0 || ::waitpid(pid_, &status, block ? 0 : WNOHANG) != pid_) {
        return false;
    }
    exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return true;
}

std::optional<int> ChildProcess::wait_for_exit(Deadline deadline)
{
    // A program that ends closes its streams; what it said is read on the way.
    while (!exit_code_ && read_some(deadline)) {
    }
    while (!exit_code_ && !reap(false) && std::chrono::steady_clock::now() < deadline) {
        ::poll(nullptr, 0, 1);
    }
    return exit_code_;
}

Finished run_program(const std::vector<std::string>& command, const std::string& input,
                     std::chrono::milliseconds limit)
{
    ChildProcess program(command);
    program.write(input);
    program.close_input();
    const auto exit_code = program.wait_for_exit(within(limit));
    EXPECT_TRUE(exit_code.has_value())
        << command.front() << " did not end; it said: " << program.output() << program.errors();
    return {exit_code.value_or(-1), program.output(), program.errors()};
}

} // namespace scoreboard::support
