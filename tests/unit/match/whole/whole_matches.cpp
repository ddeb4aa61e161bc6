#include "unit/match/whole/whole_matches.h"

#include <cassert>

#include "match/rule_options.h"

namespace scoreboard::whole {

const Matches& all_matches()
{
    static const Matches kMatches = [] {
        Matches all;
        for (const auto& family :
             {american_football, ball_and_racket_games, baseball, basketball_by_fiba, basketball_in_america,
              fights_and_free_play, football_and_futsal, handball, hockey, lacrosse_and_netball, roller_derby,
              rugby, tennis, volleyball, water_polo}) {
            const Matches some = family();
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }();
    return kMatches;
}

match::Ruleset rules_of(const WholeMatch& played)
{
    const match::Ruleset* shipped = match::find_ruleset(played.ruleset);
    assert(shipped != nullptr);
    if (played.options.empty()) {
        return *shipped;
    }
    match::Altered rules = match::altered(*shipped, played.options);
    assert(rules.problem.empty());
    return rules.ruleset;
}

} // namespace scoreboard::whole
