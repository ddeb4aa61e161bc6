#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

PenaltyRules penalties()
{
    PenaltyRules rules;
    rules.kinds = {{"minor", 2min, 1, true, true},
                   {"bench minor", 2min, 1, true, true},
                   {"double minor", 2min, 2, true, true},
                   {"major", 5min, 1, false, true},
                   {"misconduct", 10min, 1, false, false},
                   {"game misconduct", 0min, 1, false, false, 1},
                   {"match penalty", 5min, 1, false, true, 1},
                   {"penalty shot", 0min, 1, false, false}};
    rules.running_max = 2;
    rules.shown_max = 2;
    return rules;
}

} // namespace

Ruleset ice_hockey_iihf_2025()
{
    Ruleset ruleset =
        named("ice_hockey.iihf.2025", "Ice hockey, IIHF 2025/26", "IIHF Official Rule Book 2025/26");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 3;
    periods.name = PeriodName::kPeriod;
    periods.length = 20min;
    periods.interval = 15min;
    periods.half_after = 0;
    periods.overtime = 5min; // optional: 10:00 or 20:00; a goal ends it
    periods.overtimes_max = 1;
    periods.sudden_death = true;
    periods.before_overtime = 3min; // optional
    periods.tenths_below = 60s;     // optional
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    TimeoutRules timeouts; // one a match
    timeouts.length = 30s;
    timeouts.signal_at = 20s; // optional
    timeouts.span = Span::kMatch;
    timeouts.first_half = 1;
    timeouts.carried = true;
    ruleset.timeouts = timeouts;
    ruleset.penalties = penalties();
    ruleset.shootout = ShootoutRules{5, true};
    ruleset.tallies = {{"shot", 199, Span::kMatch}};
    return ruleset;
}

std::vector<Book> ice_hockey_books()
{
    return {
        {"ice_hockey.",
         {
             {"periods", "rule 77"},
             {"periods.clock", "", Basis::kChoice},
             {"periods.overtime", "rule 84; 10:00 and 20:00 are options"},
             {"periods.before_overtime", "", Basis::kChoice},
             {"periods.sudden_death", "rule 84"},
             {"score", "rule 78"},
             {"timeouts", "rule 87"},
             {"timeouts.length", "rule 87; the signal is an option"},
             {"tallies.shot", "", Basis::kBoard},
             {"penalties", "rules 15 to 26"},
             {"penalties.minor", "rule 16; its end at a goal: table 14"},
             {"penalties.bench minor", "rule 17; its end at a goal: table 14"},
             {"penalties.double minor", "rule 18; its end at a goal: table 14"},
             {"penalties.major", "rule 20"},
             {"penalties.misconduct", "rule 22"},
             {"penalties.match penalty", "rule 21"},
             {"penalties.running_max", "rule 26"},
             {"penalties.shown_max", "rule 26"},
             {"shootout", "rule 84"},
         }},
    };
}

} // namespace scoreboard::match::sports
