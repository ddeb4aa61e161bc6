#include "journal/journal_schema.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <string_view>

#include "journal/content_digest.h"
#include "wire/wire.h"

namespace scoreboard::journal {
namespace {

using client::JournalContent;

// Journals that were made before matches were kept get it when they are opened.
constexpr const char* kKeptTable =
    "CREATE TABLE IF NOT EXISTS kept(number INTEGER NOT NULL, rev INTEGER NOT NULL, board BLOB NOT NULL, "
    "log BLOB NOT NULL, reclaimed INTEGER NOT NULL, entry BLOB NOT NULL, PRIMARY KEY(number, rev)) "
    "WITHOUT ROWID";

// A new journal has no digest before its first batch.
constexpr std::string_view kProgressTable =
    "CREATE TABLE progress(one INTEGER PRIMARY KEY CHECK(one = 1), batches INTEGER NOT NULL, digest INTEGER);"
    "INSERT INTO progress VALUES(1, 0, NULL);";
constexpr const char* kOtherMoments =
    "it holds parts of different moments, as left by a disk that says it has written and has not";

std::string blob(const SQLite::Column& column)
{
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

template <class Id>
bool read_id(const SQLite::Column& column, Id& id)
{
    const std::string bytes = blob(column);
    if (bytes.size() != id.bytes.size()) {
        return false;
    }
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return true;
}

template <class Id>
bool read_optional_id(const SQLite::Column& column, std::optional<Id>& id)
{
    return column.isNull() || read_id(column, id.emplace());
}

std::string read_self(SQLite::Database& database, JournalContent& content)
{
    SQLite::Statement self(database, "SELECT install, writer, next_seq FROM self");
    if (!self.executeStep() || !read_id(self.getColumn(0), content.install) ||
        !read_id(self.getColumn(1), content.writer) || self.getColumn(2).getInt64() < 1) {
        return "it does not know its own name any more";
    }
    content.next_seq = static_cast<match::Seq>(self.getColumn(2).getInt64());
    SQLite::Statement binding(database, "SELECT board, log FROM binding");
    if (binding.executeStep() && (!read_id(binding.getColumn(0), content.board.emplace()) ||
                                  !read_id(binding.getColumn(1), content.log.emplace()))) {
        return "it does not know its board any more";
    }
    return {};
}

std::string read_outbox(SQLite::Database& database, JournalContent& content)
{
    // Taps that a board had lost were put back after later ones. Rows of a former writer, which have their
    // answer, come first.
    SQLite::Statement rows(database, "SELECT body, board, acked FROM outbox "
                                     "ORDER BY writer = (SELECT writer FROM self), seq");
    while (rows.executeStep()) {
        client::OutboxRow& row = content.outbox.emplace_back();
        auto sealed = wire::unseal(blob(rows.getColumn(0)));
        if (!sealed || !read_optional_id(rows.getColumn(1), row.board)) {
            return "a saved tap cannot be read";
        }
        row.sealed = std::move(*sealed);
        if (!rows.getColumn(2).isNull()) {
            const auto message = wire::decode_server(blob(rows.getColumn(2)));
            const auto* ack = message ? std::get_if<session::Ack>(&*message) : nullptr;
            if (ack == nullptr) {
                return "the answer to a saved tap cannot be read";
            }
            row.acked = *ack;
        }
    }
    return {};
}

std::string read_history(SQLite::Database& database, JournalContent& content)
{
    if (!content.board) {
        return {};
    }
    SQLite::Statement rows(database, "SELECT entry FROM history WHERE board = ? ORDER BY rev");
    const auto& board = content.board->bytes;
    rows.bind(1, board.data(), static_cast<int>(board.size()));
    while (rows.executeStep()) {
        auto entry = wire::decode_entry(blob(rows.getColumn(0)));
        if (!entry) {
            return "an entry of its history cannot be read";
        }
        content.history.push_back(std::move(*entry));
    }
    return {};
}

std::string read_orphans(SQLite::Database& database, JournalContent& content)
{
    SQLite::Statement rows(database, "SELECT body, reason, match FROM orphan ORDER BY place");
    while (rows.executeStep()) {
        auto sealed = wire::unseal(blob(rows.getColumn(0)));
        if (!sealed) {
            return "a command that no board took cannot be read";
        }
        content.orphans.push_back(
            {std::move(*sealed), rows.getColumn(1).getString(), rows.getColumn(2).getString()});
    }
    return {};
}

std::string read_kept(SQLite::Database& database, JournalContent& content)
{
    SQLite::Statement rows(database, "SELECT number, board, log, reclaimed, entry FROM kept "
                                     "ORDER BY number, rev");
    while (rows.executeStep()) {
        const std::uint32_t number = rows.getColumn(0).getUInt();
        if (content.kept.empty() || content.kept.back().number != number) {
            content.kept.push_back({.number = number, .board = {}, .log = {}, .entries = {}});
        }
        client::KeptMatch& kept = content.kept.back();
        auto entry = wire::decode_entry(blob(rows.getColumn(4)));
        if (!entry || !read_id(rows.getColumn(1), kept.board) || !read_id(rows.getColumn(2), kept.log)) {
            return "an entry of a match that it kept cannot be read";
        }
        kept.reclaimed = rows.getColumn(3).getInt() != 0;
        kept.entries.push_back(std::move(*entry));
    }
    return {};
}

} // namespace

std::string new_journal_sql(const match::InstallId& install, const match::WriterId& writer)
{
    constexpr std::string_view kTables = R"(
        CREATE TABLE self(one INTEGER PRIMARY KEY CHECK(one = 1), install BLOB NOT NULL,
                          writer BLOB NOT NULL, next_seq INTEGER NOT NULL);
        CREATE TABLE binding(one INTEGER PRIMARY KEY CHECK(one = 1), board BLOB NOT NULL, log BLOB NOT NULL);
        CREATE TABLE outbox(place INTEGER PRIMARY KEY, writer BLOB NOT NULL, seq INTEGER NOT NULL, board BLOB,
                            body BLOB NOT NULL, acked BLOB, UNIQUE(writer, seq));
        CREATE TABLE history(board BLOB NOT NULL, rev INTEGER NOT NULL, log BLOB NOT NULL,
                             entry BLOB NOT NULL, PRIMARY KEY(board, rev)) WITHOUT ROWID;
        CREATE TABLE orphan(place INTEGER PRIMARY KEY, writer BLOB NOT NULL, seq INTEGER NOT NULL,
                            body BLOB NOT NULL, reason TEXT NOT NULL, match TEXT NOT NULL,
                            UNIQUE(writer, seq));
    )";
    return std::string(kTables) + std::string(kProgressTable) + "INSERT INTO self VALUES(1, x'" +
           match::to_hex(install) + "', x'" + match::to_hex(writer) + "', 1);";
}

std::string read_content(SQLite::Database& database, JournalContent& content)
{
    content = {};
    database.exec(kKeptTable);
    for (const auto read : {read_self, read_outbox, read_history, read_orphans, read_kept}) {
        if (std::string complaint = read(database, content); !complaint.empty()) {
            return complaint;
        }
    }
    return {};
}

std::string check_progress(SQLite::Database& database)
{
    if (!database.tableExists("progress")) {
        return {}; // of an earlier build
    }
    SQLite::Statement stored(database, "SELECT digest, next_seq FROM progress, self");
    if (!stored.executeStep()) {
        return kOtherMoments;
    }
    const std::uint64_t rows = digest_of_rows(database);
    const bool as_stored =
        stored.getColumn(0).isNull()
            ? rows == 0 && stored.getColumn(1).getInt64() == 1
            : static_cast<std::uint64_t>(stored.getColumn(0).getInt64()) == rows + digest_of_names(database);
    return as_stored ? std::string() : kOtherMoments;
}

Progress read_progress(SQLite::Database& database)
{
    Progress progress;
    if (!database.tableExists("progress")) {
        SQLite::Transaction transaction(database);
        database.exec(std::string(kProgressTable));
        progress.rows = digest_of_rows(database);
        store_progress(database, progress);
        transaction.commit();
        return progress;
    }
    progress.rows = digest_of_rows(database);
    SQLite::Statement stored(database, "SELECT batches FROM progress");
    progress.batches = stored.executeStep() ? static_cast<std::uint64_t>(stored.getColumn(0).getInt64()) : 0;
    return progress;
}

void store_progress(SQLite::Database& database, const Progress& progress)
{
    SQLite::Statement count(database, "UPDATE progress SET batches = ?");
    count.bind(1, static_cast<std::int64_t>(progress.batches));
    count.exec();
    SQLite::Statement digest(database, "UPDATE progress SET digest = ?");
    digest.bind(1, static_cast<std::int64_t>(progress.rows + digest_of_names(database)));
    digest.exec();
}

} // namespace scoreboard::journal
