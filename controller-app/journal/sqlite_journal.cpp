#include "journal/sqlite_journal.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sys/random.h>

#include "durable/database.h"
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
          add_renamed_row(database, "INSERT INTO outbox(writer, seq, board, body) "
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
          move_to_orphans(database,
                          "INSERT OR REPLACE INTO orphan(writer, seq, body, reason, match) "
                          "SELECT writer, seq, body, CAST(?1 AS TEXT), CAST(?2 AS TEXT) FROM outbox "
                          "WHERE writer = ?3 AND seq = ?4"),
          add_orphan(database, "INSERT OR REPLACE INTO orphan(reason, match, writer, seq, body) "
                               "VALUES(CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)"),
          drop_orphan(database, "DELETE FROM orphan WHERE writer = ? AND seq = ?"),
          bind(database, "INSERT OR REPLACE INTO binding(one, board, log) VALUES(1, ?, ?)")
    {
    }

    Sql begin, commit, rollback;
    Sql add_row, put_back_row, add_renamed_row, set_next_seq, set_writer, mark_acked, drop_row,
        drop_rows_from, bind_rows;
    Sql add_entry, drop_history;
    Sql move_to_orphans, add_orphan, drop_orphan;
    Sql bind;
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
    void operator()(const client::GoBack& back) const
    {
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

} // namespace

boost::system::result<std::unique_ptr<SqliteJournal>, std::string>
SqliteJournal::open(const std::string& path, const JournalOptions& journal_options)
{
    match::InstallId install;
    match::WriterId writer;
    if (!draw(journal_options, install) || !draw(journal_options, writer)) {
        return std::string("journal ") + path + " cannot be named: the system gives no random numbers";
    }
    client::JournalContent content;
    durable::Options options;
    options.noun = kNoun;
    options.application_id = kApplicationId;
    options.schema_version = kSchemaVersion;
    options.schema = new_journal_sql(install, writer);
    options.if_damaged = "taps that were saved but not yet recorded are in the old one";
    options.inspect = [&content](SQLite::Database& database) { return read_content(database, content); };
    auto database = durable::Database::open(path, options, *journal_options.disk);
    if (!database) {
        return database.error().text;
    }
    std::string notice = (*database)->notice();
    std::unique_ptr<SqliteJournal> journal(new SqliteJournal(std::move(*database), std::move(content)));
    journal->notice_ = std::move(notice);
    return journal;
}

SqliteJournal::SqliteJournal(std::unique_ptr<durable::Database> database, client::JournalContent content)
    : database_(std::move(database)), statements_(std::make_unique<Statements>(database_->sqlite())),
      content_(std::move(content))
{
}

SqliteJournal::~SqliteJournal() = default;

std::string SqliteJournal::commit(const std::vector<client::StoreAction>& batch)
{
    bool begun = false;
    try {
        statements_->begin.run();
        begun = true;
        for (const client::StoreAction& action : batch) {
            store(action);
        }
        statements_->commit.run();
    } catch (const SQLite::Exception& error) {
        const std::string sentence = durable::explain(error, kNoun, database_->path()).text;
        if (begun) {
            try {
                statements_->rollback.run();
            } catch (const SQLite::Exception&) {
                // SQLite has rolled back by itself, as it does on a full disk.
            }
        }
        return sentence;
    }
    try {
        database_->checkpoint_if_large();
    } catch (const SQLite::Exception&) {
        // The batch is durable in the write-ahead log; the next commit tries again.
    }
    return {};
}

void SqliteJournal::store(const client::StoreAction& action)
{
    std::visit(Store<Statements>{*statements_}, action);
}

} // namespace scoreboard::journal
