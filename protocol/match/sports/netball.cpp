#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset netball_wn_2024()
{
    Ruleset ruleset =
        named("netball.wn.2024", "Netball, World Netball 2024", "World Netball Rules of Netball 2024");
    PeriodRules& periods = ruleset.periods; // optional: every number but four quarters of fifteen minutes
    periods.regular = 4;
    periods.length = 15min;
    periods.interval = 4min;
    periods.half_interval = 12min;
    periods.overtime = 7min;
    periods.overtimes_max = 0; // level after both halves: on until a side leads, by two as the book has it
    periods.overtime_parts = 2;
    periods.before_overtime = 4min;
    periods.within_overtime = 1min;
    ruleset.score = ScoreRules{{1}, 199};
    return ruleset;
}

std::vector<Book> netball_books()
{
    return {
        {"netball.",
         {
             {"periods", "", Basis::kChoice},
             {"periods.count", ""},
             {"score", ""},
         }},
    };
}

} // namespace scoreboard::match::sports
