#pragma once

#include "match/entry.h"

namespace scoreboard::match {

// What the fold makes of an entry that was corrected. `anchor`: of an Insert, the entry that it stands
// behind; it counts as if it had been entered right after that, at its time and, where the anchor was booked
// in the period that its operator saw, in that one. `edit`: what it says instead, with the same id, time and
// period. Either may be null. The result has no bytes and no hash: it is applied, never kept.
Entry as_counted(const Entry& entry, const Entry* anchor, const Edit* edit);

// Whether what is put in behind such an entry is booked in the period that the anchor's operator saw. The
// kinds stay these for ever: logs were folded so.
bool books_as_seen(const Command& anchor);

} // namespace scoreboard::match
