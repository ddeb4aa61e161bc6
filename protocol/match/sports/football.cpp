#include "match/sports/all_sports.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset football_ifab_2026()
{
    Ruleset ruleset = named("football.ifab.2026", "Football, IFAB 2026/27", "IFAB Laws of the Game 2026/27");
    PeriodRules& periods = ruleset.periods; // law 7
    periods.regular = 2;
    periods.name = PeriodName::kHalf;
    periods.length = 45min;
    periods.count_up = true;
    periods.runs_past = 30min;     // no law ends the time that is added
    periods.half_interval = 15min; // at most
    periods.half_after = 1;
    periods.overtime = 15min; // law 10: extra time, two halves
    periods.overtimes_max = 2;
    periods.overtime_parts = 2;
    periods.before_overtime = 5min; // optional
    periods.within_overtime = 1min;
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    ruleset.shootout = ShootoutRules{5};                  // law 10: kicks from the penalty mark
    ruleset.tallies = {{"yellow card", 99, Span::kMatch}, // law 12
                       {"red card", 11, Span::kMatch},
                       {"substitution", 6, Span::kMatch}, // law 3: five, and one in extra time
                       {"corner", 99, Span::kMatch}};
    return ruleset;
}

} // namespace scoreboard::match::sports
