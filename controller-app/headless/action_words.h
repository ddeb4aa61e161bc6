#pragma once

#include <optional>
#include <string>
#include <vector>

#include "match/actions.h"

namespace scoreboard::headless {

inline constexpr int kNumberMax = 999;

// A whole number of at most `most`, with or without a sign.
std::optional<int> number_of(const std::string& text, int most = kNumberMax);

// An action by its name, or by its name and the shirt number of a player at the end: "penalty home minor 15".
std::optional<match::Command> command_named(const std::vector<match::Action>& actions,
                                            const std::string& name);

// Why the rules know no points of that number at once; empty: they do, or it is another command.
std::string why_not_at_once(const match::Ruleset& ruleset, const match::Command& command);

// Commands with a number of one's own, as no list of keys can name them all: one that can be given as it is.
std::vector<match::Action> examples(const match::Ruleset& ruleset, const match::MatchState& state);

} // namespace scoreboard::headless
