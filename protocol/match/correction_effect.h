#pragma once

#include <string>
#include <vector>

#include "match/scoreline.h"
#include "match/timeline.h"

namespace scoreboard::match {

// What a correction (undo, redo, edit, insert) would change, all of it: shown before it is sent.
struct CorrectionEffect {
    // Another entry that loses its sense by it, or gets it back.
    struct Mark {
        CommandId id;
        Rev rev = 0;
        std::string label; // "-1 HOME"
        std::string why;   // it has no effect any more; empty: it counts again

        bool operator==(const Mark&) const = default;
    };

    Outcome outcome; // refused: the rest is empty
    Scoreline before;
    Scoreline after;
    std::vector<Mark> marks; // by rev
};

// `correction` as it would come next; only its id, body and times count. `now`: when the clocks are compared.
CorrectionEffect effect_of(const Timeline& timeline, Entry correction, BoardTime now);

// A line each, for a person: "HOME 54 -> 53", "clock 7:42.0 -> 7:12.0". Never empty.
std::vector<std::string> in_words(const CorrectionEffect& effect);

} // namespace scoreboard::match
