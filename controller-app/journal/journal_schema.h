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

} // namespace scoreboard::journal
