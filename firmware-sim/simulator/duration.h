#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace scoreboard::simulator {

// "500ms", "2s"
std::optional<std::chrono::nanoseconds> parse_duration(const std::string& text);

} // namespace scoreboard::simulator
