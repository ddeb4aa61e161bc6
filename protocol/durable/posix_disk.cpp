#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "durable/disk.h"

namespace scoreboard::durable {
namespace {

namespace fs = std::filesystem;

std::error_code error_of(int number)
{
    return {number, std::generic_category()};
}

// An open file descriptor; negative: it could not be opened, and errno says why.
class File {
public:
    File(const std::string& path, int flags, mode_t mode = 0) : number_(::open(path.c_str(), flags, mode)) {}
    ~File()
    {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    int number() const { return number_; }

private:
    int number_;
};

// An flock: the kernel lets go of it when the process ends, however it ends.
class PosixLock final : public FileLock {
public:
    explicit PosixLock(const std::string& path) : file_(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) {}

    int number() const { return file_.number(); }

    void write(std::string_view text) override
    {
        // Not truncated first: on a full disk the old text stays.
        if (::pwrite(number(), text.data(), text.size(), 0) == static_cast<ssize_t>(text.size())) {
            [[maybe_unused]] const int ignored = ::ftruncate(number(), static_cast<off_t>(text.size()));
        }
    }

private:
    File file_;
};

class PosixPatchedFile final : public PatchedFile {
public:
    explicit PosixPatchedFile(const std::string& path) : file_(path, O_RDWR | O_CLOEXEC) {}

    int number() const { return file_.number(); }

    std::error_code write(std::uint64_t offset, std::string_view bytes) override
    {
        errno = 0;
        const auto size = ::pwrite(number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (size == static_cast<ssize_t>(bytes.size())) {
            return {};
        }
        return error_of(errno != 0 ? errno : ENOSPC);
    }

    std::error_code sync() override { return error_of(::fdatasync(number()) != 0 ? errno : 0); }

private:
    File file_;
};

class PosixDisk final : public Disk {
public:
    std::string vfs() const override { return {}; }

    FileKind kind(const std::string& path) const override
    {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status)) {
            return FileKind::kNothing;
        }
        return fs::is_directory(status) ? FileKind::kFolder : FileKind::kFile;
    }

    boost::system::result<std::string, std::error_code> read(const std::string& path,
                                                             std::size_t max) const override
    {
        const File file(path, O_RDONLY | O_CLOEXEC);
        struct stat status {};
        if (file.number() < 0 || ::fstat(file.number(), &status) != 0) {
            return error_of(errno);
        }
        std::string text(std::min(max, static_cast<std::size_t>(status.st_size)), '\0');
        const ssize_t size = ::pread(file.number(), text.data(), text.size(), 0);
        if (size < 0) {
            return error_of(errno);
        }
        text.resize(static_cast<std::size_t>(size));
        return text;
    }

    std::error_code write(const std::string& path, std::string_view text) override
    {
        const File file(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (file.number() < 0) {
            return error_of(errno);
        }
        errno = 0;
        if (::write(file.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
            return error_of(errno != 0 ? errno : ENOSPC);
        }
        return error_of(::fsync(file.number()) != 0 ? errno : 0);
    }

    std::error_code sync(const std::string& path) override
    {
        const File file(path, O_RDONLY | O_CLOEXEC);
        if (file.number() < 0) {
            return error_of(errno);
        }
        return error_of(::fsync(file.number()) != 0 ? errno : 0);
    }

    boost::system::result<std::unique_ptr<PatchedFile>, std::error_code>
    open_to_patch(const std::string& path) override
    {
        auto file = std::make_unique<PosixPatchedFile>(path);
        if (file->number() < 0) {
            return error_of(errno);
        }
        return std::unique_ptr<PatchedFile>(std::move(file));
    }

    std::error_code remove(const std::string& path) override
    {
        return error_of(::unlink(path.c_str()) != 0 && errno != ENOENT ? errno : 0);
    }

    std::error_code rename(const std::string& from, const std::string& to) override
    {
        return error_of(::rename(from.c_str(), to.c_str()) != 0 ? errno : 0);
    }

    std::error_code sync_folder(const std::string& folder) override
    {
        const File file(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (file.number() < 0) {
            return error_of(errno);
        }
        return error_of(::fsync(file.number()) != 0 ? errno : 0);
    }

    std::error_code make_folders(const std::string& folder) override
    {
        std::error_code error;
        fs::create_directories(folder, error);
        return error;
    }

    std::error_code allocate(const std::string& path, std::uint64_t bytes) override
    {
        const File file(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        if (file.number() < 0) {
            return error_of(errno);
        }
        return error_of(::posix_fallocate(file.number(), 0, static_cast<off_t>(bytes)));
    }

    std::uint64_t free_bytes(const std::string& folder) const override
    {
        std::error_code error;
        const fs::space_info space = fs::space(folder, error);
        return error ? 0 : space.available;
    }

    boost::system::result<std::unique_ptr<FileLock>, std::error_code> lock(const std::string& path) override
    {
        auto lock = std::make_unique<PosixLock>(path);
        if (lock->number() < 0 || ::flock(lock->number(), LOCK_EX | LOCK_NB) != 0) {
            return error_of(errno);
        }
        return std::unique_ptr<FileLock>(std::move(lock));
    }

    std::string this_process() const override
    {
        return std::string(program_invocation_short_name) + " (pid " + std::to_string(::getpid()) + ")";
    }

    std::string database_user(const std::string& path) const override
    {
        const File file(path, O_RDWR | O_CLOEXEC);
        struct flock question {};
        question.l_type = F_WRLCK;
        question.l_whence = SEEK_SET;
        if (file.number() < 0 || ::fcntl(file.number(), F_GETLK, &question) != 0 ||
            question.l_type == F_UNLCK) {
            return {};
        }
        const std::string pid = std::to_string(question.l_pid);
        std::string name = "another program";
        if (std::ifstream comm("/proc/" + pid + "/comm"); comm) {
            std::getline(comm, name);
        }
        return name + " (pid " + pid + ")";
    }
};

} // namespace

Disk& posix_disk()
{
    static PosixDisk disk;
    return disk;
}

std::string folder_of(const std::string& path)
{
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

} // namespace scoreboard::durable
