#include "journal/sqlite_journal.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>
#include <sys/random.h>
#include <utility>

#include "durable/database.h"
#include "durable/rebuild.h"
#include "journal/content_digest.h"
#include "sabotage/sabotage.h"
#include "wire/wire.h"

namespace scoreboard::journal {
namespace {

constexpr const char* kNoun = "journal";

template <class Id>
bool draw(const JournalOptions& options, Id& id)
{
    if (options.random_id) {
        id.bytes = options.random_id();
        return true;
    }
    return ::getrandom(id.bytes.data(), id.bytes.size(), 0) == static_cast<ssize_t>(id.bytes.size());
}

// A prepared statement, run once with its parameters in order.
class Sql {
public:
    Sql(SQLite::Database& database, const char* text) : statement_(database, text) {}

    template <class... Parameters>
    void run(const Parameters&... parameters)
    {
        statement_.tryReset(); // reset() would throw the error of the last run once more
        statement_.clearBindings();
        int index = 0;
        (bind(++index, parameters), ...);
        statement_.exec();
        statement_.tryReset(); // else it would hold the transaction open
    }
    // For one that gives rows: `take` is given each one's first column.
    template <class Take, class... Parameters>
    void run_for_each(Take take, const Parameters&... parameters)
    {
        statement_.tryReset();
        statement_.clearBindings();
        int index = 0;
        (bind(++index, parameters), ...);
        while (statement_.executeStep()) {
            const SQLite::Column column = statement_.getColumn(0);
            take(std::string(static_cast<const char*>(column.getBlob()),
                             static_cast<std::size_t>(column.getBytes())));
        }
        statement_.tryReset();
    }

private:
    template <class Tag>
    void bind(int index, const match::Id128<Tag>& id)
    {
        statement_.bindNoCopy(index, id.bytes.data(), static_cast<int>(id.bytes.size()));
    }
    template <class Id>
    void bind(int index, const std::optional<Id>& id)
    {
        if (id) {
            bind(index, *id);
        }
    }
    void bind(int index, std::uint64_t number) { statement_.bind(index, static_cast<std::int64_t>(number)); }
    void bind(int index, std::uint32_t number) { statement_.bind(index, number); }
    // Bytes; a column of type TEXT takes them through CAST.
    void bind(int index, const std::string& bytes)
    {
        statement_.bindNoCopy(index, bytes.data(), static_cast<int>(bytes.size()));
    }

    SQLite::Statement statement_;
};

} // namespace

struct SqliteJournal::Statements {
    explicit Statements(SQLite::Database& database)
        : begin(database, "BEGIN IMMEDIATE"), commit(database, "COMMIT"), rollback(database, "ROLLBACK"),
          add_row(database, "INSERT INTO outbox(writer, seq, board, body) VALUES(?, ?, ?, ?)"),
          // A CONFLICT comes from the board that this tablet belongs to, and so do the rows.
          add_renamed_row(database, "INSERT INTO outbox(writer, seq, board, body) "
                                    "VALUES(?, ?, (SELECT board FROM binding), ?)"),
          set_next_seq(database, "UPDATE self SET next_seq = ?"),
          set_writer(database, "UPDATE self SET writer = ?, next_seq = ?"),
          // An answer that is there stays: it is the same.
          mark_acked(database, "UPDATE outbox SET acked = ?1 WHERE writer = ?2 AND seq = ?3 "
                               "AND acked IS NULL RETURNING body"),
          // Two, because each says what it takes from the digest.
          drop_answer(database, "UPDATE outbox SET acked = NULL WHERE writer = ? AND seq = ? "
                                "AND acked IS NOT NULL RETURNING body"),
          drop_row(database, "DELETE FROM outbox WHERE writer = ? AND seq = ? RETURNING body"),
          drop_rows_from(database, "DELETE FROM outbox WHERE writer = (SELECT writer FROM self) AND seq >= ? "
                                   "AND acked IS NULL RETURNING body"),
          bind_rows(database, "UPDATE outbox SET board = ? WHERE board IS NULL"),
          add_entry(database, "INSERT INTO history(board, rev, log, entry) VALUES(?, ?, ?, ?)"),
          drop_entry(database, "DELETE FROM history WHERE board = ? AND rev = ? RETURNING entry"),
          drop_history(database, "DELETE FROM history WHERE board = ? AND rev > ? RETURNING entry"),
          has_history(database, "SELECT entry FROM history WHERE board = ? LIMIT 1"),
          keep_match(database, "INSERT INTO kept(number, rev, board, log, reclaimed, entry) "
                               "SELECT ?1, rev, board, ?3, 0, entry FROM history WHERE board = ?2 "
                               "RETURNING entry"),
          let_go(database, "DELETE FROM kept WHERE number = ? RETURNING entry"),
          mark_reclaimed(database, "UPDATE kept SET reclaimed = 1 WHERE number = ?"),
          add_orphan(database, "INSERT INTO orphan(reason, match, writer, seq, body) "
                               "VALUES(CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)"),
          drop_orphan(database, "DELETE FROM orphan WHERE writer = ? AND seq = ? RETURNING body"),
          bind(database, "INSERT OR REPLACE INTO binding(one, board, log) VALUES(1, ?, ?)")
    {
    }

