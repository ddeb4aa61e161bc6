#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset rink_hockey_ws_2024()
{
    Ruleset ruleset = named("rink_hockey.ws.2024", "Rink hockey, World Skate 2024",
                            "World Skate Rink Hockey Official Regulation 2024");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 2;
    periods.name = PeriodName::kHalf;
    periods.length = 25min;
    periods.half_interval = 10min; // optional, as what follows
    periods.half_after = 1;
    periods.overtime = 5min;
    periods.overtimes_max = 2;
    periods.overtime_parts = 2;
    periods.before_overtime = 3min;
    periods.within_overtime = 1min;
    periods.tenths_below = 60s;
    ruleset.possession = false;
    ruleset.score = ScoreRules{{1}, 99};
    FoulRules fouls; // optional: a direct free hit at the tenth, then at every fifth
    fouls.bonus_from = 10;
    fouls.maximum = 199;
    fouls.span = Span::kMatch;
    ruleset.fouls = fouls;
    TimeoutRules timeouts; // optional: one a half
    timeouts.length = 60s;
    timeouts.signal_at = 50s;
    timeouts.first_half = 1;
    timeouts.second_half = 1;
    ruleset.timeouts = timeouts;
    PenaltyRules penalties; // optional: a goal ends a power play
    penalties.kinds = {{"blue card", 2min, 1, true, true}, {"red card", 4min, 1, true, true}};
    ruleset.penalties = penalties;
    ruleset.shootout = ShootoutRules{5};
    ShotClockRules attack; // optional: possession of 45 s
    attack.full = 45s;
    attack.delay = kShotDelay;
    ruleset.shot_clock = attack;
    return ruleset;
}

std::vector<Book> rink_hockey_books()
{
    return {
        {"rink_hockey.",
         {
             {"periods", "", Basis::kChoice},
             {"periods.count", ""},
             {"score", ""},
             {"fouls", "", Basis::kChoice},
             {"timeouts", "", Basis::kChoice},
             {"shot_clock", "", Basis::kChoice},
             {"penalties", "whether a goal ends it is an option"},
             {"penalties.shown_max", "", Basis::kBoard},
             {"shootout", ""},
         }},
    };
}

} // namespace scoreboard::match::sports
