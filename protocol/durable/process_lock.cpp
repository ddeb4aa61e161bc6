#include "durable/process_lock.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <string_view>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace scoreboard::durable {
namespace {

// The lock file's second line, once a database has been opened behind it.
constexpr std::string_view kOursMark = "opened";

std::string read_all(int file)
{
    std::array<char, 256> buffer{};
    const ssize_t size = ::pread(file, buffer.data(), buffer.size(), 0);
    return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : std::string();
}

void write_holder(int file, bool ours)
{
    // Nothing is decided by this text but whether damage is ours, so a failed write (a full disk) is no
    // error.
    std::string text =
        std::string(program_invocation_short_name) + " (pid " + std::to_string(::getpid()) + ")\n";
    if (ours) {
        text += std::string(kOursMark) + "\n";
    }
    if (::pwrite(file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size())) {
        [[maybe_unused]] const int ignored = ::ftruncate(file, static_cast<off_t>(text.size()));
    }
}

} // namespace

Result<ProcessLock> ProcessLock::acquire(const std::string& path, const std::string& noun)
{
    const std::string lock_path = path + ".lock";
    const int file = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return explain_errno(errno, noun, path);
    }
    const std::string before = read_all(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        ::close(file);
        if (error != EWOULDBLOCK) {
            return explain_errno(error, noun, lock_path);
        }
        const std::string holder = before.substr(0, before.find('\n'));
        return Failure{FailureKind::kInUse, noun + " " + path + " is in use by " +
                                                (holder.empty() ? "another process" : holder) +
                                                "; close that first, or name another " + noun};
    }
    const bool was_ours = before.find("\n" + std::string(kOursMark)) != std::string::npos;
    write_holder(file, was_ours);
    return ProcessLock(file, was_ours);
}

ProcessLock::ProcessLock(ProcessLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), was_ours_(other.was_ours_)
{
}

ProcessLock& ProcessLock::operator=(ProcessLock&& other) noexcept
{
    std::swap(file_, other.file_);
    std::swap(was_ours_, other.was_ours_);
    return *this;
}

ProcessLock::~ProcessLock()
{
    if (file_ >= 0) {
        ::close(file_);
    }
}

std::string lock_holder(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) {
        return {};
    }
    struct flock question {};
    question.l_type = F_WRLCK;
    question.l_whence = SEEK_SET;
    const bool held = ::fcntl(file, F_GETLK, &question) == 0 && question.l_type != F_UNLCK;
    ::close(file);
    if (!held) {
        return {};
    }
    const std::string pid = std::to_string(question.l_pid);
    std::string name = "another program";
    if (std::ifstream comm("/proc/" + pid + "/comm"); comm) {
        std::getline(comm, name);
    }
    return name + " (pid " + pid + ")";
}

void ProcessLock::mark_ours()
{
    was_ours_ = true;
    write_holder(file_, true);
}

} // namespace scoreboard::durable
