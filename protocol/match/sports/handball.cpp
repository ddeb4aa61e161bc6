#include "match/sports/all_sports.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

// What the board shows of IHF handball. Suspensions: RULES 16.
Ruleset handball_ihf_2016()
{
    Ruleset ruleset = named("handball.ihf.2016", "Handball, IHF 2016", "IHF Rules of the Game, 1 July 2016");
    PeriodRules& periods = ruleset.periods; // 2:1, 2:2
    periods.regular = 2;
    periods.name = PeriodName::kHalf;
    periods.length = 30min;
    periods.count_up = true;
    periods.half_interval = 10min; // optional: up to 15
    periods.half_after = 1;
    periods.overtime = 5min; // two of two halves
    periods.overtimes_max = 4;
    periods.overtime_parts = 2;
    periods.before_overtime = 5min;
    periods.within_overtime = 1min;
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    TimeoutRules timeouts; // 2:10
    timeouts.length = 60s;
    timeouts.signal_at = 50s;
    timeouts.first_half = 1; // optional: three a match, two in a half, one in the last 5:00
    timeouts.second_half = 1;
    ruleset.timeouts = timeouts;
    PenaltyRules penalties;                                     // 16:3 to 16:8, 18:2; a goal releases nobody
    penalties.kinds = {{"suspension", 2min, 1, false, true, 3}, // 16:6 d: the third
                       {"disqualification", 2min, 1, false, true, 1}};
    penalties.shown_max = 3;
    ruleset.penalties = penalties;
    ruleset.shootout = ShootoutRules{5}; // 7 m throws, 2:2 comment
    ruleset.tallies = {{"yellow card", 3, Span::kMatch, 1}, {"red card", 16, Span::kMatch}}; // 16:1, 16:6
    return ruleset;
}

Ruleset handball_ihf_three_timeouts()
{
    Ruleset ruleset = handball_ihf_2016();
    ruleset.id = "handball.ihf_3to.2016";
    ruleset.name = "Handball, IHF 2016, three time-outs";
    TimeoutRules timeouts; // IHF 2:10, comment
    timeouts.length = 60s;
    timeouts.signal_at = 50s;
    timeouts.span = Span::kMatch;
    timeouts.first_half = 3;
    timeouts.half_maximum = 2;
    timeouts.late_maximum = 1;
    timeouts.late_from = 5min;
    ruleset.timeouts = timeouts;
    return ruleset;
}

} // namespace scoreboard::match::sports
