#include "simulation/forked_runs.h"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace scoreboard::simulation {

namespace {

// What a child says, line by line: a letter and a text. What comes without one is its standard error.
constexpr char kStory = '\x01';
constexpr char kFacts = '\x02'; // trace hash, taps, entries, crashes, time, moments
constexpr char kBroken = '\x03';

void write_all(int pipe, const std::string& bytes)
{
    for (std::size_t written = 0; written < bytes.size();) {
        const ssize_t now = ::write(pipe, bytes.data() + written, bytes.size() - written);
        if (now <= 0) {
            _exit(2); // nobody listens
        }
        written += static_cast<std::size_t>(now);
    }
}

[[noreturn]] void be_child(Plan plan, int pipe, std::chrono::seconds limit)
{
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    const auto seconds = static_cast<rlim_t>(limit.count());
    const rlimit computing{seconds, seconds};
    setrlimit(RLIMIT_CPU, &computing);
    dup2(pipe, STDERR_FILENO);
    plan.listener = [pipe](const std::string& line) { write_all(pipe, kStory + line + "\n"); };
    const Report report = simulate(plan);
    if (report.broken) {
        write_all(pipe, kBroken + std::string(text_of(*report.broken).name) + "\t" + report.violation + "\n");
    }
    std::ostringstream facts;
    facts << kFacts << report.trace_hash << ' ' << report.taps << ' ' << report.recorded << ' '
          << report.crashes << ' ' << report.simulated << ' ' << report.taps_tried << ' '
          << report.faults_tried << '\n';
    write_all(pipe, facts.str());
    _exit(0);
}

// How it ended that has said nothing of its end itself.
void judge_end(int status, const std::string& last_words, Report& report)
{
    const bool too_long = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
    report.broken = too_long ? Check::kTime : Check::kAssert;
    std::string how = WIFSIGNALED(status) ? std::string("it died of ") + strsignal(WTERMSIG(status))
                                          : "it ended with status " + std::to_string(WEXITSTATUS(status));
    if (too_long) {
        how = "it computed on and on, and was ended";
    }
    report.violation = std::string(text_of(*report.broken).name) + ": " +
                       (last_words.empty() ? how : how + ", saying: " + last_words);
}

Report parse(const std::string& said, int status)
{
    Report report;
    std::string last_words;
    bool ended = false;
    std::istringstream lines(said);
    for (std::string line; std::getline(lines, line);) {
        const std::string text = line.empty() ? "" : line.substr(1);
        if (line[0] == kStory) {
            report.story.push_back(text);
        } else if (line[0] == kBroken) {
            const auto tab = text.find('\t');
            const CheckText* check = find_check(text.substr(0, tab));
            assert(check != nullptr);
            report.broken = check->check;
            report.violation = text.substr(tab + 1);
        } else if (line[0] == kFacts) {
            std::istringstream(text) >> report.trace_hash >> report.taps >> report.recorded >>
                report.crashes >> report.simulated >> report.taps_tried >> report.faults_tried;
            ended = true;
        } else {
            last_words = line;
        }
    }
    if (!ended) {
        judge_end(status, last_words, report);
    }
    return report;
}

} // namespace

ForkedRuns::~ForkedRuns()
{
    for (Child& child : children_) {
        kill(child.process, SIGKILL);
        end(child);
    }
}

void ForkedRuns::start(Plan plan, std::size_t tag)
{
    int ends[2] = {-1, -1};
    if (pipe(ends) != 0) {
        throw std::runtime_error(std::string("cannot make a pipe: ") + std::strerror(errno));
    }
    std::cout.flush();
    std::fflush(nullptr);
    const pid_t process = fork();
    if (process < 0) {
        throw std::runtime_error(std::string("cannot start a process: ") + std::strerror(errno));
    }
    if (process == 0) {
        close(ends[0]);
        be_child(std::move(plan), ends[1], limit_);
    }
    close(ends[1]);
    children_.push_back({process, ends[0], tag, plan.seed, {}});
}

bool ForkedRuns::read_from(Child& child) const
{
    char buffer[65536];
    const ssize_t size = ::read(child.pipe, buffer, sizeof buffer);
    if (size > 0) {
        child.said.append(buffer, static_cast<std::size_t>(size));
    }
    return size > 0;
}

ForkedRuns::Finished ForkedRuns::end(Child& child) const
{
    int status = 0;
    waitpid(child.process, &status, 0);
    close(child.pipe);
    Finished finished{child.tag, parse(child.said, status)};
    finished.report.seed = child.seed;
    return finished;
}

ForkedRuns::Finished ForkedRuns::wait()
{
    assert(!idle());
    for (;;) {
        std::vector<pollfd> pipes;
        for (const Child& child : children_) {
            pipes.push_back({child.pipe, POLLIN, 0});
        }
        poll(pipes.data(), pipes.size(), -1);
        for (std::size_t i = 0; i < pipes.size(); ++i) {
            if (pipes[i].revents != 0 && !read_from(children_[i])) {
                const Finished finished = end(children_[i]);
                children_.erase(children_.begin() + static_cast<std::ptrdiff_t>(i));
                return finished;
            }
        }
    }
}

Report run_forked(const Plan& plan, std::chrono::seconds limit)
{
    ForkedRuns runs(1, limit);
    runs.start(plan, 0);
    return runs.wait().report;
}

} // namespace scoreboard::simulation
