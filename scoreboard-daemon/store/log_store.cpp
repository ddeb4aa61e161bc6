#include "store/log_store.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <cassert>
#include <malloc.h>
#include <sqlite3.h>
#include <system_error>
#include <utility>
#include <variant>

#include "durable/database.h"
#include "durable/set_aside.h"
#include "sabotage/sabotage.h"
#include "store/ballast.h"
#include "store/board_id_file.h"
#include "store/columns.h"
#include "store/log_schema.h"
#include "store/rebuild.h"
#include "store/recovery.h"
#include "wire/wire.h"

namespace scoreboard::store {

namespace {

constexpr const char* kInsert = "INSERT INTO entry (rev, writer, seq, body, body_hash, decision, received,"
                                " board_boot, wall_ms, state_digest, chain) VALUES (?,?,?,?,?,?,?,?,?,?,?)";

template <std::size_t Size>
void put_meta(SQLite::Database& database, const char* key, const std::array<std::uint8_t, Size>& value)
{
    SQLite::Statement put(database, "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
    put.bind(1, key);
    bind_blob(put, 2, value);
    put.exec();
}

void put_meta(SQLite::Database& database, const char* key, const std::string& value)
{
    SQLite::Statement put(database, "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
    put.bind(1, key);
    put.bind(2, value);
    put.exec();
}

std::string text_meta(SQLite::Database& database, const char* key)
{
    SQLite::Statement get(database, "SELECT value FROM meta WHERE key = ?");
    get.bind(1, key);
    return get.executeStep() ? get.getColumn(0).getString() : std::string();
}

bool id_meta(SQLite::Database& database, const char* key, std::array<std::uint8_t, 16>& value)
{
    SQLite::Statement get(database, "SELECT value FROM meta WHERE key = ?");
    get.bind(1, key);
    return get.executeStep() && read_blob(get.getColumn(0), value);
}

match::Rev number_meta(SQLite::Database& database, const char* key)
{
    SQLite::Statement get(database, "SELECT value FROM meta WHERE key = ?");
    get.bind(1, key);
    return get.executeStep() ? get.getColumn(0).getUInt() : 0;
}

// Only for the planted bug that writes what was decided after what was asked.
void add_decisions(SQLite::Database& database, std::span<const match::Entry> entries)
{
    SQLite::Transaction transaction(database);
    SQLite::Statement add(database, "UPDATE entry SET decision = ? WHERE rev = ?");
    for (const match::Entry& entry : entries) {
        const std::string decision = wire::encode_decision(entry);
        add.bindNoCopy(1, decision.data(), static_cast<int>(decision.size()));
        add.bind(2, entry.rev);
        add.exec();
        add.reset();
    }
    transaction.commit();
}

match::Seq newest_seq(SQLite::Database& database, const match::WriterId& writer)
{
    SQLite::Statement get(database, "SELECT max(seq) FROM entry WHERE writer = ?");
    bind_blob(get, 1, writer.bytes);
    return get.executeStep() ? static_cast<match::Seq>(get.getColumn(0).getInt64()) : 0;
}

} // namespace

struct LogStore::Impl {
    StoreOptions options;
    std::string path;
    std::unique_ptr<durable::Database> database;
    std::optional<SQLite::Statement> insert; // after `database`: a statement goes before its connection
    core::RecoveredLog recovered;
    std::vector<std::string> notices;
    match::LogId log;
    Acknowledged head;
    match::BoardId board;
    std::unique_ptr<Ballast> ballast;
    std::string unreadable; // why the log may not be touched
    std::string fault;      // after a failed write: why nothing may be committed until the rebuild
    bool disk_full = false; // that was it

    std::string read();
    durable::Result<std::monostate> open_and_read();
    std::string fail(const SQLite::Exception& exception);
    durable::Result<std::monostate> rebuild();
    void add_parent(const match::LogId& parent, const Acknowledged& last, const std::string& why);
    match::LogId
    rename(const std::string& why); // within a transaction; `log` is another once that is committed
    void insert_all(std::span<const match::Entry> entries);
};

// Empty: the log is read into `recovered`. Else what is damaged, or (in `unreadable`) why it may not be
// touched.
std::string LogStore::Impl::read()
{
    SQLite::Database& sqlite = database->sqlite();
    auto result = recover(sqlite);
    if (const auto* damage = std::get_if<Damage>(&result)) {
        return damage->what;
    }
    if (auto* other = std::get_if<Unreadable>(&result)) {
        unreadable = std::move(other->text);
        return {};
    }
    recovered = std::move(std::get<core::RecoveredLog>(result));
    if (!id_meta(sqlite, "log_id", recovered.log.bytes)) {
        if (recovered.head != 0) {
            return "its name is missing";
        }
        recovered.log.bytes = options.random_id(); // A new file, perhaps one whose creation was cut short.
        put_meta(sqlite, "log_id", recovered.log.bytes);
    }
    log = recovered.log;
    head = {recovered.head, recovered.head_chain};
    const std::string known_hardware = text_meta(sqlite, "hardware_id");
    if (!options.hardware_id.empty() && known_hardware != options.hardware_id) {
        // One transaction: a card that was copied must not go on under its old name where the copy does, nor
        // take another name at each start that is cut short.
        SQLite::Transaction transaction(sqlite);
        put_meta(sqlite, "hardware_id", options.hardware_id);
        const match::LogId renamed =
            known_hardware.empty() ? log : rename("the log was moved to other hardware");
        transaction.commit();
        if (renamed != log) {
            notices.push_back("log " + path +
                              " was written on other hardware; it goes on under a new log id");
        }
        log = renamed;
    }
    recovered.log = log;
    recovered.filled_up_to = number_meta(sqlite, "filled_up_to");
    recovered.brought_up_to = number_meta(sqlite, "brought_up_to");
    recovered.board_seq = newest_seq(sqlite, match::writer_of(log));
    return {};
}

// Nothing may be committed until the rebuild.
std::string LogStore::Impl::fail(const SQLite::Exception& exception)
{
    durable::Failure failure = durable::explain(exception, "log", path);
    disk_full = failure.kind == durable::FailureKind::kNoSpace;
    fault = std::move(failure.text);
    database->distrust();
    return fault;
}

durable::Result<std::monostate> LogStore::Impl::rebuild()
try {
    const Acknowledged acknowledged = head;
    insert.reset();
    database.reset();
    if (disk_full) {
        ballast->give_up();
    }
    const auto old_files = disk_full ? durable::OldFiles::kRemoved : durable::OldFiles::kKept;
    const auto rebuilt = store::rebuild(path, acknowledged, old_files, *options.disk);
    if (!rebuilt) {
        return rebuilt;
    }
    const auto opened = open_and_read();
    if (opened && !holds(recovered, acknowledged)) {
        return durable::Failure{durable::FailureKind::kDamaged,
                                "log " + path + " was damaged again while it was rebuilt; replace the disk"};
    }
    return opened;
} catch (const SQLite::Exception& exception) {
    return durable::explain(exception, "log", path);
}

void LogStore::Impl::add_parent(const match::LogId& parent, const Acknowledged& last, const std::string& why)
{
    SQLite::Statement add(database->sqlite(),
                          "INSERT INTO lineage (log_id, last_rev, last_chain, reason) VALUES (?, ?, ?, ?)");
    bind_blob(add, 1, parent.bytes);
    add.bind(2, last.rev);
    bind_blob(add, 3, last.chain);
    add.bind(4, why);
    add.exec();
}

match::LogId LogStore::Impl::rename(const std::string& why)
{
    match::LogId renamed;
    renamed.bytes = options.random_id();
    add_parent(log, head, why);
    put_meta(database->sqlite(), "log_id", renamed.bytes);
    return renamed;
}

void LogStore::Impl::insert_all(std::span<const match::Entry> entries)
{
    for (const match::Entry& entry : entries) {
        const std::string decision =
            sabotage_planted(SABOTAGE_SPLIT_TRANSACTION) ? std::string() : wire::encode_decision(entry);
        insert->bind(1, entry.rev);
        bind_blob(*insert, 2, entry.id().writer.bytes);
        insert->bind(3, static_cast<std::int64_t>(entry.id().seq));
        insert->bindNoCopy(4, entry.sealed.bytes.data(), static_cast<int>(entry.sealed.bytes.size()));
        bind_blob(*insert, 5, entry.sealed.hash);
        insert->bindNoCopy(6, decision.data(), static_cast<int>(decision.size()));
        insert->bind(7, static_cast<std::int64_t>(entry.received.time_since_epoch().count()));
        bind_blob(*insert, 8, entry.board_boot.bytes);
        insert->bind(9, entry.wall_ms);
        insert->bind(10, entry.state_digest);
        bind_blob(*insert, 11, entry.chain);
        insert->exec();
        insert->reset();
    }
}

durable::Result<std::monostate> LogStore::Impl::open_and_read()
{
    if (const auto finished = durable::finish_rebuild(path, "log", *options.disk); !finished) {
        return finished;
    }
    auto opened = durable::Database::open(path, log_schema(), *options.disk);
    if (!opened) {
        return opened.error();
    }
    database = std::move(*opened);
    if (!database->notice().empty()) {
        notices.push_back(database->notice());
    }
    std::string damage = read();
    if (!damage.empty()) {
        database.reset();
        const auto aside = durable::set_aside(path, "log", *options.disk);
        if (!aside) {
            return aside.error();
        }
        notices.push_back("log " + path + " was damaged: " + damage + "; it was kept as " + *aside +
                          " and a new one begun; " + log_schema().if_damaged);
        opened = durable::Database::open(path, log_schema(), *options.disk);
        if (!opened) {
            return opened.error();
        }
        database = std::move(*opened);
        damage = read();
        assert(damage.empty() && "a new file is sound");
    }
    if (!unreadable.empty()) {
        return durable::Failure{durable::FailureKind::kTooNew,
                                "log " + path + " " + unreadable +
                                    ", or name another data folder to begin a new match"};
    }
    recovered.board = board;
    insert.emplace(database->sqlite(), kInsert);
    // Recovery read the whole file, commits read next to nothing: the pages kept for it are given back.
    sqlite3_db_release_memory(database->sqlite().getHandle());
    ::malloc_trim(0);
    return std::monostate{};
}

durable::Result<std::unique_ptr<LogStore>> LogStore::open(StoreOptions options)
{
    auto impl = std::make_unique<Impl>();
    impl->options = std::move(options);
    impl->path = (impl->options.folder / "log.sqlite").string();
    durable::Disk& disk = *impl->options.disk;
    if (const auto error = disk.make_folders(impl->options.folder.string())) {
        return durable::explain_errno(error.value(), "folder", impl->options.folder.string());
    }
    impl->ballast = std::make_unique<Ballast>((impl->options.folder / "ballast").string(),
                                              impl->options.ballast_bytes, disk);
    const auto board = read_or_make_board_id(impl->options.folder, impl->options.random_id, disk);
    if (!board) {
        return board.error();
    }
    impl->board = *board;
    try {
        const auto read = impl->open_and_read();
        if (!read) {
            return read.error();
        }
    } catch (const SQLite::Exception& exception) {
        return durable::explain(exception, "log", impl->path);
    }
    impl->ballast->take();
    return std::unique_ptr<LogStore>(new LogStore(std::move(impl)));
}

LogStore::LogStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

LogStore::~LogStore() = default;

core::RecoveredLog LogStore::take_recovered()
{
    return std::move(impl_->recovered);
}

const std::vector<std::string>& LogStore::notices() const
{
    return impl_->notices;
}

std::string LogStore::commit(std::span<const match::Entry> entries)
{
    if (!impl_->fault.empty() || entries.empty()) {
        return impl_->fault;
    }
    assert(entries.front().rev == impl_->head.rev + 1);
    try {
        SQLite::Transaction transaction(impl_->database->sqlite());
        impl_->insert_all(entries);
        transaction.commit();
        if (sabotage_planted(SABOTAGE_SPLIT_TRANSACTION)) {
            add_decisions(impl_->database->sqlite(), entries);
        }
    } catch (const SQLite::Exception& exception) {
        return impl_->fail(exception);
    }
    impl_->head = {entries.back().rev, entries.back().chain};
    return {};
}

// A page that cannot be read is no reason to stop recording: whoever asked is told that, the next start says
// what is wrong.
std::vector<match::Entry> LogStore::read(match::Rev first, match::Rev last)
{
    std::vector<match::Entry> entries;
    if (!impl_->fault.empty()) {
        return entries;
    }
    try {
        SQLite::Statement rows(impl_->database->sqlite(),
                               std::string("SELECT ") + kEntryColumns +
                                   " FROM entry WHERE rev BETWEEN ? AND ? ORDER BY rev");
        rows.bind(1, first);
        rows.bind(2, last);
        while (rows.executeStep()) {
            auto row = read_entry(rows);
            auto* entry = std::get_if<match::Entry>(&row);
            if (entry == nullptr) {
                break;
            }
            entries.push_back(std::move(*entry));
        }
    } catch (const SQLite::Exception&) {
        entries.clear();
    }
    return entries;
}

durable::Result<match::LogId> LogStore::take_new_log_id(const std::string& why)
{
    if (!impl_->fault.empty()) {
        return durable::Failure{durable::FailureKind::kOther, impl_->fault};
    }
    try {
        SQLite::Transaction transaction(impl_->database->sqlite());
        const match::LogId renamed = impl_->rename(why);
        transaction.commit();
        impl_->log = renamed;
    } catch (const SQLite::Exception& exception) {
        return durable::Failure{durable::FailureKind::kOther, impl_->fail(exception)};
    }
    return impl_->log;
}

durable::Result<match::LogId> LogStore::fill(std::span<const match::Entry> entries,
                                             const match::LogId& parent)
{
    assert(impl_->fault.empty() && !entries.empty());
    Impl& impl = *impl_;
    SQLite::Database& sqlite = impl.database->sqlite();
    match::LogId renamed;
    renamed.bytes = impl.options.random_id();
    const Acknowledged last{entries.back().rev, entries.back().chain};
    try {
        SQLite::Transaction transaction(sqlite);
        sqlite.exec("DELETE FROM entry");
        impl.insert_all(entries);
        impl.add_parent(impl.log, impl.head, "nobody had played in it when the board was filled");
        impl.add_parent(parent, last, "the board was filled with what a controller had of it");
        put_meta(sqlite, "log_id", renamed.bytes);
        SQLite::Statement mark(sqlite, "INSERT OR REPLACE INTO meta (key, value) VALUES ('filled_up_to', ?)");
        mark.bind(1, last.rev);
        mark.exec();
        transaction.commit();
    } catch (const SQLite::Exception& exception) {
        return durable::Failure{durable::FailureKind::kOther, impl.fail(exception)};
    }
    impl.log = renamed;
    impl.head = last;
    return renamed;
}

std::string LogStore::append_match(std::span<const match::Entry> entries)
{
    assert(impl_->fault.empty() && !entries.empty() && entries.front().rev == impl_->head.rev + 1);
    SQLite::Database& sqlite = impl_->database->sqlite();
    try {
        SQLite::Transaction transaction(sqlite);
        impl_->insert_all(entries);
        SQLite::Statement mark(sqlite,
                               "INSERT OR REPLACE INTO meta (key, value) VALUES ('brought_up_to', ?)");
        mark.bind(1, entries.back().rev);
        mark.exec();
        transaction.commit();
    } catch (const SQLite::Exception& exception) {
        return impl_->fail(exception);
    }
    impl_->head = {entries.back().rev, entries.back().chain};
    return {};
}

void LogStore::checkpoint(bool idle)
{
    if (!impl_->fault.empty()) {
        return;
    }
    try {
        if (idle) {
            impl_->database->checkpoint();
            impl_->ballast->take();
        } else {
            impl_->database->checkpoint_if_large();
        }
    } catch (const SQLite::Exception& exception) {
        impl_->fail(exception);
    }
}

const std::string& LogStore::fault() const
{
    return impl_->fault;
}

std::string LogStore::rebuild()
{
    assert(!impl_->fault.empty());
    const Acknowledged acknowledged = impl_->head;
    const auto rebuilt = impl_->rebuild();
    if (rebuilt) {
        impl_->fault.clear();
        return {};
    }
    impl_->head = acknowledged; // whatever was found: this much is to be found
    impl_->fault = rebuilt.error().text;
    impl_->disk_full = rebuilt.error().kind == durable::FailureKind::kNoSpace;
    return impl_->fault;
}

} // namespace scoreboard::store
