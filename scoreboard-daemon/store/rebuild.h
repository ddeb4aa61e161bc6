#pragma once

#include <string>

#include "core/recovered_log.h"
#include "durable/rebuild.h"
#include "match/entry.h"

namespace scoreboard::store {

// The newest entry that anybody was told of; rev 0: none.
struct Acknowledged {
    match::Rev rev = 0;
    match::Hash chain{};
};

bool holds(const core::RecoveredLog& log, const Acknowledged& acknowledged);

// durable::rebuild() of the log at `path`; its copy is verified by chain and fold, and must hold what was
// acknowledged.
durable::Result<std::monostate> rebuild(const std::string& path, const Acknowledged& acknowledged,
                                        durable::OldFiles old_files, durable::Disk& disk);

} // namespace scoreboard::store
