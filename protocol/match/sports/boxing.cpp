#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

Ruleset boxing(std::string id, std::string name, int rounds)
{
    Ruleset ruleset = named(std::move(id), std::move(name), "Rounds of three minutes, one minute of rest");
    PeriodRules& periods = ruleset.periods;
    periods.regular = rounds; // optional: 3 to 12
    periods.name = PeriodName::kRound;
    periods.length = 3min;
    periods.interval = 1min;
    periods.half_after = 0;
    periods.no_overtime = true;
    ruleset.possession = false; // and no score: the judges keep it to themselves
    ruleset.tallies = {{"knock-down", 99, Span::kMatch}, {"warning", 9, Span::kMatch}};
    return ruleset;
}

} // namespace

Ruleset boxing_3()
{
    return boxing("boxing.rounds3.2025", "Boxing, 3 rounds", 3);
}

Ruleset boxing_12()
{
    return boxing("boxing.rounds12.2025", "Boxing, 12 rounds", 12);
}

std::vector<Book> boxing_books()
{
    return {
        {"boxing.",
         {
             {"periods.count", "", Basis::kChoice},
             {"periods.clock", ""},
             {"periods.interval", ""},
             {"periods.overtime", ""},
             {"tallies", "", Basis::kBoard},
         }},
    };
}

} // namespace scoreboard::match::sports
