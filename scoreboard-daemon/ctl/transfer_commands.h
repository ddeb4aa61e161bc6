#pragma once

#include <string>

#include "ctl/failure.h"

namespace scoreboard::ctl {

// A match of the board in folder `data` as a file, and one of another board from a file: a sentence that says
// what was done.
Result<std::string> export_match(const std::string& data, const std::string& match, const std::string& file);
Result<std::string> import_match(const std::string& data, const std::string& file);

} // namespace scoreboard::ctl
