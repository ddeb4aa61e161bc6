#pragma once

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <string>

#include "client/journal.h"

namespace scoreboard::journal {

inline constexpr std::uint32_t kApplicationId = 0x53574a4c; // "SWJL"
inline constexpr std::int32_t kSchemaVersion = 1;

// The tables of a new journal, with ids that no other journal has.
std::string new_journal_sql(const match::InstallId& install, const match::WriterId& writer);

// Reads everything; gives what is wrong with a row that cannot be understood, or nothing.
std::string read_content(SQLite::Database& database, client::JournalContent& content);

// How far a journal has come: `batches` counts what was committed, so that a rebuild knows that its copy
// holds the newest; `digest` is of everything in it.
struct Progress {
    std::uint64_t batches = 0;
    std::uint64_t rows = 0; // their part of the digest
};

// What read_content() cannot see: pages of different moments. Empty: nothing.
std::string check_progress(SQLite::Database& database);
// A journal of an earlier build is given its count.
Progress read_progress(SQLite::Database& database);
// As the last thing in a batch.
void store_progress(SQLite::Database& database, const Progress& progress);

} // namespace scoreboard::journal
