#pragma once

#include <string>

#include "support/test_match.h"

namespace scoreboard::support {

// The keys of both clocks, and what the shot clock's face says of them.
inline constexpr match::StartClock kStart{match::ClockId::kGame};
inline constexpr match::StopClock kStop{match::ClockId::kGame};
inline constexpr match::StartClock kRun{match::ClockId::kShot};
inline constexpr match::StopClock kHold{match::ClockId::kShot};

// "14 run", "24", "blank".
inline std::string shot(const TestMatch& match, double when)
{
    const match::ClockFace face = match.line(at(when)).shot;
    return face.visible ? face.text + (face.running ? " run" : "") : "blank";
}

} // namespace scoreboard::support
