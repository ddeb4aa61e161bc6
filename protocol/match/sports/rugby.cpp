#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

Ruleset rugby(std::string id, std::string name, Duration half, Duration half_time)
{
    Ruleset ruleset = named(std::move(id), std::move(name), "World Rugby Laws of the Game 2026");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 2;
    periods.name = PeriodName::kHalf;
    periods.length = half;
    periods.count_up = true;
    periods.runs_past = 20min; // play goes on until the ball is dead
    periods.half_interval = half_time;
    periods.half_after = 1;
    periods.before_overtime = 5min; // optional, as all of extra time
    periods.within_overtime = 1min;
    ruleset.possession = false;
    ruleset.score = ScoreRules{{5, 2, 3}, 199}; // try, conversion, penalty or dropped goal
    PenaltyRules penalties;
    penalties.kinds = {{"sin bin", half >= 20min ? 10min : 2min, 1, false, true}};
    ruleset.penalties = penalties;
    ruleset.tallies = {{"yellow card", 15, Span::kMatch},
                       {"red card", 15, Span::kMatch},
                       {"substitution", 12, Span::kMatch}};
    return ruleset;
}

} // namespace

Ruleset rugby_union()
{
    Ruleset ruleset = rugby("rugby.union.2026", "Rugby union, World Rugby 2026", 40min, 15min);
    ruleset.periods.overtime = 10min;
    ruleset.periods.overtimes_max = 2;
    ruleset.periods.overtime_parts = 2;
    return ruleset;
}

Ruleset rugby_sevens()
{
    Ruleset ruleset = rugby("rugby.sevens.2026", "Rugby sevens, World Rugby 2026", 7min, 2min);
    ruleset.periods.overtime = 5min; // until somebody scores
    ruleset.periods.sudden_death = true;
    return ruleset;
}

std::vector<Book> rugby_books()
{
    return {
        {"rugby.",
         {
             {"periods", "law 5"},
             {"periods.overtime", "", Basis::kChoice},
             {"periods.before_overtime", "", Basis::kChoice},
             {"score", "law 8"},
             {"tallies", ""},
             {"penalties", "law 9"},
             {"penalties.shown_max", "", Basis::kBoard},
         }},
        {"rugby.sevens.",
         {
             {"periods", "sevens variation 5"},
             {"periods.overtime", "sevens variation 5", Basis::kChoice},
             {"penalties", "sevens variation 9"},
         }},
    };
}

} // namespace scoreboard::match::sports
