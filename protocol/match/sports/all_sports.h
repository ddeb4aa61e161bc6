#pragma once

#include "match/ruleset.h"

// One function a sport's dated rules; all_sports.cpp is the table.
namespace scoreboard::match::sports {

Ruleset basketball_fiba_2026();
Ruleset basketball_fiba_2024();
Ruleset basketball_nba();
Ruleset basketball_ncaa_men();
Ruleset basketball_ncaa_women();
Ruleset basketball_nfhs();
Ruleset basketball_3x3();
Ruleset boxing_3();
Ruleset boxing_12();
Ruleset field_hockey_fih_2024();
Ruleset floorball_iff_2022();
Ruleset football_ifab_2026();
Ruleset free_play();
Ruleset futsal_fifa_2025();
Ruleset handball_ihf_2016();
Ruleset handball_ihf_three_timeouts();
Ruleset lacrosse_wl_2025();
Ruleset netball_wn_2024();
Ruleset rink_hockey_ws_2024();
Ruleset rugby_union();
Ruleset rugby_sevens();
Ruleset wrestling_uww_2025();

} // namespace scoreboard::match::sports
