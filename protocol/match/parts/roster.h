#pragma once

#include <optional>

#include "match/parts/part.h"

namespace scoreboard::match::parts {

// What a command puts to one player's name beside what it does for the team.
struct Credit {
    std::optional<int> player; // none: nobody's
    int fouls = 0;
    int points = 0;
    int tally = 0; // index of Ruleset::tallies …
    int count = 0; // … and how many of it
    int limit = 0; // of it, for one player; 0: none
};

// Why a player cannot be given that: no shirt number, less than nothing, too many names.
std::optional<Outcome> why_not(const Team& team, const Credit& credit);
void give(Team& team, const Credit& credit); // why_not() found nothing

} // namespace scoreboard::match::parts
