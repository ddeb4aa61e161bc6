#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset lacrosse_wl_2025()
{
    Ruleset ruleset = named("lacrosse.wl.2025", "Lacrosse, World Lacrosse 2025",
                            "World Lacrosse Official Playing Rules 2025, men's field");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 4;
    periods.length = 15min;
    periods.interval = 2min; // optional, as what follows
    periods.half_interval = 10min;
    periods.overtime = 4min;
    periods.tenths_below = 60s;
    ruleset.score = ScoreRules{{1}, 99};
    TimeoutRules timeouts;
    timeouts.length = 60s;
    timeouts.signal_at = 40s;
    timeouts.first_half = 2;
    timeouts.second_half = 2;
    timeouts.overtime = 1;
    ruleset.timeouts = timeouts;
    PenaltyRules penalties; // optional: a goal ends a releasable one
    penalties.kinds = {{"technical", 30s, 1, true, true},
                       {"personal 1", 1min, 1, true, true},
                       {"personal 2", 2min, 1, true, true},
                       {"personal 3", 3min, 1, true, true},
                       {"non-releasable", 1min, 1, false, true}};
    ruleset.penalties = penalties;
    return ruleset;
}

std::vector<Book> lacrosse_books()
{
    return {
        {"lacrosse.",
         {
             {"periods", "", Basis::kChoice},
             {"periods.count", ""},
             {"score", ""},
             {"timeouts", "", Basis::kChoice},
             {"penalties", "whether a goal ends it is an option"},
             {"penalties.shown_max", "", Basis::kBoard},
             {"penalties.non-releasable", ""},
         }},
    };
}

} // namespace scoreboard::match::sports
