#include "durable/process_lock.h"

#include <string_view>
#include <utility>

namespace scoreboard::durable {
namespace {

// The lock file's second line, once a database has been opened behind it.
constexpr std::string_view kOursMark = "opened";
constexpr std::size_t kTextMax = 256;

void write_holder(FileLock& file, const Disk& disk, bool ours)
{
    // Nothing is decided by this text but whether damage is ours.
    std::string text = disk.this_process() + "\n";
    if (ours) {
        text += std::string(kOursMark) + "\n";
    }
    file.write(text);
}

} // namespace

Result<ProcessLock> ProcessLock::acquire(const std::string& path, const std::string& noun, Disk& disk)
{
    const std::string lock_path = path + ".lock";
    auto file = disk.lock(lock_path);
    if (!file && file.error() != std::errc::operation_would_block) {
        return explain_errno(file.error().value(), noun, path);
    }
    const auto before = disk.read(lock_path, kTextMax);
    if (!before) {
        return explain_errno(before.error().value(), noun, lock_path);
    }
    if (!file) {
        const std::string holder = before->substr(0, before->find('\n'));
        return Failure{FailureKind::kInUse, noun + " " + path + " is in use by " +
                                                (holder.empty() ? "another process" : holder) +
                                                "; close that first, or name another " + noun};
    }
    const bool was_ours = before->find("\n" + std::string(kOursMark)) != std::string::npos;
    write_holder(**file, disk, was_ours);
    if (was_ours) {
        // Else a power cut while the database is written could take the mark along.
        if (const std::error_code error = disk.sync(lock_path)) {
            return explain_errno(error.value(), noun, lock_path);
        }
    }
    return ProcessLock(disk, lock_path, std::move(*file), was_ours);
}

void ProcessLock::mark_ours()
{
    if (std::exchange(was_ours_, true)) {
        return;
    }
    // A power cut that garbles the database's beginning must not make it look like somebody else's.
    write_holder(*file_, *disk_, true);
    disk_->sync(path_);
    disk_->sync_folder(folder_of(path_));
}

} // namespace scoreboard::durable
