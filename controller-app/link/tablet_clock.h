#pragma once

#include "match/ids.h"
#include "match/time.h"

namespace scoreboard::link {

// Runs through suspend, and no time server moves it, makes it faster or slower.
match::TabletTime tablet_now();

// How long the device has slept since it booted, to a millisecond: it grows by a suspend and by nothing else.
match::Duration slept_since_boot();

// Names the life of that time line: the kernel's boot id, or a random one where there is none.
match::BootId tablet_boot();

match::WriterId random_writer();

} // namespace scoreboard::link
