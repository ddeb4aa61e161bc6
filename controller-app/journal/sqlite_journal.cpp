#include "journal/sqlite_journal.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>
#include <sys/random.h>
#include <utility>

#include "durable/database.h"
#include "durable/rebuild.h"
#include "journal/journal_schema.h"
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
          put_back_row(database,
                       "INSERT OR REPLACE INTO outbox(writer, seq, board, body) VALUES(?, ?, ?, ?)"),
          // A CONFLICT comes from the board that this tablet belongs to, and so do the rows.
          // OR REPLACE: it comes again when the journal failed, and may have been stored all the same.
          add_renamed_row(database, "INSERT OR REPLACE INTO outbox(writer, seq, board, body) "
                                    "VALUES(?, ?, (SELECT board FROM binding), ?)"),
          set_next_seq(database, "UPDATE self SET next_seq = ?"),
          set_writer(database, "UPDATE self SET writer = ?, next_seq = ?"),
          mark_acked(database, "UPDATE outbox SET acked = ?1 WHERE writer = ?2 AND seq = ?3"),
          drop_row(database, "DELETE FROM outbox WHERE writer = ? AND seq = ?"),
          drop_rows_from(database, "DELETE FROM outbox WHERE writer = (SELECT writer FROM self) AND seq >= ? "
                                   "AND acked IS NULL"),
          bind_rows(database, "UPDATE outbox SET board = ? WHERE board IS NULL"),
          add_entry(database, "INSERT OR REPLACE INTO history(board, rev, log, entry) VALUES(?, ?, ?, ?)"),
          drop_history(database, "DELETE FROM history WHERE board = ? AND rev > ?"),
          keep_match(database, "INSERT INTO kept(number, rev, board, log, reclaimed, entry) "
                               "SELECT ?1, rev, board, ?3, 0, entry FROM history WHERE board = ?2"),
          let_go(database, "DELETE FROM kept WHERE number = ?"),
          mark_reclaimed(database, "UPDATE kept SET reclaimed = 1 WHERE number = ?"),
          move_to_orphans(database,
                          "INSERT OR REPLACE INTO orphan(writer, seq, body, reason, match) "
                          "SELECT writer, seq, body, CAST(?1 AS TEXT), CAST(?2 AS TEXT) FROM outbox "
                          "WHERE writer = ?3 AND seq = ?4"),
          add_orphan(database, "INSERT OR REPLACE INTO orphan(reason, match, writer, seq, body) "
                               "VALUES(CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)"),
          drop_orphan(database, "DELETE FROM orphan WHERE writer = ? AND seq = ?"),
          bind(database, "INSERT OR REPLACE INTO binding(one, board, log) VALUES(1, ?, ?)"),
          count(database, "UPDATE progress SET batches = ?")
    {
    }

    Sql begin, commit, rollback;
    Sql add_row, put_back_row, add_renamed_row, set_next_seq, set_writer, mark_acked, drop_row,
        drop_rows_from, bind_rows;
    Sql add_entry, drop_history;
    Sql keep_match, let_go, mark_reclaimed;
    Sql move_to_orphans, add_orphan, drop_orphan;
    Sql bind;
    Sql count;
};

namespace {

// One overload an action: what it changes, inside the transaction of its batch.
template <class Statements>
struct Store {
    Statements& sql;

