#pragma once

namespace scoreboard::support {

// One step of a match that is told row by row, in the words of the command line (played_match.h plays it).
struct PlayedRow {
    double when;          // the board's time, in seconds
    const char* action;   // taps_of() it; empty, "by period" or "time-outs left": only look
    const char* expected; // told(), what was looked at, or "refused REASON"
    const char* article;  // the rule that says so
};

} // namespace scoreboard::support
