#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace scoreboard::simulation {

// Moments of a run at which somebody taps or something fails, by their numbers: the first is 1.
using Moments = std::set<int>;

std::string text_of(const Moments& moments); // "1-14,16"
// None for anything else than such a text.
std::optional<Moments> parse_moments(std::string_view text);

} // namespace scoreboard::simulation
