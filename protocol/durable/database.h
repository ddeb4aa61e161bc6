#pragma once

#include <SQLiteCpp/Database.h>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "durable/disk.h"
#include "durable/failure.h"
#include "durable/process_lock.h"

namespace scoreboard::durable {

struct Options {
    std::string noun{};               // what a person calls the file: "journal", "log"
    std::uint32_t application_id = 0; // tells our files from others'; never 0
    std::int32_t schema_version = 1;
    std::string schema{};     // SQL: the tables of a new file, and the rows that every file has
    std::string if_damaged{}; // what being begun anew means, for the notice: "taps not yet sent are in it"
    // What is wrong with the rows of a sound file, empty if nothing: a complaint is damage like any other.
    std::function<std::string(SQLite::Database&)> inspect{};
};

// The one SQLite connection of a board's log or of a tablet's journal, with settings under which COMMIT means
// that it survives a power cut: write-ahead log, synchronous FULL, and sectors that are never trusted to be
// written whole (psow=0). Owned and used by one thread.
class Database {
public:
    // Opens or creates. A damaged file is set aside, never overwritten, and a new one is begun; notice() then
    // says so. A file of somebody else, of a newer version or in use is left alone, and is a Failure.
    static Result<std::unique_ptr<Database>> open(const std::string& path, const Options& options,
                                                  Disk& disk = posix_disk());

    // For prepared statements and transactions; throws SQLite::Exception, see explain().
    SQLite::Database& sqlite() { return sqlite_; }
    const std::string& path() const { return path_; }
    bool created() const { return created_; }
    const std::string& notice() const { return notice_; } // empty, or a sentence for a person

    // Moves the write-ahead log into the database. The file keeps its size: one that has to grow again was
    // seen to cost half a sync more at each commit.
    void checkpoint();
    void checkpoint_if_large();
    std::size_t wal_bytes() const;
    // Cuts off the write-ahead log what a COMMIT that failed has left behind its last transaction: all but
    // the padding of its last page may be there, and would be read as a whole transaction by the next
    // program. Throws like a write.
    void cut_off_failed_commit();
    // After a failed write: closing leaves the files as they are, so that a write-ahead log whose fate is
    // unknown is not moved. For rebuild().
    void distrust();

private:
    Database(const std::string& path, const std::string& vfs);

    static Result<std::unique_ptr<Database>> open_once(ProcessLock& lock, const std::string& path,
                                                       const Options& options, Disk& disk);
    void create(const Options& options);
    void configure();

    std::optional<ProcessLock> lock_; // declared first: let go of after the connection is closed
    std::string path_;
    SQLite::Database sqlite_;
    bool created_ = false;
    std::string notice_;
    int wal_pages_ = 0; // since the last checkpoint
};

} // namespace scoreboard::durable
