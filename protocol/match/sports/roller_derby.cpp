#include "match/sports/all_sports.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset roller_derby_wftda_2025()
{
    Ruleset ruleset = named("roller_derby.wftda.2025", "Roller derby, WFTDA 2025",
                            "WFTDA Rules of Flat Track Roller Derby 2025");
    PeriodRules& periods = ruleset.periods; // rule 1.1
    periods.regular = 2;
    periods.name = PeriodName::kPeriod;
    periods.length = 30min;
    periods.half_interval = 15min;
    periods.half_after = 1;
    periods.overtime = 0min; // one more jam, without a period clock
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1, 2, 3, 4}, kScoreMaximum};
    TimeoutRules timeouts; // rule 1.4: three a game
    timeouts.length = 60s;
    timeouts.signal_at = 60s;
    timeouts.span = Span::kMatch;
    timeouts.first_half = 3;
    timeouts.carried = true;
    ruleset.timeouts = timeouts;
    ruleset.jam = JamRules{2min, 30s}; // rules 1.2, 1.3
    // One review a period; one that is won is kept, and one of the second is a third.
    ruleset.tallies = {{"official review", 2, Span::kPeriod}};
    ruleset.lamps = {{"lead home"}, {"lead guest"}};
    PenaltyRules penalties; // rule 4: served while jams are on, out with the seventh
    penalties.kinds = {{"penalty", 30s, 1, false, true, 7}};
    ruleset.penalties = penalties;
    return ruleset;
}

} // namespace scoreboard::match::sports
