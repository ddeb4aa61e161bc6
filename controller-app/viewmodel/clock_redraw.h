#pragma once

#include <chrono>
#include <optional>

#include "match/scoreline.h"

namespace scoreboard::viewmodel {

// How long the digits of every running clock stay as they are; none: no clock runs.
std::optional<match::Duration> next_face_change(const match::Scoreline& line);

std::optional<match::Duration> sooner(std::optional<match::Duration> a, match::Duration b);

// As a timer's delay, kept within 5 … 1000 ms: an edge missed by a rounding is looked for again at once, and
// a clock that was stepped meanwhile is found within a second.
std::chrono::milliseconds timer_delay(match::Duration wait);

} // namespace scoreboard::viewmodel
