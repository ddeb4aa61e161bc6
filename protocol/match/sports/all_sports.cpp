#include "match/sports/all_sports.h"

#include <algorithm>

namespace scoreboard::match {

const std::vector<Ruleset>& all_rulesets()
{
    static const std::vector<Ruleset> kRulesets{
        sports::basketball_fiba_2026(),
        sports::basketball_fiba_2024(),
        sports::basketball_nba(),
        sports::basketball_ncaa_men(),
        sports::basketball_ncaa_women(),
        sports::basketball_nfhs(),
        sports::basketball_3x3(),
        sports::boxing_3(),
        sports::boxing_12(),
        sports::field_hockey_fih_2024(),
        sports::floorball_iff_2022(),
        sports::football_ifab_2026(),
        sports::free_play(),
        sports::futsal_fifa_2025(),
        sports::handball_ihf_2016(),
        sports::handball_ihf_three_timeouts(),
        sports::lacrosse_wl_2025(),
        sports::netball_wn_2024(),
        sports::rink_hockey_ws_2024(),
        sports::rugby_union(),
        sports::rugby_sevens(),
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

} // namespace scoreboard::match
