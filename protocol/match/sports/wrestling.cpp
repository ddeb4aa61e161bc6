#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset wrestling_uww_2025()
{
    Ruleset ruleset = named("wrestling.uww.2025", "Wrestling, UWW 2025",
                            "United World Wrestling International Wrestling Rules 2025");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 2;
    periods.name = PeriodName::kPeriod;
    periods.length = 3min;
    periods.half_interval = 30s;
    periods.half_after = 1;
    periods.no_overtime = true; // level: criteria decide, which are the referees'
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1, 2, 4, 5}, 99};
    ruleset.score->wins_by = 10; // technical superiority in freestyle; in Greco-Roman wrestling 8
    ruleset.tallies = {{"caution", 3, Span::kMatch}};
    return ruleset;
}

std::vector<Book> wrestling_books()
{
    return {
        {"wrestling.",
         {
             {"", ""},
         }},
    };
}

} // namespace scoreboard::match::sports
