#include "durable/database.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <sqlite3.h>
#include <string_view>

#include "durable/set_aside.h"
#include "sabotage/sabotage.h"

namespace scoreboard::durable {
namespace {

constexpr std::size_t kPageSize = 4096;
constexpr std::size_t kWalHeaderSize = 32;
constexpr std::size_t kWalFrameSize = kPageSize + 24; // a page and its header
constexpr std::size_t kWalMax = 1024 * 1024;          // then it is moved into the database
constexpr std::size_t kWalFileMax = 64 * kWalMax;     // more than it can ever have grown to
constexpr int kSynchronousFull = 2;

// What stands at a path, judged from outside, so that nothing of somebody else's is ever touched.
enum class Found { kNothing, kOurs, kUnfinished, kEmpty, kOtherDatabase, kNoDatabase, kFolder };

bool has_bytes(const Disk& disk, const std::string& path)
{
    const auto byte = disk.read(path, 1);
    return byte && !byte->empty();
}

boost::system::result<Found, std::error_code> look_at(const Disk& disk, const std::string& path,
                                                      std::uint32_t application_id)
{
    if (disk.kind(path) == FileKind::kFolder) {
        return Found::kFolder;
    }
    if (disk.kind(path) == FileKind::kNothing) {
        return has_bytes(disk, path + "-wal") ? Found::kEmpty : Found::kNothing;
    }
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    constexpr std::size_t kApplicationIdOffset = 68;
    constexpr std::size_t kHeaderSize = 100;
    const auto header = disk.read(path, kHeaderSize);
    if (!header) {
        return header.error(); // not damage: it may be read the next time
    }
    if (header->empty()) {
        return Found::kEmpty;
    }
    if (disk.kind(path + "-journal") != FileKind::kNothing) {
        // A creation was cut short: SQLite takes it back first, then the id is looked at.
        return Found::kUnfinished;
    }
    if (header->size() < kHeaderSize || !header->starts_with(kMagic)) {
        return Found::kNoDatabase;
    }
    std::uint32_t id = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        id = id << 8 | static_cast<std::uint8_t>((*header)[kApplicationIdOffset + i]);
    }
    return id == application_id ? Found::kOurs : Found::kOtherDatabase;
}

Failure not_ours(const std::string& path, const std::string& noun)
{
    return {FailureKind::kNotOurs,
            path + " is not a " + noun + " of Scorewire; it was left as it is: name another file"};
}

std::string uri_of(const std::string& path)
{
    std::string uri = "file:";
    for (const char c : path) {
        switch (c) {
        case '%':
            uri += "%25";
            break;
        case '?':
            uri += "%3f";
            break;
        case '#':
            uri += "%23";
            break;
        default:
            uri += c;
        }
    }
    return uri + (sabotage_planted(SABOTAGE_POWERSAFE_OVERWRITE) ? "" : "?psow=0");
}

void pragma(SQLite::Database& database, const std::string& text)
{
    SQLite::Statement statement(database, "PRAGMA " + text);
    while (statement.executeStep()) {
    }
}

std::string ask(SQLite::Database& database, const std::string& text)
{
    SQLite::Statement statement(database, "PRAGMA " + text);
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

// The first complaint of SQLite about the file's structure; empty if it is sound. Throws if it cannot be
// read.
std::string complaint(SQLite::Database& database)
{
    // Not quick_check, which does not compare the indexes with their tables: a disk that has not written what
    // it said can leave one of them older.
    const std::string answer = ask(database, "integrity_check(1)");
    // A page that cannot be read is no damage: the file may be whole, and is not to be set aside for it.
    constexpr std::string_view kNoPage = "unable to get the page. error code=";
    if (const std::size_t at = answer.find(kNoPage); at != std::string::npos) {
        const int code = std::atoi(answer.c_str() + at + kNoPage.size());
        if ((code & 0xff) == SQLITE_IOERR) {
            throw SQLite::Exception("a page cannot be read", code);
        }
    }
    return answer == "ok" ? std::string() : answer;
}

// SQLite's magic number, in either byte order of its checksums (sqlite.org/fileformat2.html, 4.1).
bool begins_as_write_ahead_log(Disk& disk, const std::string& path)
{
    const auto bytes = disk.read(path, kWalFileMax);
    return bytes && (bytes->starts_with("\x37\x7f\x06\x82") || bytes->starts_with("\x37\x7f\x06\x83"));
}

// Makes of the write-ahead log a file whose syncs have succeeded. After a failed sync the system goes on
// showing what was written, and calls it clean: moving that into the database would be cut short by the next
// power cut with nothing left to go on from.
std::error_code write_anew(Disk& disk, const std::string& path)
{
    if (!has_bytes(disk, path) || sabotage_planted(SABOTAGE_NAIVE_RESTART)) {
        return {};
    }
    const auto bytes = disk.read(path, kWalFileMax);
    if (!bytes) {
        return bytes.error();
    }
    const std::string copy = path + ".new";
    std::error_code error = disk.write(copy, *bytes);
    if (!error) {
        error = disk.rename(copy, path);
    }
    return error ? error : disk.sync_folder(folder_of(path));
}

void move_log_on_close(SQLite::Database& database, bool move)
{
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, move ? 0 : 1, nullptr);
}

int on_wal(void* pages, sqlite3*, const char*, int count)
{
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

} // namespace

Database::Database(const std::string& path, const std::string& vfs)
    : path_(path),
      sqlite_(uri_of(path),
              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI | SQLITE_OPEN_NOMUTEX, 0, vfs)
{
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, const Options& options, Disk& disk)
{
    assert(options.application_id != 0);
    const auto looked = look_at(disk, path, options.application_id);
    if (!looked) {
        return explain_errno(looked.error().value(), options.noun, path);
    }
    const Found found = *looked;
    if (found == Found::kFolder) {
        return explain_errno(EISDIR, options.noun, path);
    }
    const bool never_locked = disk.kind(path + ".lock") == FileKind::kNothing;
    if (found == Found::kOtherDatabase || (found == Found::kNoDatabase && never_locked)) {
        return not_ours(path, options.noun);
    }
    Result<ProcessLock> acquired = ProcessLock::acquire(path, options.noun, disk);
    if (!acquired) {
        return acquired.error();
    }
    ProcessLock lock = std::move(*acquired);
    std::string damage;
    if (found == Found::kOurs) {
        lock.mark_ours();
    } else if (found == Found::kNoDatabase) {
        // The word of the lock can be lost to a second power cut, while the lock was taken.
        if (!lock.was_ours() && !begins_as_write_ahead_log(disk, path + "-wal")) {
            return not_ours(path, options.noun);
        }
        // Its first page may have been cut while it was moved in from the write-ahead log, which has it
        // still.
        if (!has_bytes(disk, path + "-wal")) {
            damage = "its beginning is gone";
        }
    } else if (found == Found::kEmpty && lock.was_ours()) {
        damage = "it is empty, though it was not";
    }
    if (damage.empty()) {
        Result<std::unique_ptr<Database>> opened = open_once(lock, path, options, disk);
        if (opened || opened.error().kind != FailureKind::kDamaged) {
            return opened;
        }
        damage = opened.error().text;
    }
    const Result<std::string> aside = set_aside(path, options.noun, disk);
    if (!aside) {
        return aside.error();
    }
    Result<std::unique_ptr<Database>> anew = open_once(lock, path, options, disk);
    if (anew) {
        (*anew)->notice_ = options.noun + " " + path + " was damaged: " + damage + "; it was kept as " +
                           *aside + " and a new one begun" + (options.if_damaged.empty() ? "" : "; ") +
                           options.if_damaged;
    }
    return anew;
}

// `lock` is given away only if the database was opened, so that a second try still holds it.
Result<std::unique_ptr<Database>> Database::open_once(ProcessLock& lock, const std::string& path,
                                                      const Options& options, Disk& disk)
try {
    if (const std::error_code error = write_anew(disk, path + "-wal")) {
        return explain_errno(error.value(), options.noun, path);
    }
    std::unique_ptr<Database> database(new Database(path, disk.vfs()));
    SQLite::Database& sqlite = database->sqlite_;
    // What cannot be opened is closed as it is: SQLite would take a write-ahead log that it could not read
    // for an empty one, and remove it.
    move_log_on_close(sqlite, false);
    pragma(sqlite, "locking_mode=EXCLUSIVE"); // before WAL: the index of the WAL then needs no shared memory
    pragma(sqlite, sabotage_planted(SABOTAGE_SYNC_NORMAL) ? "synchronous=NORMAL" : "synchronous=FULL");
    pragma(sqlite, "trusted_schema=OFF");
    pragma(sqlite, "cell_size_check=ON");
    if (ask(sqlite, "page_count") == "0") {
        database->create(options);
    }
    const std::string id = std::to_string(static_cast<std::int32_t>(options.application_id));
    if (ask(sqlite, "application_id") != id) {
        return not_ours(path, options.noun);
    }
    const std::string version = ask(sqlite, "user_version");
    if (version != std::to_string(options.schema_version)) {
        return Failure{FailureKind::kTooNew, options.noun + " " + path + " has format " + version +
                                                 ", this program knows format " +
                                                 std::to_string(options.schema_version) +
                                                 "; use the version of Scorewire that wrote it"};
    }
    database->configure();
    if (const std::string damage = complaint(sqlite); !damage.empty()) {
        return Failure{FailureKind::kDamaged, damage};
    }
    if (const std::string damage = options.inspect ? options.inspect(sqlite) : ""; !damage.empty()) {
        return Failure{FailureKind::kDamaged, damage};
    }
    // A rollback journal that came back after a power cut would take the database back to before it, and a
    // write-ahead log without a name would be gone: SQLite syncs the folder only for a file that it has made.
    if (const std::error_code error = disk.sync_folder(folder_of(path))) {
        return explain_errno(error.value(), options.noun, path);
    }
    move_log_on_close(sqlite, true);
    lock.mark_ours();
    database->lock_ = std::move(lock);
    return database;
} catch (const SQLite::Exception& error) {
    Failure failure = explain(error, options.noun, path);
    if (failure.kind == FailureKind::kDamaged) {
        failure.text = error.what(); // open() makes it part of its notice
    }
    if (failure.kind == FailureKind::kInUse) {
        if (const std::string holder = disk.database_user(path); !holder.empty()) {
            failure.text = options.noun + " " + path + " is in use by " + holder + "; close that first";
        }
    }
    return failure;
}

// One transaction: a creation that is cut short leaves nothing.
void Database::create(const Options& options)
{
    pragma(sqlite_, "page_size=" + std::to_string(kPageSize));
    SQLite::Transaction transaction(sqlite_);
    pragma(sqlite_, "application_id=" + std::to_string(static_cast<std::int32_t>(options.application_id)));
    pragma(sqlite_, "user_version=" + std::to_string(options.schema_version));
    sqlite_.exec(options.schema);
    transaction.commit();
    created_ = true;
}

void Database::configure()
{
    pragma(sqlite_, "mmap_size=0");
    pragma(sqlite_, "temp_store=MEMORY");
    pragma(sqlite_, "journal_mode=WAL");
    pragma(sqlite_, "wal_autocheckpoint=0");
    pragma(sqlite_, "journal_size_limit=" + std::to_string(kWalMax));
    // What recovery read from the write-ahead log goes into the database before anything is added to it:
    // after a torn write only this was seen to lose nothing.
    pragma(sqlite_, "wal_checkpoint(TRUNCATE)");

    int power_safe_overwrite = -1;
    sqlite3_file_control(sqlite_.getHandle(), nullptr, SQLITE_FCNTL_POWERSAFE_OVERWRITE,
                         &power_safe_overwrite);
    const bool as_asked =
        ask(sqlite_, "locking_mode") == "exclusive" && ask(sqlite_, "journal_mode") == "wal" &&
        ask(sqlite_, "synchronous") == std::to_string(kSynchronousFull) && power_safe_overwrite == 0;
    if (!as_asked && !sabotage_planted(SABOTAGE_SYNC_NORMAL) &&
        !sabotage_planted(SABOTAGE_POWERSAFE_OVERWRITE)) {
        throw SQLite::Exception("this file system or build of SQLite does not allow durable commits");
    }
    sqlite3_wal_hook(sqlite_.getHandle(), on_wal, &wal_pages_);
}

std::size_t Database::wal_bytes() const
{
    return static_cast<std::size_t>(wal_pages_) * kWalFrameSize;
}

void Database::cut_off_failed_commit()
{
    sqlite3_file* wal = nullptr;
    sqlite3_file_control(sqlite_.getHandle(), nullptr, SQLITE_FCNTL_JOURNAL_POINTER, &wal);
    const std::size_t whole = wal_pages_ == 0 ? 0 : kWalHeaderSize + wal_bytes();
    int error = wal == nullptr || wal->pMethods == nullptr
                    ? SQLITE_IOERR_TRUNCATE
                    : wal->pMethods->xTruncate(wal, static_cast<sqlite3_int64>(whole));
    if (error == SQLITE_OK) {
        error = wal->pMethods->xSync(wal, SQLITE_SYNC_NORMAL);
    }
    if (error != SQLITE_OK) {
        throw SQLite::Exception("the end of the write-ahead log cannot be cut off", error);
    }
}

void Database::distrust()
{
    move_log_on_close(sqlite_, sabotage_planted(SABOTAGE_NAIVE_RESTART));
}

void Database::checkpoint()
{
    pragma(sqlite_, "wal_checkpoint(RESTART)");
    wal_pages_ = 0;
}

void Database::checkpoint_if_large()
{
    if (wal_bytes() >= kWalMax) {
        checkpoint();
    }
}

} // namespace scoreboard::durable
