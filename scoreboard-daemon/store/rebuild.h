#pragma once

#include <cstdint>
#include <string>

#include "core/recovered_log.h"
#include "durable/disk.h"
#include "durable/failure.h"
#include "match/entry.h"

namespace scoreboard::store {

// The newest entry that anybody was told of; rev 0: none.
struct Acknowledged {
    match::Rev rev = 0;
    match::Hash chain{};
};

bool holds(const core::RecoveredLog& log, const Acknowledged& acknowledged);

// What becomes of the files that a rebuild replaces.
enum class OldFiles : std::uint8_t {
    kKept,    // as `<path>.before-rebuild-<n>`, the first three: they show what the disk did
    kRemoved, // they take room on a full disk, and show nothing but that it was full
};

// After a failed write nobody knows what of it is on the disk, and syncing again would not tell: so whatever
// can still be read of the log at `path` is copied into a new file, synced, and verified (quick_check, chain,
// fold, and that it holds what was acknowledged); only then it takes the old one's place. Nobody may have the
// log open. An error leaves the old log in its place; try again later.
durable::Result<std::monostate> rebuild(const std::string& path, const Acknowledged& acknowledged,
                                        OldFiles old_files, durable::Disk& disk);

// Brings a rebuild to its end that a crash cut short after its point of no return. Before every open.
durable::Result<std::monostate> finish_rebuild(const std::string& path, durable::Disk& disk);

} // namespace scoreboard::store
