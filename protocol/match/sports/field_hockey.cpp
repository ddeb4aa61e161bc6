#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset field_hockey_fih_2024()
{
    Ruleset ruleset = named("field_hockey.fih.2024", "Field hockey, FIH 2024", "FIH Rules of Hockey 2024");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 4;
    periods.length = 15min;
    periods.interval = 2min;
    periods.half_interval = 10min;
    periods.no_overtime = true; // a shoot-out decides, where one must
    periods.tenths_below = 60s; // optional
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    PenaltyRules penalties;
    penalties.kinds = {{"green", 2min, 1, false, true},
                       {"yellow", 5min, 1, false, true},
                       {"yellow 10", 10min, 1, false, true}};
    ruleset.penalties = penalties;
    ruleset.shootout = ShootoutRules{5};
    ruleset.tallies = {{"green card", 99, Span::kMatch},
                       {"yellow card", 99, Span::kMatch},
                       {"red card", 11, Span::kMatch},
                       {"penalty corner", 99, Span::kMatch}};
    return ruleset;
}

std::vector<Book> field_hockey_books()
{
    return {
        {"field_hockey.",
         {
             {"periods", "rule 5.1"},
             {"periods.clock", "", Basis::kChoice},
             {"periods.overtime", "rule 5.3"},
             {"score", "rule 8"},
             {"tallies", ""},
             {"tallies.green card", "rule 14.1"},
             {"penalties", "rule 14.1"},
             {"penalties.shown_max", "", Basis::kBoard},
             {"shootout", "rule 5.3"},
         }},
    };
}

} // namespace scoreboard::match::sports
