#include "store/rebuild.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <optional>
#include <sqlite3.h>
#include <variant>

#include "durable/process_lock.h"
#include "store/recovery.h"

namespace scoreboard::store {

namespace {

using durable::Disk;
using durable::Failure;
using durable::FailureKind;
using durable::FileKind;
using Done = durable::Result<std::monostate>;

constexpr const char* kNoun = "log";
constexpr int kKeptMax = 3;

// In the order of a rebuild: written, then whole and verified. From that name on it is the log, whatever
// stands beside it.
std::string unfinished(const std::string& path)
{
    return path + ".rebuilding";
}
std::string finished(const std::string& path)
{
    return path + ".rebuilt";
}

Failure failed(const std::error_code& error, const std::string& path)
{
    return durable::explain_errno(error.value(), kNoun, path);
}

SQLite::Database open_database(const std::string& path, int flags, const Disk& disk)
{
    return {path, flags | SQLITE_OPEN_NOMUTEX, 0, disk.vfs()};
}

void copy(const std::string& from, const std::string& to, const Disk& disk)
{
    // Open for writing, though nothing is written: the lock of a log that has no shared memory asks for it.
    SQLite::Database source = open_database(from, SQLite::OPEN_READWRITE, disk);
    sqlite3_db_config(source.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    source.exec("PRAGMA locking_mode=EXCLUSIVE");
    SQLite::Statement vacuum(source, "VACUUM INTO ?");
    vacuum.bind(1, to);
    vacuum.exec();
}

// What the copy lacks; empty: nothing.
std::string complaint_about(const std::string& path, const Acknowledged& acknowledged, const Disk& disk)
{
    SQLite::Database database = open_database(path, SQLite::OPEN_READONLY, disk);
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    if (!check.executeStep() || check.getColumn(0).getString() != "ok") {
        return "its copy is damaged";
    }
    const auto recovered = recover(database);
    if (const auto* damage = std::get_if<Damage>(&recovered)) {
        return damage->what;
    }
    if (const auto* unreadable = std::get_if<Unreadable>(&recovered)) {
        return "it " + unreadable->text;
    }
    const auto& log = std::get<core::RecoveredLog>(recovered);
    return holds(log, acknowledged) ? std::string()
                                    : "rev " + std::to_string(acknowledged.rev) +
                                          ", which was acknowledged, cannot be read any more";
}

std::error_code discard_copy(const std::string& path, Disk& disk)
{
    const std::error_code error = disk.remove(unfinished(path) + "-journal");
    const std::error_code database_error = disk.remove(unfinished(path));
    return error ? error : database_error;
}

Done make_copy(const std::string& path, const Acknowledged& acknowledged, Disk& disk)
try {
    const std::string copied = unfinished(path);
    if (const auto error = discard_copy(path, disk)) {
        return failed(error, path);
    }
    copy(path, copied, disk);
    if (const auto error = disk.sync(copied)) {
        return failed(error, path);
    }
    if (const std::string complaint = complaint_about(copied, acknowledged, disk); !complaint.empty()) {
        return Failure{FailureKind::kDamaged, "log " + path + " cannot be rebuilt: " + complaint};
    }
    const std::string folder = durable::folder_of(path);
    auto error = disk.sync_folder(folder);
    if (!error) {
        error = disk.rename(copied, finished(path)); // the point of no return
    }
    if (!error) {
        error = disk.sync_folder(folder);
    }
    return error ? Done(failed(error, path)) : Done(std::monostate{});
} catch (const SQLite::Exception& exception) {
    return durable::explain(exception, kNoun, path);
}

std::optional<std::string> name_to_keep(const std::string& path, const Disk& disk)
{
    for (int n = 1; n <= kKeptMax; ++n) {
        std::string name = path + ".before-rebuild-" + std::to_string(n);
        if (disk.kind(name) == FileKind::kNothing) {
            return name;
        }
    }
    return std::nullopt;
}

Done put_in_place(const std::string& path, OldFiles old_files, Disk& disk)
{
    const auto kept = old_files == OldFiles::kKept ? name_to_keep(path, disk) : std::nullopt;
    // The new database must never meet the old one's write-ahead log, which goes first, and durably.
    for (const char* suffix : {"-wal", "-journal", ""}) {
        if (disk.kind(path + suffix) == FileKind::kNothing) {
            continue;
        }
        if (const auto error =
                kept ? disk.rename(path + suffix, *kept + suffix) : disk.remove(path + suffix)) {
            return failed(error, path);
        }
    }
    const std::string folder = durable::folder_of(path);
    auto error = disk.sync_folder(folder);
    if (!error) {
        error = disk.rename(finished(path), path);
    }
    if (!error) {
        error = disk.sync_folder(folder);
    }
    return error ? Done(failed(error, path)) : Done(std::monostate{});
}

} // namespace

bool holds(const core::RecoveredLog& log, const Acknowledged& acknowledged)
{
    if (acknowledged.rev == 0 || log.head < acknowledged.rev) {
        return acknowledged.rev == 0;
    }
    const auto entries = log.open_match->entries();
    const match::Rev first = entries.front().rev;
    // Of a match before the open one the chain up to here is proof enough.
    return acknowledged.rev < first || entries[acknowledged.rev - first].chain == acknowledged.chain;
}

Done rebuild(const std::string& path, const Acknowledged& acknowledged, OldFiles old_files, Disk& disk)
{
    const auto lock = durable::ProcessLock::acquire(path, kNoun, disk);
    if (!lock) {
        return lock.error();
    }
    if (disk.kind(finished(path)) == FileKind::kNothing) {
        if (const Done copied = make_copy(path, acknowledged, disk); !copied) {
            discard_copy(path, disk); // half of a copy would only take room on a full disk
            return copied;
        }
    }
    return put_in_place(path, old_files, disk);
}

Done finish_rebuild(const std::string& path, Disk& disk)
{
    if (disk.kind(finished(path)) == FileKind::kNothing) {
        return std::monostate{};
    }
    const auto lock = durable::ProcessLock::acquire(path, kNoun, disk);
    return lock ? put_in_place(path, OldFiles::kKept, disk) : Done(lock.error());
}

} // namespace scoreboard::store
