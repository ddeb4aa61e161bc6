#pragma once

#include "match/ids.h"
#include "match/time.h"

namespace scoreboard::link {

// CLOCK_BOOTTIME: runs through suspend, and no time server moves it.
match::TabletTime tablet_now();

// How long the device has slept since it booted, to a millisecond or so: it only grows by a suspend.
match::Duration slept_since_boot();

// Names the life of that time line: the kernel's boot id, or a random one where there is none.
match::BootId tablet_boot();

match::WriterId random_writer();

} // namespace scoreboard::link
