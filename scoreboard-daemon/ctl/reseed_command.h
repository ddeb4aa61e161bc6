#pragma once

#include <string>

#include "ctl/failure.h"

namespace scoreboard::ctl {

// Fills the board whose data folder is `data` with the history in `file`, on the board itself, while its
// daemon is stopped. Whoever may write that folder may do it: that is what makes one a technician here. Gives
// what was done, for a person.
Result<std::string> reseed(const std::string& file, const std::string& data, bool take_place);

} // namespace scoreboard::ctl
