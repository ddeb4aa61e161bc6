#pragma once

#include <string>
#include <variant>

#include <SQLiteCpp/Database.h>

#include "core/recovered_log.h"

namespace scoreboard::store {

// The file is sound to SQLite but not to us; a part of a sentence: "the chain breaks at rev 907".
struct Damage {
    std::string what;
};
// The file is whole, but this build may not go on with it; what follows "log PATH …" in a sentence.
struct Unreadable {
    std::string text;
};

// Reads a whole log and believes nothing: revs contiguous, every body has its hash, the chain holds, and the
// fold of the open match gives every digest that was recorded. Fills all of RecoveredLog but the ids. Throws
// SQLite::Exception.
std::variant<core::RecoveredLog, Damage, Unreadable> recover(SQLite::Database& database);

} // namespace scoreboard::store
