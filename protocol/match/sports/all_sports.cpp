#include "match/sports/all_sports.h"

#include <algorithm>

namespace scoreboard::match {

const std::vector<Ruleset>& all_rulesets()
{
    static const std::vector<Ruleset> kRulesets{
        sports::basketball_fiba_2026(),
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
