#pragma once

#include <variant>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "core/recovered_log.h"
#include "store/log_verifier.h"

namespace scoreboard::store {

// What read_entry() takes, in its order.
inline constexpr const char* kEntryColumns =
    "rev, writer, seq, body, body_hash, decision, received, board_boot,"
    " wall_ms, state_digest, chain";
// One row as an entry, its body checked against its hash; or what is wrong with it.
std::variant<match::Entry, Damage> read_entry(SQLite::Statement& row);

// Reads a whole log and believes nothing: revs contiguous, every body has its hash, the chain holds, and the
// fold of the open match gives every digest that was recorded. Fills all of RecoveredLog but the ids. Throws
// SQLite::Exception.
std::variant<core::RecoveredLog, Damage, Unreadable> recover(SQLite::Database& database);

} // namespace scoreboard::store
