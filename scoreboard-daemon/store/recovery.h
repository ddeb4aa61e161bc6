#pragma once

#include <variant>

#include <SQLiteCpp/Database.h>

#include "core/recovered_log.h"
#include "store/log_verifier.h"

namespace scoreboard::store {

// Reads a whole log and believes nothing: revs contiguous, every body has its hash, the chain holds, and the
// fold of the open match gives every digest that was recorded. Fills all of RecoveredLog but the ids. Throws
// SQLite::Exception.
std::variant<core::RecoveredLog, Damage, Unreadable> recover(SQLite::Database& database);

} // namespace scoreboard::store
