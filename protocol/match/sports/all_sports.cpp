#include "match/sports/all_sports.h"

#include <algorithm>

namespace scoreboard::match {

const std::vector<Ruleset>& all_rulesets()
{
    static const std::vector<Ruleset> kRulesets{
        sports::american_football_nfl(),
        sports::american_football_ncaa(),
        sports::american_football_nfhs(),
        sports::badminton_bwf_21(),
        sports::badminton_bwf_15(),
        sports::baseball_mlb_2025(),
        sports::basketball_fiba_2026(),
        sports::basketball_fiba_2024(),
        sports::basketball_nba(),
        sports::basketball_ncaa_men(),
        sports::basketball_ncaa_women(),
        sports::basketball_nfhs(),
        sports::basketball_3x3(),
        sports::beach_volleyball_fivb_2025(),
        sports::boxing_3(),
        sports::boxing_12(),
        sports::field_hockey_fih_2024(),
        sports::floorball_iff_2022(),
        sports::football_ifab_2026(),
        sports::free_play(),
        sports::futsal_fifa_2025(),
        sports::handball_ihf_2016(),
        sports::handball_ihf_three_timeouts(),
        sports::ice_hockey_iihf_2025(),
        sports::lacrosse_wl_2025(),
        sports::netball_wn_2024(),
        sports::rink_hockey_ws_2024(),
        sports::roller_derby_wftda_2025(),
        sports::rugby_union(),
        sports::rugby_sevens(),
        sports::table_tennis_best_of_5(),
        sports::table_tennis_best_of_7(),
        sports::table_tennis_best_of_5_timed(),
        sports::table_tennis_best_of_7_timed(),
        sports::tennis_best_of_3(),
        sports::tennis_with_a_serve_clock(),
        sports::tennis_best_of_5(),
        sports::tennis_match_tiebreak(),
        sports::tennis_short_sets(),
        sports::tennis_advantage_set(),
        sports::tennis_best_of_5_with_a_serve_clock(),
        sports::tennis_match_tiebreak_with_a_serve_clock(),
        sports::tennis_short_sets_with_a_serve_clock(),
        sports::tennis_advantage_set_with_a_serve_clock(),
        sports::volleyball_fivb_2025(),
        sports::water_polo_aqua_2025(),
        sports::water_polo_30_20_20(),
        sports::wrestling_uww_2025(),
    };
    return kRulesets;
}

const Ruleset* find_ruleset(const std::string& id)
{
    const std::vector<Ruleset>& rulesets = all_rulesets();
    const auto found = std::find_if(rulesets.begin(), rulesets.end(),
                                    [&id](const Ruleset& ruleset) { return ruleset.id == id; });
    return found == rulesets.end() ? nullptr : &*found;
}

const Ruleset& default_ruleset()
{
    static const Ruleset kDefault = sports::basketball_fiba_2026();
    return kDefault;
}

} // namespace scoreboard::match
