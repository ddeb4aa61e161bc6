#pragma once

#include <chrono>
#include <string>

#include "ctl/failure.h"

namespace scoreboard::ctl {

// A state document as lines for a terminal: score, clocks, what is recorded, what is shown. `age`: how long
// ago the document was true; running clocks are counted on by it. The error is a sentence: the text is no
// state document.
Result<std::string> scoreboard_text(const std::string& document, std::chrono::milliseconds age);

} // namespace scoreboard::ctl
