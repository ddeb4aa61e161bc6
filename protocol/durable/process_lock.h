#pragma once

#include <string>

#include "durable/failure.h"

namespace scoreboard::durable {

// Keeps a database to one process: an flock on the file beside it, `<path>.lock`, which also says who holds
// it, so that the one who comes second can be told. The kernel lets go of it when the process ends, however
// it ends.
class ProcessLock {
public:
    static Result<ProcessLock> acquire(const std::string& path, const std::string& noun);

    ProcessLock(ProcessLock&& other) noexcept;
    ProcessLock& operator=(ProcessLock&& other) noexcept;
    ~ProcessLock();

    // The database at `path` was opened here before, so whatever stands there now is ours, even if damage
    // has made it unrecognisable.
    bool was_ours() const { return was_ours_; }
    void mark_ours();

private:
    ProcessLock(int file, bool was_ours) : file_(file), was_ours_(was_ours) {}

    int file_ = -1;
    bool was_ours_ = false;
};

// Which process holds a POSIX lock on the file, as "sqlite3 (pid 812)"; empty if none does. Must not be asked
// while this process has the file open: closing it would let go of its own locks.
std::string lock_holder(const std::string& path);

} // namespace scoreboard::durable
