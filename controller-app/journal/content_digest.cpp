#include "journal/content_digest.h"

#include <SQLiteCpp/Statement.h>
#include <string>

#include "wire/wire.h"

namespace scoreboard::journal {

namespace {

// splitmix64: spreads every bit over all.
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

std::uint64_t first_bytes(const std::uint8_t* bytes, std::size_t size)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size && i < 8; ++i) {
        number = number << 8U | bytes[i];
    }
    return number;
}

std::string bytes_of(const SQLite::Column& column)
{
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

} // namespace

std::uint64_t digest_of(Table table, const match::Hash& body, match::Rev rev)
{
    const std::uint64_t place = (static_cast<std::uint64_t>(table) << 32U) + rev;
    return mixed(first_bytes(body.data(), body.size()) ^ mixed(place));
}

std::uint64_t digest_of_names(SQLite::Database& database)
{
    std::uint64_t digest = 0;
    const auto add = [&](const SQLite::Column& column) {
        const std::string bytes = bytes_of(column); // ids are random: their first bytes tell them apart
        digest =
            mixed(digest ^ first_bytes(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
    };
    SQLite::Statement self(database, "SELECT install, writer, next_seq, batches FROM self, progress");
    if (self.executeStep()) {
        add(self.getColumn(0));
        add(self.getColumn(1));
        digest = mixed(digest ^ static_cast<std::uint64_t>(self.getColumn(2).getInt64()));
        digest = mixed(digest ^ static_cast<std::uint64_t>(self.getColumn(3).getInt64()));
    }
    SQLite::Statement binding(database, "SELECT board, log FROM binding");
    if (binding.executeStep()) {
        add(binding.getColumn(0));
        add(binding.getColumn(1));
    }
    return digest;
}

std::uint64_t digest_of_rows(SQLite::Database& database)
{
    std::uint64_t digest = 0;
    const auto add_bodies = [&](Table table, const char* query) {
        SQLite::Statement rows(database, query);
        while (rows.executeStep()) {
            if (const auto sealed = wire::unseal(bytes_of(rows.getColumn(0)))) {
                digest += digest_of(table, sealed->hash);
            }
        }
    };
    add_bodies(Table::kOutbox, "SELECT body FROM outbox");
    add_bodies(Table::kAnswered, "SELECT body FROM outbox WHERE acked IS NOT NULL");
    add_bodies(Table::kOrphan, "SELECT body FROM orphan");
    const auto add_entries = [&](Table table, const char* query) {
        SQLite::Statement rows(database, query);
        while (rows.executeStep()) {
            if (const auto entry = wire::decode_entry(bytes_of(rows.getColumn(0)))) {
                digest += digest_of(table, entry->sealed.hash, entry->rev);
            }
        }
    };
    add_entries(Table::kHistory, "SELECT entry FROM history");
    add_entries(Table::kKept, "SELECT entry FROM kept");
    return digest;
}

} // namespace scoreboard::journal
