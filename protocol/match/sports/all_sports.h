#pragma once

#include "match/ruleset.h"

// One function a sport's dated rules; all_sports.cpp is the table.
namespace scoreboard::match::sports {

Ruleset american_football_nfl();
Ruleset american_football_ncaa();
Ruleset american_football_nfhs();
Ruleset badminton_bwf_21();
Ruleset badminton_bwf_15();
Ruleset baseball_mlb_2025();
Ruleset basketball_fiba_2026();
Ruleset basketball_fiba_2024();
Ruleset basketball_nba();
Ruleset basketball_ncaa_men();
Ruleset basketball_ncaa_women();
Ruleset basketball_nfhs();
Ruleset basketball_3x3();
Ruleset beach_volleyball_fivb_2025();
Ruleset boxing_3();
Ruleset boxing_12();
Ruleset field_hockey_fih_2024();
Ruleset floorball_iff_2022();
Ruleset football_ifab_2026();
Ruleset free_play();
Ruleset futsal_fifa_2025();
Ruleset handball_ihf_2016();
Ruleset handball_ihf_three_timeouts();
Ruleset ice_hockey_iihf_2025();
Ruleset lacrosse_wl_2025();
Ruleset netball_wn_2024();
Ruleset rink_hockey_ws_2024();
Ruleset roller_derby_wftda_2025();
Ruleset rugby_union();
Ruleset rugby_sevens();
Ruleset table_tennis_best_of_5();
Ruleset table_tennis_best_of_7();
Ruleset table_tennis_best_of_5_timed();
Ruleset table_tennis_best_of_7_timed();
Ruleset tennis_best_of_3();
Ruleset tennis_with_a_serve_clock();
Ruleset tennis_best_of_5();
Ruleset tennis_match_tiebreak();
Ruleset tennis_short_sets();
Ruleset tennis_advantage_set();
Ruleset tennis_best_of_5_with_a_serve_clock();
Ruleset tennis_match_tiebreak_with_a_serve_clock();
Ruleset tennis_short_sets_with_a_serve_clock();
Ruleset tennis_advantage_set_with_a_serve_clock();
Ruleset volleyball_fivb_2025();
Ruleset water_polo_aqua_2025();
Ruleset water_polo_30_20_20();
Ruleset wrestling_uww_2025();

} // namespace scoreboard::match::sports
