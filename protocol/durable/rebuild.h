#pragma once

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <functional>
#include <string>
#include <variant>

#include "durable/disk.h"
#include "durable/failure.h"

namespace scoreboard::durable {

// What becomes of the files that a rebuild replaces.
enum class OldFiles : std::uint8_t {
    kKept,    // as `<path>.before-rebuild-<n>`, the first three: they show what the disk did
    kRemoved, // they take room on a full disk, and show nothing but that it was full
};

// What a copy lacks of what was promised, as a part of a sentence; empty: nothing. May throw
// SQLite::Exception.
using FindLack = std::function<std::string(SQLite::Database& copy)>;

// After a failed write nobody knows what of it is on the disk, and syncing again would not tell: so whatever
// can still be read of the database at `path`, called `noun`, is copied into a new file, synced, and verified
// (quick_check, and that it lacks nothing); only then it takes the old one's place. Nobody may have the
// database open. An error leaves the old one in its place; try again later.
Result<std::monostate> rebuild(const std::string& path, const std::string& noun, const FindLack& find_lack,
                               OldFiles old_files, Disk& disk);

// Brings a rebuild to its end that a crash cut short after its point of no return. Before every open.
Result<std::monostate> finish_rebuild(const std::string& path, const std::string& noun, Disk& disk);

} // namespace scoreboard::durable
