#pragma once

#include "core/tap_claim.h"
#include "match/timeline.h"

namespace scoreboard::core {

// Whether a correction that the rules accept may be carried out as it was sent: one that goes far must carry
// what its preview showed, and that must be what it would do now. Else NEEDS_CONFIRM, with what it would do.
match::Outcome confirm(const match::Timeline& head, const match::Entry& correction, const TapClaim& claim);

} // namespace scoreboard::core
