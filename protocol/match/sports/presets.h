#pragma once

#include <chrono>

#include "match/ruleset.h"

// What the sports' files share: numbers that belong to the board and not to a rule book.
namespace scoreboard::match::sports {

// How long a delayed command of the game clock may count by itself, and near the end of a period.
inline constexpr DelayProfile kDelay{std::chrono::seconds(30), std::chrono::seconds(120),
                                     std::chrono::seconds(2), std::chrono::milliseconds(150),
                                     std::chrono::seconds(10)};
inline constexpr DelayProfile kLastMinuteDelay{std::chrono::seconds(10), std::chrono::seconds(60),
                                               std::chrono::seconds(1), std::chrono::milliseconds(50),
                                               std::chrono::seconds(10)};
inline constexpr DelayProfile kShotDelay{std::chrono::seconds(5), std::chrono::seconds(24),
                                         std::chrono::seconds(1), std::chrono::milliseconds(50),
                                         std::chrono::seconds(3)};

// The panel has three digits a side.
inline constexpr int kScoreMaximum = 999;

// Rules that so far have a name, a source and the clock's delays, but no numbers.
Ruleset named(std::string id, std::string name, std::string source);

} // namespace scoreboard::match::sports
