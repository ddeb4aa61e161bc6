#pragma once

#include <SQLiteCpp/Database.h>
#include <cstdint>

#include "match/entry.h"

namespace scoreboard::journal {

// A number for everything that a journal holds, in whatever order: the sum of a number for each row and one
// for its names. It is stored with every batch and compared at the next start: a disk that did not keep what
// it said it had written can leave pages of different moments, each of them sound.
enum class Table : std::uint8_t {
    kOutbox,
    kAnswered,
    kHistory,
    kKept,
    kOrphan
}; // kAnswered: outbox rows once more

// Of one row: its body's hash, and an entry's rev.
std::uint64_t digest_of(Table table, const match::Hash& body, match::Rev rev = 0);
// Of the names, the next seq and the count of batches.
std::uint64_t digest_of_names(SQLite::Database& database);
// Of all rows; those that cannot be understood are not in it. Throws SQLite::Exception.
std::uint64_t digest_of_rows(SQLite::Database& database);

} // namespace scoreboard::journal