    Sql begin, commit, rollback;
    Sql add_row, add_renamed_row, set_next_seq, set_writer, mark_acked, drop_answer, drop_row, drop_rows_from,
        bind_rows;
    Sql add_entry, drop_entry, drop_history;
    Sql has_history, keep_match, let_go, mark_reclaimed;
    Sql add_orphan, drop_orphan;
    Sql bind;
};

namespace {

// One overload an action: what it changes, inside the transaction of its batch. Whatever is added takes the
// place of what had its key: an action comes again when the journal failed, and may have been stored before.
template <class Statements>
struct Store {
    Statements& sql;
    std::uint64_t& rows; // their digest

    // Gives the body of the row that there was.
    std::optional<std::string> drop_row(const match::CommandId& id) const
    {
        std::optional<std::string> dropped;
        sql.drop_answer.run_for_each(
            [&](const std::string& body) { rows -= digest_of(Table::kAnswered, hash_of(body)); }, id.writer,
            id.seq);
        sql.drop_row.run_for_each(
            [&](std::string body) {
                rows -= digest_of(Table::kOutbox, hash_of(body));
                dropped = std::move(body);
            },
            id.writer, id.seq);
        return dropped;
    }
    void drop_orphan(const match::CommandId& id) const
    {
        sql.drop_orphan.run_for_each(
            [&](const std::string& body) { rows -= digest_of(Table::kOrphan, hash_of(body)); }, id.writer,
            id.seq);
    }
    void drop_history(const match::BoardId& board, match::Rev after) const
    {
        sql.drop_history.run_for_each(
            [&](const std::string& entry) { rows -= digest_of_entry(Table::kHistory, entry); }, board, after);
    }
    void add_orphan(const match::CommandId& id, const std::string& body, const std::string& reason,
                    const std::string& match) const
    {
        drop_orphan(id);
        sql.add_orphan.run(reason, match, id.writer, id.seq, body);
        rows += digest_of(Table::kOrphan, hash_of(body));
    }

