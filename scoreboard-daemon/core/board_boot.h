#pragma once

#include "match/command.h"
#include "match/timeline.h"

namespace scoreboard::core {

// What the first entry after a change of boot id says: every clock stands where the last clock entry before
// the power went left it. How long it ran on after that nobody knows.
match::BoardBoot board_boot_after(const match::Timeline& timeline);

} // namespace scoreboard::core
