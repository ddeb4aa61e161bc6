#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset futsal_fifa_2025()
{
    Ruleset ruleset =
        named("futsal.fifa.2025", "Futsal, FIFA 2025-26", "FIFA Futsal Laws of the Game 2025-26");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 2;
    periods.name = PeriodName::kHalf;
    periods.length = 20min;
    periods.half_interval = 15min; // at most
    periods.half_after = 1;
    periods.overtime = 5min; // optional: two of five minutes
    periods.overtimes_max = 2;
    periods.overtime_parts = 2;
    periods.before_overtime = 5min;
    periods.within_overtime = 1min;
    periods.tenths_below = 60s; // optional
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    FoulRules fouls; // a direct free kick without a wall from the sixth
    fouls.bonus_from = 6;
    fouls.overtime_with_last = true;
    fouls.maximum = 99;
    ruleset.fouls = fouls;
    TimeoutRules timeouts; // one a half, none in extra time
    timeouts.length = 60s;
    timeouts.signal_at = 50s; // optional
    timeouts.first_half = 1;
    timeouts.second_half = 1;
    ruleset.timeouts = timeouts;
    PenaltyRules penalties; // optional: a goal of the side with more players ends it
    penalties.kinds = {{"sending-off", 2min, 1, true, true}};
    ruleset.penalties = penalties;
    ruleset.shootout = ShootoutRules{5};
    ruleset.tallies = {{"yellow card", 99, Span::kMatch}, {"red card", 14, Span::kMatch}};
    return ruleset;
}

std::vector<Book> futsal_books()
{
    return {
        {"futsal.",
         {
             {"periods.count", "law 7"},
             {"periods.clock", "", Basis::kChoice},
             {"periods.half_interval", "law 7"},
             {"periods.overtime", "law 10.2", Basis::kChoice},
             {"periods.before_overtime", ""},
             {"score", "law 10"},
             {"fouls", "law 13"},
             {"timeouts", "law 7.4"},
             {"timeouts.length", "law 7.4; the signal is an option"},
             {"tallies", "law 12"},
             {"penalties", "law 3.6", Basis::kUnchecked},
             {"penalties.shown_max", "", Basis::kBoard},
             {"shootout", "law 10"},
         }},
    };
}

} // namespace scoreboard::match::sports
