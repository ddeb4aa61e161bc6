#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

namespace scoreboard::durable {

enum class FileKind : std::uint8_t { kNothing, kFile, kFolder };

// A file that no other process can lock until this is destroyed, or the process has ended.
class FileLock {
public:
    virtual ~FileLock() = default;
    // Replaces the file's text; not durable, and a full disk is no error.
    virtual void write(std::string_view text) = 0;
};

// A file that is written in place, bytes over bytes.
class PatchedFile {
public:
    virtual ~PatchedFile() = default;
    virtual std::error_code write(std::uint64_t offset, std::string_view bytes) = 0;
    virtual std::error_code sync() = 0; // what was written is durable on return
};

// The file system that a database stands on: what it needs of one beside SQLite, and which SQLite goes with
// it. Changes in a folder (a new file, another name) are durable once sync_folder() has returned. Errors are
// those of the system calls.
class Disk {
public:
    virtual ~Disk() = default;

    // The name of the SQLite VFS whose files these are; empty: SQLite's own.
    virtual std::string vfs() const = 0;

    virtual FileKind kind(const std::string& path) const = 0;
    // The beginning of a file, at most `max` bytes.
    virtual boost::system::result<std::string, std::error_code> read(const std::string& path,
                                                                     std::size_t max) const = 0;
    // A new text in a file, made if it is missing; the text is durable on return, the file's name is not.
    virtual std::error_code write(const std::string& path, std::string_view text) = 0;
    // What was written to a file by other means is durable on return.
    virtual std::error_code sync(const std::string& path) = 0;
    // For a file that is there.
    virtual boost::system::result<std::unique_ptr<PatchedFile>, std::error_code>
    open_to_patch(const std::string& path) = 0;
    virtual std::error_code remove(const std::string& path) = 0; // one that is missing is no error
    virtual std::error_code rename(const std::string& from, const std::string& to) = 0;
    virtual std::error_code sync_folder(const std::string& folder) = 0;
    virtual std::error_code make_folders(const std::string& folder) = 0;
    // A file that really takes `bytes` of the disk's room; not durable.
    virtual std::error_code allocate(const std::string& path, std::uint64_t bytes) = 0;
    virtual std::uint64_t free_bytes(const std::string& folder) const = 0; // 0 if it cannot be told

    // Makes the file if it is missing. Held by another process: operation_would_block.
    virtual boost::system::result<std::unique_ptr<FileLock>, std::error_code>
    lock(const std::string& path) = 0;
    // Who we are to another process that finds the file locked, as "scoreboard-daemon (pid 812)".
    virtual std::string this_process() const = 0;
    // Which process has the SQLite database open, as "sqlite3 (pid 812)"; empty if none does. Must not be
    // asked while this process has the file open: closing it would let go of its own locks.
    virtual std::string database_user(const std::string& path) const = 0;
};

// The machine's own.
Disk& posix_disk();

// The folder of a file, "." for one without.
std::string folder_of(const std::string& path);

} // namespace scoreboard::durable
