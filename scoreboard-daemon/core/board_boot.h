#pragma once

#include <optional>

#include "core/heartbeat.h"
#include "match/command.h"
#include "match/timeline.h"

namespace scoreboard::core {

// What the first entry after a change of boot id says: every clock stands, where the newest heartbeat saw it
// if that is of this log's last clock entry, else where that entry left it. What happened after that nobody
// here knows.
match::BoardBoot board_boot_after(const match::Timeline& timeline, const std::optional<Heartbeat>& newest);

} // namespace scoreboard::core
