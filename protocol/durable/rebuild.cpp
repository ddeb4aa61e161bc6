#include "durable/rebuild.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <optional>
#include <sqlite3.h>

#include "durable/process_lock.h"
#include "sabotage/sabotage.h"

namespace scoreboard::durable {

namespace {

using Done = Result<std::monostate>;

constexpr int kKeptMax = 3;

// In the order of a rebuild: written, then whole and verified. From that name on it is the database, whatever
// stands beside it.
std::string unfinished(const std::string& path)
{
    return path + ".rebuilding";
}
std::string finished(const std::string& path)
{
    return path + ".rebuilt";
}

SQLite::Database open_database(const std::string& path, int flags, const Disk& disk)
{
    return {path, flags | SQLITE_OPEN_NOMUTEX, 0, disk.vfs()};
}

void copy(const std::string& from, const std::string& to, const Disk& disk)
{
    // Open for writing, though nothing is written: the lock of a database without shared memory asks for it.
    SQLite::Database source = open_database(from, SQLite::OPEN_READWRITE, disk);
    sqlite3_db_config(source.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    source.exec("PRAGMA locking_mode=EXCLUSIVE");
    SQLite::Statement vacuum(source, "VACUUM INTO ?");
    vacuum.bind(1, to);
    vacuum.exec();
}

// What is wrong with the copy; empty: nothing.
std::string complaint_about(const std::string& path, const FindLack& find_lack, const Disk& disk)
{
    SQLite::Database database = open_database(path, SQLite::OPEN_READONLY, disk);
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    if (!check.executeStep() || check.getColumn(0).getString() != "ok") {
        return "its copy is damaged";
    }
    return find_lack(database);
}

// One database and what it is called, while it is rebuilt.
class Rebuild {
public:
    Rebuild(const std::string& path, const std::string& noun, Disk& disk)
        : path_(path), noun_(noun), disk_(disk)
    {
    }

    Done make_copy(const FindLack& find_lack);
    std::error_code discard_copy();
    Done put_in_place(OldFiles old_files);

private:
    Failure failed(const std::error_code& error) const { return explain_errno(error.value(), noun_, path_); }
    std::optional<std::string> name_to_keep() const;

    const std::string& path_;
    const std::string& noun_;
    Disk& disk_;
};

std::error_code Rebuild::discard_copy()
{
    const std::error_code error = disk_.remove(unfinished(path_) + "-journal");
    const std::error_code database_error = disk_.remove(unfinished(path_));
    return error ? error : database_error;
}

Done Rebuild::make_copy(const FindLack& find_lack)
try {
    const std::string copied = unfinished(path_);
    if (const auto error = discard_copy()) {
        return failed(error);
    }
    copy(path_, copied, disk_);
    if (const auto error = disk_.sync(copied)) {
        return failed(error);
    }
    if (const std::string complaint = complaint_about(copied, find_lack, disk_); !complaint.empty()) {
        return Failure{FailureKind::kDamaged, noun_ + " " + path_ + " cannot be rebuilt: " + complaint};
    }
    const std::string folder = folder_of(path_);
    auto error = disk_.sync_folder(folder);
    if (!error) {
        error = disk_.rename(copied, finished(path_)); // the point of no return
    }
    if (!error) {
        error = disk_.sync_folder(folder);
    }
    return error ? Done(failed(error)) : Done(std::monostate{});
} catch (const SQLite::Exception& exception) {
    return explain(exception, noun_, path_);
}

std::optional<std::string> Rebuild::name_to_keep() const
{
    for (int n = 1; n <= kKeptMax; ++n) {
        std::string name = path_ + ".before-rebuild-" + std::to_string(n);
        if (disk_.kind(name) == FileKind::kNothing) {
            return name;
        }
    }
    return std::nullopt;
}

Done Rebuild::put_in_place(OldFiles old_files)
{
    const auto kept = old_files == OldFiles::kKept ? name_to_keep() : std::nullopt;
    // The new database must never meet the old one's write-ahead log, which goes first, and durably.
    for (const char* suffix : {"-wal", "-journal", ""}) {
        if (disk_.kind(path_ + suffix) == FileKind::kNothing) {
            continue;
        }
        if (const auto error =
                kept ? disk_.rename(path_ + suffix, *kept + suffix) : disk_.remove(path_ + suffix)) {
            return failed(error);
        }
    }
    const std::string folder = folder_of(path_);
    auto error = disk_.sync_folder(folder);
    if (!error) {
        error = disk_.rename(finished(path_), path_);
    }
    if (!error) {
        error = disk_.sync_folder(folder);
    }
    return error ? Done(failed(error)) : Done(std::monostate{});
}

} // namespace

Done rebuild(const std::string& path, const std::string& noun, const FindLack& find_lack, OldFiles old_files,
             Disk& disk)
{
    if (sabotage_planted(SABOTAGE_NAIVE_RESTART)) {
        return std::monostate{};
    }
    const auto lock = ProcessLock::acquire(path, noun, disk);
    if (!lock) {
        return lock.error();
    }
    Rebuild work(path, noun, disk);
    if (disk.kind(finished(path)) == FileKind::kNothing) {
        if (const Done copied = work.make_copy(find_lack); !copied) {
            work.discard_copy(); // half of a copy would only take room on a full disk
            return copied;
        }
    }
    return work.put_in_place(old_files);
}

Done finish_rebuild(const std::string& path, const std::string& noun, Disk& disk)
{
    if (disk.kind(finished(path)) == FileKind::kNothing) {
        return std::monostate{};
    }
    const auto lock = ProcessLock::acquire(path, noun, disk);
    return lock ? Rebuild(path, noun, disk).put_in_place(OldFiles::kKept) : Done(lock.error());
}

} // namespace scoreboard::durable
