#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset floorball_iff_2022()
{
    Ruleset ruleset =
        named("floorball.iff.2022", "Floorball, IFF 2022", "IFF Rules of the Game, edition 2022");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 3;
    periods.name = PeriodName::kPeriod;
    periods.length = 20min;
    periods.interval = 10min; // optional
    periods.half_after = 0;
    periods.overtime = 10min;
    periods.overtimes_max = 1;
    periods.sudden_death = true;
    periods.before_overtime = 2min; // optional
    periods.tenths_below = 60s;     // optional
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    TimeoutRules timeouts; // optional: one of 30 s a match
    timeouts.length = 30s;
    timeouts.signal_at = 20s;
    timeouts.span = Span::kMatch;
    timeouts.first_half = 1;
    timeouts.carried = true;
    ruleset.timeouts = timeouts;
    PenaltyRules penalties; // optional: which of them a goal ends
    penalties.kinds = {{"minor", 2min, 1, true, true},
                       {"double minor", 2min, 2, true, true},
                       {"personal", 10min, 1, false, false},
                       {"bench 5", 5min, 1, false, true}}; // optional: until 2018
    penalties.running_max = 2;
    penalties.shown_max = 2;
    ruleset.penalties = penalties;
    ruleset.shootout = ShootoutRules{5};
    ruleset.tallies = {{"shot", 199, Span::kMatch}};
    return ruleset;
}

std::vector<Book> floorball_books()
{
    return {
        {"floorball.",
         {
             {"periods.count", "rule 201"},
             {"periods.clock", "", Basis::kChoice},
             {"periods.interval", "", Basis::kChoice},
             {"periods.overtime", "rule 202"},
             {"periods.sudden_death", "", Basis::kUnchecked},
             {"periods.before_overtime", "", Basis::kChoice},
             {"score", ""},
             {"timeouts", "rule 204", Basis::kChoice},
             {"tallies.shot", "", Basis::kBoard},
             {"penalties", "rules 603, 604"},
             {"penalties.minor", "rule 605; whether a goal ends it (602) is an option"},
             {"penalties.double minor", "rule 607; whether a goal ends it (602) is an option"},
             {"penalties.personal", "rule 608"},
             {"penalties.shown_max", ""},
             {"penalties.bench 5", "until 2018", Basis::kChoice},
             {"shootout", "rule 203"},
         }},
    };
}

} // namespace scoreboard::match::sports