    void operator()(const client::SaveTap& tap) const
    {
        const match::CommandId& id = tap.sealed.body.id;
        sql.add_row.run(id.writer, id.seq, tap.board, tap.sealed.bytes);
        rows += digest_of(Table::kOutbox, tap.sealed.hash);
        if (!sabotage_planted(SABOTAGE_SEQ_NOT_STORED)) {
            sql.set_next_seq.run(id.seq + 1);
        }
    }
    void operator()(const client::MarkAcked& acked) const
    {
        const std::string ack = wire::encode(session::ServerMessage(acked.ack));
        sql.mark_acked.run_for_each(
            [&](const std::string& body) { rows += digest_of(Table::kAnswered, hash_of(body)); }, ack,
            acked.id.writer, acked.id.seq);
    }
    void operator()(const client::StoreEntry& store) const
    {
        const std::string entry = wire::encode(store.entry);
        sql.drop_entry.run_for_each(
            [&](const std::string& old) { rows -= digest_of_entry(Table::kHistory, old); }, store.board,
            store.entry.rev);
        sql.add_entry.run(store.board, store.entry.rev, store.log, entry);
        rows += digest_of(Table::kHistory, store.entry.sealed.hash, store.entry.rev);
        drop_row(store.entry.id());
    }
    void operator()(const client::DropHistory& drop) const { drop_history(drop.board, drop.after); }
    void operator()(const client::KeepMatch& keep) const
    {
        bool is_there = false; // else it is kept already
        sql.has_history.run_for_each([&](const std::string&) { is_there = true; }, keep.board);
        if (is_there) {
            let_go(keep.number);
            sql.keep_match.run_for_each(
                [&](const std::string& entry) { rows += digest_of_entry(Table::kKept, entry); }, keep.number,
                keep.board, keep.log);
            drop_history(keep.board, 0);
        }
    }
    void operator()(const client::LetGo& match) const { let_go(match.number); }
    void operator()(const client::GoBack& back) const
    {
        if (back.reclaimed) {
            sql.mark_reclaimed.run(*back.reclaimed);
        }
        drop_history(back.board, back.kept);
        for (const client::OrphanRow& orphan : back.orphans) {
            const match::CommandId& id = orphan.sealed.body.id;
            add_orphan(id, orphan.sealed.bytes, orphan.reason, orphan.match);
            drop_row(id);
        }
        for (const match::SealedBody& sealed : back.again) {
            const match::CommandId& id = sealed.body.id;
            drop_row(id);
            sql.add_row.run(id.writer, id.seq, std::optional(back.board), sealed.bytes);
            rows += digest_of(Table::kOutbox, sealed.hash);
            drop_orphan(id);
        }
    }
    void operator()(const client::DropRow& drop) const { drop_row(drop.id); }
    void operator()(const client::Orphan& orphan) const
    {
        if (const auto body = drop_row(orphan.id)) {
            add_orphan(orphan.id, *body, orphan.reason, orphan.match);
        }
    }
    void operator()(const client::DropOrphan& drop) const { drop_orphan(drop.id); }
    void operator()(const client::BindRows& bind) const { sql.bind_rows.run(bind.board); }
    void operator()(const client::Bind& bind) const { sql.bind.run(bind.board, bind.log); }
    void operator()(const client::NewWriter& renamed) const
    {
        sql.drop_rows_from.run_for_each(
            [&](const std::string& body) { rows -= digest_of(Table::kOutbox, hash_of(body)); }, renamed.from);
        for (const match::SealedBody& row : renamed.rows) {
            const match::CommandId& id = row.body.id;
            drop_row(id);
            sql.add_renamed_row.run(id.writer, id.seq, row.bytes);
            rows += digest_of(Table::kOutbox, row.hash);
        }
        sql.set_writer.run(renamed.writer, match::Seq{renamed.rows.size() + 1});
    }

private:
    static match::Hash hash_of(const std::string& body)
    {
        const auto sealed = wire::unseal(body);
        return sealed ? sealed->hash : match::Hash{};
    }
    static std::uint64_t digest_of_entry(Table table, const std::string& bytes)
    {
        const auto entry = wire::decode_entry(bytes);
        return entry ? digest_of(table, entry->sealed.hash, entry->rev) : 0;
    }
    void let_go(std::uint32_t number) const
    {
        sql.let_go.run_for_each(
            [&](const std::string& entry) { rows -= digest_of_entry(Table::kKept, entry); }, number);
    }
};

// Whether the disk can be trusted as before: it was full, or a row was refused. After any other failure
// nobody knows what it has kept.
bool leaves_no_doubt(const SQLite::Exception& error)
{
    const int code = error.getErrorCode() & 0xff;
    return code == SQLITE_FULL || code == SQLITE_CONSTRAINT;
}

// A tap that is refused must not come back when the app is killed now.
bool takes_back(durable::Database& database)
try {
    database.cut_off_failed_commit();
    return true;
} catch (const SQLite::Exception&) {
    return false;
}

} // namespace

boost::system::result<std::unique_ptr<SqliteJournal>, std::string>
SqliteJournal::open(const std::string& path, const JournalOptions& options)
{
    std::unique_ptr<SqliteJournal> journal(new SqliteJournal(path, options));
    if (const std::string error = journal->open(); !error.empty()) {
        return error;
    }
    return journal;
}

SqliteJournal::SqliteJournal(std::string path, JournalOptions options)
    : path_(std::move(path)), options_(std::move(options))
{
}

SqliteJournal::~SqliteJournal() = default;

std::string SqliteJournal::open()
try {
    match::InstallId install;
    match::WriterId writer;
    if (!draw(options_, install) || !draw(options_, writer)) {
        return std::string("journal ") + path_ + " cannot be named: the system gives no random numbers";
    }
    if (const auto finished = durable::finish_rebuild(path_, kNoun, *options_.disk); !finished) {
        return finished.error().text;
    }
    durable::Options options;
    options.noun = kNoun;
    options.application_id = kApplicationId;
    options.schema_version = kSchemaVersion;
    options.schema = new_journal_sql(install, writer);
    options.if_damaged = "taps that were saved but not yet recorded are in the old one";
    options.inspect = [this](SQLite::Database& database) {
        std::string complaint = read_content(database, content_);
        return complaint.empty() ? check_progress(database) : complaint;
    };
    auto database = durable::Database::open(path_, options, *options_.disk);
    if (!database) {
        return database.error().text;
    }
    database_ = std::move(*database);
    notice_ = database_->notice();
    progress_ = read_progress(database_->sqlite());
    statements_ = std::make_unique<Statements>(database_->sqlite());
    return {};
} catch (const SQLite::Exception& error) {
    return durable::explain(error, kNoun, path_).text;
}

std::string SqliteJournal::commit(const std::vector<client::StoreAction>& batch)
{
    std::string error = in_doubt_ ? rebuild() : std::string();
    if (error.empty()) {
        const std::uint64_t before = progress_.batches;
        error = try_commit(batch);
        if (!in_doubt_) {
            return error;
        }
        if (rebuild().empty()) {
            // Only now it is known whether the batch was stored.
            error = progress_.batches > before ? std::string() : try_commit(batch);
        }
    }
    if (in_doubt_ && !error.empty()) {
        for (const client::StoreAction& action : batch) {
            if (const auto* tap = std::get_if<client::SaveTap>(&action)) {
                refused_.push_back(tap->sealed.body.id);
            }
        }
    }
    return error;
}

// One transaction. A failure that leaves its fate unknown sets in_doubt_.
std::string SqliteJournal::try_commit(const std::vector<client::StoreAction>& batch)
{
    Progress progress{progress_.batches + 1, progress_.rows};
    const Store<Statements> store{*statements_, progress.rows};
    bool begun = false;
    try {
        statements_->begin.run();
        begun = true;
        for (const match::CommandId& id : refused_) {
            store.drop_row(id);
        }
        for (const client::StoreAction& action : batch) {
            std::visit(store, action);
        }
        store_progress(database_->sqlite(), progress);
        statements_->commit.run();
    } catch (const SQLite::Exception& error) {
        in_doubt_ = !leaves_no_doubt(error);
        if (begun) {
            try {
                statements_->rollback.run();
            } catch (const SQLite::Exception&) {
                // SQLite has rolled back by itself, as it does on a full disk.
            }
            in_doubt_ = in_doubt_ || !takes_back(*database_);
        }
        if (in_doubt_) {
            distrust();
        }
        return durable::explain(error, kNoun, path_).text;
    }
    progress_ = progress;
    refused_.clear();
    checkpoint();
    return {};
}

// The batch is durable in the write-ahead log, whatever becomes of this; but a failed sync of the database
// must never be followed by one that seems to succeed.
void SqliteJournal::checkpoint()
try {
    database_->checkpoint_if_large();
} catch (const SQLite::Exception& error) {
    if (!leaves_no_doubt(error)) {
        distrust();
    }
}

void SqliteJournal::distrust()
{
    in_doubt_ = true;
    statements_.reset();
    if (database_) {
        database_->distrust();
        database_.reset();
    }
}

// A new file with all that was saved, and perhaps with the batch whose fate was unknown; or why not.
std::string SqliteJournal::rebuild()
{
    const Progress promised = progress_;
    const auto find_lack = [&](SQLite::Database& copy) {
        return read_progress(copy).batches < promised.batches ? "taps that were saved cannot be read any more"
                                                              : check_progress(copy);
    };
    const auto rebuilt = durable::rebuild(path_, kNoun, find_lack, durable::OldFiles::kKept, *options_.disk);
    std::string error = rebuilt ? open() : rebuilt.error().text;
    if (error.empty() && (database_->created() || progress_.batches < promised.batches)) {
        error = "journal " + path_ + " was damaged again while it was rebuilt; replace the disk";
    }
    in_doubt_ = !error.empty();
    if (in_doubt_) {
        distrust();
        progress_ = promised; // whatever was found: this much is to be found
    }
    return error;
}

} // namespace scoreboard::journal
