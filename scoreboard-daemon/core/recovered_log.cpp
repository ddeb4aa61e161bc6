#include "core/recovered_log.h"

namespace scoreboard::core {

void retire_open_match(RecoveredLog& log)
{
    const match::Timeline& finished = *log.open_match;
    for (const match::Entry& entry : finished.entries()) {
        log.older.push_back(StoredDecision{.id = entry.id(),
                                           .hash = entry.sealed.hash,
                                           .rev = entry.rev,
                                           .outcome = entry.outcome,
                                           .verdict = entry.verdict});
    }
    log.ended.push_back(match::summary_of(finished.ruleset(), finished.state(), finished.entries().front(),
                                          finished.entries().back()));
    log.left.add(finished);
    log.open_match.reset();
}

} // namespace scoreboard::core
