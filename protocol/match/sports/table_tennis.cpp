#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

Ruleset table_tennis(std::string id, std::string name, int games_to_win)
{
    Ruleset ruleset = named(std::move(id), std::move(name), "ITTF Laws of Table Tennis");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 2 * games_to_win - 1;
    periods.name = PeriodName::kSet;
    periods.interval = 1min; // at most
    periods.half_after = 0;
    ruleset.score = ScoreRules{{1}, kScoreMaximum};
    RallyRules rally;
    rally.points = 11;
    rally.last_points = 11;
    rally.lead = 2;
    rally.sets_to_win = games_to_win;
    rally.service = Service::kAlternate; // by two, from 10:10 by one
    rally.serve_every = 2;
    rally.ends_at_last = 5;
    rally.ends_each_set = true;
    ruleset.rally = rally;
    TimeoutRules timeouts; // optional: one of 60 s a match
    timeouts.length = 60s;
    timeouts.signal_at = 60s;
    timeouts.span = Span::kMatch;
    timeouts.first_half = 1;
    ruleset.timeouts = timeouts;
    ruleset.lamps = {{"expedite", true}};
    return ruleset;
}

// With a clock of ten minutes a game, at whose end the board asks for the expedite system.
Ruleset timed(std::string id, std::string name, int games_to_win)
{
    Ruleset ruleset = table_tennis(std::move(id), std::move(name), games_to_win);
    ruleset.periods.length = 10min;
    ruleset.rally->expedite_unless = 18; // points of the game
    return ruleset;
}

} // namespace

Ruleset table_tennis_best_of_5()
{
    return table_tennis("table_tennis.bo5.2024", "Table tennis, best of 5", 3);
}

Ruleset table_tennis_best_of_5_timed()
{
    return timed("table_tennis.bo5_timed.2024", "Table tennis, best of 5, with a game clock", 3);
}

Ruleset table_tennis_best_of_7_timed()
{
    return timed("table_tennis.bo7_timed.2024", "Table tennis, best of 7, with a game clock", 4);
}

Ruleset table_tennis_best_of_7()
{
    return table_tennis("table_tennis.bo7.2024", "Table tennis, best of 7", 4);
}

std::vector<Book> table_tennis_books()
{
    return {
        {"table_tennis.",
         {
             {"periods.count", "2.12"},
             {"periods.interval", ""},
             {"score", ""},
             {"timeouts", "3.4.4.2", Basis::kUnchecked},
             {"lamps.expedite", "2.15.3"},
             {"rally.points", "2.11.1"},
             {"rally.last_points", "2.11.1"},
             {"rally.sets_to_win", "2.12.1"},
             {"rally.service", "2.13.3"},
             {"rally.ends", "2.14.1; at five 2.14.2"},
         }},
        {"table_tennis.bo5_timed.",
         {
             {"periods.count", "2.12; ten minutes 2.15.1", Basis::kUnchecked},
             {"periods.clock", "2.15.1", Basis::kUnchecked},
             {"rally.expedite_unless", "2.15.2", Basis::kUnchecked},
         }},
        {"table_tennis.bo7_timed.",
         {
             {"periods.count", "2.12; ten minutes 2.15.1", Basis::kUnchecked},
             {"periods.clock", "2.15.1", Basis::kUnchecked},
             {"rally.expedite_unless", "2.15.2", Basis::kUnchecked},
         }},
    };
}

} // namespace scoreboard::match::sports
