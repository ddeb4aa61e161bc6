#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

// What the board shows of IHF handball.
Ruleset handball_ihf_2016()
{
    Ruleset ruleset = named("handball.ihf.2016", "Handball, IHF 2016", "IHF Rules of the Game, 1 July 2016");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 2;
    periods.name = PeriodName::kHalf;
    periods.length = 30min;
    periods.count_up = true;
    periods.half_interval = 10min; // optional: up to 15
    periods.half_after = 1;
    periods.overtime = 5min; // two of two halves
    periods.overtimes_max = 4;
    periods.overtime_parts = 2;
    periods.before_overtime = 5min;
    periods.within_overtime = 1min;
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    TimeoutRules timeouts;
    timeouts.length = 60s;
    timeouts.signal_at = 50s;
    timeouts.first_half = 1; // optional: three a match, two in a half, one in the last 5:00
    timeouts.second_half = 1;
    ruleset.timeouts = timeouts;
    PenaltyRules penalties;                                     // a goal releases nobody
    penalties.kinds = {{"suspension", 2min, 1, false, true, 3}, // with the third the player is out
                       {"disqualification", 2min, 1, false, true, 1}};
    penalties.shown_max = 3; // the rules want no fewer
    ruleset.penalties = penalties;
    ruleset.shootout = ShootoutRules{5}; // 7 m throws
    ruleset.tallies = {{"yellow card", 3, Span::kMatch, 1}, {"red card", 16, Span::kMatch}};
    return ruleset;
}

Ruleset handball_ihf_three_timeouts()
{
    Ruleset ruleset = handball_ihf_2016();
    ruleset.id = "handball.ihf_3to.2016";
    ruleset.name = "Handball, IHF 2016, three time-outs";
    TimeoutRules timeouts;
    timeouts.length = 60s;
    timeouts.signal_at = 50s;
    timeouts.span = Span::kMatch;
    timeouts.first_half = 3;
    timeouts.half_maximum = 2;
    timeouts.late_maximum = 1;
    timeouts.late_from = 5min;
    ruleset.timeouts = timeouts;
    return ruleset;
}

std::vector<Book> handball_books()
{
    return {
        {"handball.",
         {
             {"periods.count", "2:1"},
             {"periods.clock", "2:1"},
             {"periods.half_interval", "2:1; up to 15:00 is an option"},
             {"periods.overtime", "2:2"},
             {"periods.before_overtime", "2:2"},
             {"score", "9:1"},
             {"timeouts", "2:10"},
             {"tallies.yellow card", "16:1"},
             {"tallies.red card", "16:6"},
             {"penalties.suspension", "16:3, 16:5; the third 16:6 d"},
             {"penalties.disqualification", "16:6, 16:8"},
             {"penalties.shown_max", "18:2"},
             {"shootout", "2:2, note"},
         }},
        {"handball.ihf_3to.",
         {
             {"timeouts", "2:10, note"},
             {"timeouts.length", "2:10"},
         }},
    };
}

} // namespace scoreboard::match::sports