    void operator()(const client::SaveTap& tap) const
    {
        const match::CommandId& id = tap.sealed.body.id;
        sql.add_row.run(id.writer, id.seq, tap.board, tap.sealed.bytes);
        sql.set_next_seq.run(id.seq + 1);
    }
    void operator()(const client::MarkAcked& acked) const
    {
        const std::string ack = wire::encode(session::ServerMessage(acked.ack));
        sql.mark_acked.run(ack, acked.id.writer, acked.id.seq);
    }
    void operator()(const client::StoreEntry& store) const
    {
        const match::CommandId& id = store.entry.id();
        const std::string entry = wire::encode(store.entry);
        sql.add_entry.run(store.board, store.entry.rev, store.log, entry);
        sql.drop_row.run(id.writer, id.seq);
    }
    void operator()(const client::DropHistory& drop) const { sql.drop_history.run(drop.board, drop.after); }
    void operator()(const client::KeepMatch& keep) const
    {
        sql.let_go.run(keep.number);
        sql.keep_match.run(keep.number, keep.board, keep.log);
        sql.drop_history.run(keep.board, match::Rev{0});
    }
    void operator()(const client::LetGo& let_go) const { sql.let_go.run(let_go.number); }
    void operator()(const client::GoBack& back) const
    {
        if (back.reclaimed) {
            sql.mark_reclaimed.run(*back.reclaimed);
        }
        sql.drop_history.run(back.board, back.kept);
        for (const client::OrphanRow& orphan : back.orphans) {
            const match::CommandId& id = orphan.sealed.body.id;
            sql.add_orphan.run(orphan.reason, orphan.match, id.writer, id.seq, orphan.sealed.bytes);
            sql.drop_row.run(id.writer, id.seq);
        }
        for (const match::SealedBody& sealed : back.again) {
            const match::CommandId& id = sealed.body.id;
            sql.put_back_row.run(id.writer, id.seq, back.board, sealed.bytes);
            sql.drop_orphan.run(id.writer, id.seq);
        }
    }
    void operator()(const client::DropRow& drop) const { sql.drop_row.run(drop.id.writer, drop.id.seq); }
    void operator()(const client::Orphan& orphan) const
    {
        const match::CommandId& id = orphan.id;
        sql.move_to_orphans.run(orphan.reason, orphan.match, id.writer, id.seq);
        sql.drop_row.run(id.writer, id.seq);
    }
    void operator()(const client::DropOrphan& drop) const
    {
        sql.drop_orphan.run(drop.id.writer, drop.id.seq);
    }
    void operator()(const client::BindRows& bind) const { sql.bind_rows.run(bind.board); }
    void operator()(const client::Bind& bind) const { sql.bind.run(bind.board, bind.log); }
    void operator()(const client::NewWriter& renamed) const
    {
        sql.drop_rows_from.run(renamed.from);
        for (const match::SealedBody& row : renamed.rows) {
            sql.add_renamed_row.run(row.body.id.writer, row.body.id.seq, row.bytes);
        }
        sql.set_writer.run(renamed.writer, match::Seq{renamed.rows.size() + 1});
    }
};

// Whether it says that nothing of the batch is stored, and that the next one may be: a full disk is met
// before anything is called written. After any other failure nobody knows.
bool leaves_no_doubt(const SQLite::Exception& error)
{
    const int code = error.getErrorCode() & 0xff;
    return code == SQLITE_FULL || code == SQLITE_CONSTRAINT;
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
    options.inspect = [this](SQLite::Database& database) { return read_content(database, content_); };
    auto database = durable::Database::open(path_, options, *options_.disk);
    if (!database) {
        return database.error().text;
    }
    database_ = std::move(*database);
    notice_ = database_->notice();
    database_->sqlite().exec(std::string(kCountBatches));
    batches_ = read_batches(database_->sqlite());
    statements_ = std::make_unique<Statements>(database_->sqlite());
    return {};
} catch (const SQLite::Exception& error) {
    return durable::explain(error, kNoun, path_).text;
}

std::string SqliteJournal::commit(const std::vector<client::StoreAction>& batch)
{
    std::string error = in_doubt_ ? rebuild() : std::string();
    if (error.empty()) {
        const std::uint64_t before = batches_;
        error = try_commit(batch);
        if (!in_doubt_) {
            return error;
        }
        if (rebuild().empty()) {
            // Only now it is known whether the batch was stored.
            error = batches_ > before ? std::string() : try_commit(batch);
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
    bool begun = false;
    try {
        statements_->begin.run();
        begun = true;
        for (const match::CommandId& id : refused_) {
            statements_->drop_row.run(id.writer, id.seq);
        }
        for (const client::StoreAction& action : batch) {
            std::visit(Store<Statements>{*statements_}, action);
        }
        statements_->count.run(batches_ + 1);
        statements_->commit.run();
    } catch (const SQLite::Exception& error) {
        in_doubt_ = !leaves_no_doubt(error);
        if (begun) {
            try {
                statements_->rollback.run();
            } catch (const SQLite::Exception&) {
                // SQLite has rolled back by itself, as it does on a full disk.
            }
        }
        if (in_doubt_) {
            distrust();
        }
        return durable::explain(error, kNoun, path_).text;
    }
    ++batches_;
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
    const std::uint64_t promised = batches_;
    client::JournalContent content;
    const auto find_lack = [&](SQLite::Database& copy) {
        return read_batches(copy) < promised ? "taps that were saved cannot be read any more"
                                             : read_content(copy, content);
    };
    const auto rebuilt = durable::rebuild(path_, kNoun, find_lack, durable::OldFiles::kKept, *options_.disk);
    std::string error = rebuilt ? open() : rebuilt.error().text;
    if (error.empty() && (database_->created() || batches_ < promised)) {
        error = "journal " + path_ + " was damaged again while it was rebuilt; replace the disk";
    }
    in_doubt_ = !error.empty();
    if (in_doubt_) {
        distrust();
        batches_ = promised; // whatever was found: this much is to be found
    }
    return error;
}

} // namespace scoreboard::journal
