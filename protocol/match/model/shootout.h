#pragma once

#include <vector>

// Attempts in turn after a match that stayed level, kept apart from the score.
namespace scoreboard::match {

struct ShootoutRules {
    int rounds = 5;             // each side's; after them the first difference of a pair decides
    bool winner_scores = false; // who wins it has one goal more in the result

    bool operator==(const ShootoutRules&) const = default;
};

struct Shootout {
    std::vector<bool> home; // whether each attempt scored
    std::vector<bool> guest;

    bool operator==(const Shootout&) const = default;
};

int goals(const std::vector<bool>& attempts);
// Whether the side that is behind can no longer catch up.
bool is_decided(const ShootoutRules& rules, const Shootout& shootout);

} // namespace scoreboard::match
