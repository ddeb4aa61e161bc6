#pragma once

#include "match/ruleset.h"

// One function a sport's dated rules; all_sports.cpp is the table.
namespace scoreboard::match::sports {

Ruleset basketball_fiba_2026();

} // namespace scoreboard::match::sports
