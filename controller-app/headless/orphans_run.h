#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "client/journal.h"

namespace scoreboard::headless {

// "", "list", "drop N", "drop all": the taps in a journal that no board took, numbered from 1, without any
// board. Gives the exit code.
int run_orphans(const std::vector<std::string>& words, client::Journal& journal, std::ostream& out,
                std::ostream& complaints);

} // namespace scoreboard::headless
