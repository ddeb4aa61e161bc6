#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset football_ifab_2026()
{
    Ruleset ruleset = named("football.ifab.2026", "Football, IFAB 2026/27", "IFAB Laws of the Game 2026/27");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 2;
    periods.name = PeriodName::kHalf;
    periods.length = 45min;
    periods.count_up = true;
    periods.runs_past = 30min;     // no law ends the time that is added
    periods.half_interval = 15min; // at most
    periods.half_after = 1;
    periods.overtime = 15min; // extra time, two halves
    periods.overtimes_max = 2;
    periods.overtime_parts = 2;
    periods.before_overtime = 5min; // optional
    periods.within_overtime = 1min;
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    ruleset.shootout = ShootoutRules{5}; // kicks from the penalty mark
    ruleset.tallies = {{"yellow card", 99, Span::kMatch},
                       {"red card", 11, Span::kMatch},
                       {"substitution", 6, Span::kMatch}, // five, and one in extra time
                       {"corner", 99, Span::kMatch}};
    return ruleset;
}

std::vector<Book> football_books()
{
    return {
        {"football.",
         {
             {"periods.count", "law 7"},
             {"periods.clock", "law 7.3"},
             {"periods.half_interval", "law 7.2"},
             {"periods.overtime", "law 10.2"},
             {"periods.before_overtime", "", Basis::kChoice},
             {"score", "law 10"},
             {"tallies.yellow card", "law 12"},
             {"tallies.red card", "law 12"},
             {"tallies.substitution", "law 3"},
             {"tallies.corner", "law 17"},
             {"shootout", "law 10.3"},
         }},
    };
}

} // namespace scoreboard::match::sports
