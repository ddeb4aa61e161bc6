#pragma once

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <string>
#include <string_view>

#include "client/journal.h"

namespace scoreboard::journal {

inline constexpr std::uint32_t kApplicationId = 0x53574a4c; // "SWJL"
inline constexpr std::int32_t kSchemaVersion = 1;

// How many batches were committed, counted in each: by this a rebuild knows that its copy holds the newest. A
// journal of an earlier build is given it when it is opened.
inline constexpr std::string_view kCountBatches = "CREATE TABLE IF NOT EXISTS "
                                                  "progress(one INTEGER PRIMARY KEY CHECK(one = 1), "
                                                  "batches INTEGER NOT NULL);"
                                                  "INSERT OR IGNORE INTO progress VALUES(1, 0);";

// The tables of a new journal, with ids that no other journal has.
std::string new_journal_sql(const match::InstallId& install, const match::WriterId& writer);

// Reads everything; gives what is wrong with a row that cannot be understood, or nothing.
std::string read_content(SQLite::Database& database, client::JournalContent& content);

// The count of kCountBatches.
std::uint64_t read_batches(SQLite::Database& database);

} // namespace scoreboard::journal
