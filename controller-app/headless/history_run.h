#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "client/journal.h"

namespace scoreboard::headless {

// "", "list", "export FILE [N]", "drop N": the matches in a journal, without any board. Number 0 is the one
// that its board has, as far as this controller knows; the others are lost. Gives the exit code.
int run_history(const std::vector<std::string>& words, client::Journal& journal, std::ostream& out,
                std::ostream& complaints);

} // namespace scoreboard::headless
