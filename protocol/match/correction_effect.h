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
    Duration target_age{};   // since what it corrects was decided; the greatest if that was before a boot
};

// `correction` as it would come next; only its id, body and times count. `now`: when the clocks are compared.
CorrectionEffect effect_of(const Timeline& timeline, Entry correction, BoardTime now);

// A line each, for a person: "HOME 54 -> 53", "clock 7:42.0 -> 7:12.0". Never empty.
std::vector<std::string> in_words(const CorrectionEffect& effect);

// Whether a person must have seen it first: it ends or re-opens a period, takes the sense of other entries,
// moves a clock further than a late command may (DelayProfile), or lets one run that has stood for a while.
bool needs_confirmation(const Ruleset& ruleset, const CorrectionEffect& effect);
// What goes with the command, and whether that is what would happen now, `since` the tap, whose time is known
// within `uncertainty`: running clocks as far as a person sees it, everything else exactly.
ShownEffect shown_of(const CorrectionEffect& effect);
bool agrees(const CorrectionEffect& effect, const ShownEffect& shown, Duration since, Duration uncertainty);

} // namespace scoreboard::match
