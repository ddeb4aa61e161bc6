#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

// Two scores, a clock and a period: for whatever has no rules here.
Ruleset free_play()
{
    Ruleset ruleset = named("free.any.1", "Free", "No rule book: two scores, a clock, a period");
    ruleset.periods.regular = 60; // as many as anybody wants: the match ends when somebody ends it
    ruleset.periods.name = PeriodName::kPeriod;
    ruleset.periods.length = 99min;
    ruleset.periods.half_after = 0;
    ruleset.periods.tenths_below = 60s;
    ruleset.score = ScoreRules{{1, 2, 3, 5, 10}, kScoreMaximum};
    return ruleset;
}

std::vector<Book> free_play_books()
{
    return {
        {"free.",
         {
             {"", "", Basis::kBoard},
         }},
    };
}

} // namespace scoreboard::match::sports
