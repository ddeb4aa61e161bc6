#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "simulation/simulate.h"

namespace scoreboard::simulation {

// Runs in child processes, some side by side: one that dies or never ends is one broken run (checks "assert"
// and "time"), with its story up to there, and the others go on.
class ForkedRuns {
public:
    struct Finished {
        std::size_t tag = 0; // as given to start()
        Report report;
    };

    ForkedRuns(std::size_t jobs, std::chrono::seconds limit) : jobs_(jobs), limit_(limit) {}
    ForkedRuns(const ForkedRuns&) = delete;
    ForkedRuns& operator=(const ForkedRuns&) = delete;
    ~ForkedRuns();

    bool idle() const { return children_.empty(); }
    bool full() const { return children_.size() >= jobs_; }
    // Throws std::runtime_error without a process.
    void start(Plan plan, std::size_t tag);
    // Waits for one of them, which must not be idle.
    Finished wait();

private:
    struct Child {
        pid_t process = 0;
        int pipe = -1;
        std::size_t tag = 0;
        std::uint64_t seed = 0;
        std::string said;
    };

    bool read_from(Child& child) const; // false: it has ended
    Finished end(Child& child) const;

    std::size_t jobs_;
    std::chrono::seconds limit_; // of computing, for one run
    std::vector<Child> children_;
};

// One run like that.
Report run_forked(const Plan& plan, std::chrono::seconds limit);

} // namespace scoreboard::simulation
