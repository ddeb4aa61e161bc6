#pragma once

#include <memory>

#include "match/timeline.h"

namespace scoreboard::core {

// The numbers that the hall goes on seeing while its display is held. They are taken when the log comes to be
// held, or to another period; what is put right afterwards, however far back, they do not know.
struct HeldDisplay {
    match::Rev rev = 0; // they are those after it
    match::MatchState state;
};

// What is held after the newest entry, if `before` was before it; null: nothing.
std::shared_ptr<const HeldDisplay> held_display(std::shared_ptr<const HeldDisplay> before,
                                                const match::Timeline& timeline);
// The same of a log that was read: it is told again, entry by entry.
std::shared_ptr<const HeldDisplay> held_display(const match::Timeline& timeline);

} // namespace scoreboard::core
