#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset roller_derby_wftda_2025()
{
    Ruleset ruleset = named("roller_derby.wftda.2025", "Roller derby, WFTDA 2025",
                            "WFTDA Rules of Flat Track Roller Derby 2025");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 2;
    periods.name = PeriodName::kPeriod;
    periods.length = 30min;
    periods.half_interval = 15min;
    periods.half_after = 1;
    periods.overtime = 0min; // one more jam, without a period clock
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1, 2, 3, 4}, kScoreMaximum};
    TimeoutRules timeouts; // three a game
    timeouts.length = 60s;
    timeouts.signal_at = 60s;
    timeouts.span = Span::kMatch;
    timeouts.first_half = 3;
    timeouts.carried = true;
    ruleset.timeouts = timeouts;
    ruleset.jam = JamRules{2min, 30s};
    // One review a period; one that is won is kept, and one of the second is a third.
    ruleset.tallies = {{"official review", 2, Span::kPeriod}};
    ruleset.lamps = {{"lead home", false, true}, {"lead guest", false, true}};
    PenaltyRules penalties; // served while jams are on, out with the seventh
    penalties.kinds = {{"penalty", 30s, 1, false, true, 7}};
    ruleset.penalties = penalties;
    return ruleset;
}

std::vector<Book> roller_derby_books()
{
    return {
        {"roller_derby.",
         {
             {"periods", "rule 1.1"},
             {"score", "rule 3"},
             {"timeouts", "rule 1.4"},
             {"tallies.official review", "rule 1.4"},
             {"lamps", "rule 2.2.3"},
             {"penalties.penalty", "rule 4.2; the seventh 4.3"},
             {"penalties.shown_max", "", Basis::kBoard},
             {"jam", "rule 1.2; the line-up 1.3"},
         }},
    };
}

} // namespace scoreboard::match::sports
