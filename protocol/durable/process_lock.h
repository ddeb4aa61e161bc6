#pragma once

#include <memory>
#include <string>
#include <utility>

#include "durable/disk.h"
#include "durable/failure.h"

namespace scoreboard::durable {

// Keeps a database to one process: a lock on the file beside it, `<path>.lock`, which also says who holds it,
// so that the one who comes second can be told.
class ProcessLock {
public:
    static Result<ProcessLock> acquire(const std::string& path, const std::string& noun,
                                       Disk& disk = posix_disk());

    // The database at `path` was opened here before, so whatever stands there now is ours, even if damage
    // has made it unrecognisable.
    bool was_ours() const { return was_ours_; }
    void mark_ours(); // durably; before anything is written to a file that is known to be ours

private:
    ProcessLock(Disk& disk, std::string path, std::unique_ptr<FileLock> file, bool was_ours)
        : disk_(&disk), path_(std::move(path)), file_(std::move(file)), was_ours_(was_ours)
    {
    }

    Disk* disk_;
    std::string path_;
    std::unique_ptr<FileLock> file_;
    bool was_ours_ = false;
};

} // namespace scoreboard::durable
