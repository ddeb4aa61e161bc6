#include "match/sports/all_sports.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

// A game of quarters with a clock that shows tenths in its last minute, as every code plays it.
Ruleset quarters(std::string id, std::string name, std::string source)
{
    Ruleset ruleset = named(std::move(id), std::move(name), std::move(source));
    ruleset.periods.regular = 4;
    ruleset.periods.length = 10min;
    ruleset.periods.overtime = 5min;
    ruleset.periods.half_interval = 15min;
    ruleset.periods.half_after = 2;
    ruleset.periods.tenths_below = 60s;
    ruleset.score = ScoreRules{{1, 2, 3}, kScoreMaximum};
    return ruleset;
}

ShotClockRules shot_clock(Duration full, Duration reset_short)
{
    ShotClockRules rules;
    rules.full = full;
    rules.reset_short = reset_short;
    rules.tenths_below = 5s; // optional: common practice, not in the rule books
    rules.delay = kShotDelay;
    return rules;
}

// The fifth foul of a quarter gives the bonus, and a player's fifth ends their game.
FoulRules fouls_by_quarter()
{
    FoulRules rules;
    rules.bonus_from = 5;
    rules.overtime_with_last = true;
    rules.maximum = 99;
    rules.player_limit = 5;
    return rules;
}

// In America some time-outs are of half a minute, with an allowance of their own.
TimeoutKind short_timeouts(int count, int overtime)
{
    return TimeoutKind{"short", 30s, 20s, count, overtime};
}

// A number for the whole match; what is left goes on into overtimes, and each adds one.
TimeoutRules timeouts_of_the_match(Duration length, Duration signal_at, int count)
{
    TimeoutRules rules;
    rules.length = length;
    rules.signal_at = signal_at;
    rules.span = Span::kMatch;
    rules.first_half = count;
    rules.overtime = 1;
    rules.carried = true;
    return rules;
}

// The articles of 2026; the edition of 2024 has other numbers for some of them and the same values.
Ruleset fiba(std::string id, std::string name, std::string source)
{
    Ruleset ruleset = quarters(std::move(id), std::move(name), std::move(source)); // 8.1, 8.7, 8.4
    ruleset.periods.interval = 2min;                                               // 8.3
    ruleset.periods.basket_stops = 2min;                                           // 50.2 [49.2 in 2024]
    FoulRules fouls;
    fouls.bonus_from = 5;            // 42 [41 in 2024]
    fouls.overtime_with_last = true; // 42
    fouls.maximum = 99;
    fouls.player_limit = 5; // 41.1 [40 in 2024]
    ruleset.fouls = fouls;
    TimeoutRules timeouts; // 18.2
    timeouts.length = 60s;
    timeouts.signal_at = 50s; // 50.3 [49.3 in 2024]
    timeouts.first_half = 2;
    timeouts.second_half = 3;
    timeouts.late_maximum = 2;
    timeouts.late_from = 2min;
    timeouts.overtime = 1;
    ruleset.timeouts = timeouts;
    ruleset.shot_clock = shot_clock(24s, 14s); // 29, 51 [50 in 2024]
    ruleset.shot_clock->off_at_end = true;     // 29.1
    return ruleset;
}

} // namespace

Ruleset basketball_fiba_2026()
{
    return fiba("basketball.fiba.2026", "Basketball, FIBA 2026",
                "FIBA Official Basketball Rules 2026, v1.1, valid from 1 October 2026");
}

Ruleset basketball_fiba_2024()
{
    return fiba("basketball.fiba.2024", "Basketball, FIBA 2024", "FIBA Official Basketball Rules 2024");
}

Ruleset basketball_nba()
{
    Ruleset ruleset = quarters("basketball.nba.2025", "Basketball, NBA 2025-26", "NBA Rulebook 2025-26");
    ruleset.periods.length = 12min;      // rule 5, section II
    ruleset.periods.interval = 150s;     // rule 5, section II
    ruleset.periods.basket_stops = 2min; // rule 5, section V
    ruleset.periods.basket_stops_before = 1min;
    FoulRules fouls; // rule 12, B, section V
    fouls.bonus_from = 5;
    fouls.overtime_from = 4;
    fouls.late_from = 2min;
    fouls.late_fouls = 2;
    fouls.maximum = 99;
    fouls.player_limit = 6;
    ruleset.fouls = fouls;
    TimeoutRules timeouts; // rule 5, section VI
    timeouts.length = 75s;
    timeouts.signal_at = 65s; // optional: the rule book names no signal of the table
    timeouts.span = Span::kMatch;
    timeouts.first_half = 7;
    timeouts.last_period_maximum = 4;
    timeouts.late_maximum = 2;
    timeouts.late_from = 3min;
    timeouts.overtime = 2;
    ruleset.timeouts = timeouts;
    ruleset.shot_clock = shot_clock(24s, 14s); // rule 7
    return ruleset;
}

Ruleset basketball_ncaa_men()
{
    Ruleset ruleset = quarters("basketball.ncaa_men.2025", "Basketball, NCAA men 2025-26",
                               "NCAA Men's Basketball Rules 2025-26");
    ruleset.periods.regular = 2; // rule 5
    ruleset.periods.name = PeriodName::kHalf;
    ruleset.periods.length = 20min;
    ruleset.periods.half_after = 1;
    ruleset.periods.before_overtime = 1min;
    ruleset.periods.basket_stops = 59900ms; // rule 5
    FoulRules fouls;                        // rule 4, 8
    fouls.bonus_from = 7;
    fouls.double_from = 10;
    fouls.overtime_with_last = true;
    fouls.maximum = 99;
    fouls.player_limit = 5;
    ruleset.fouls = fouls;
    ruleset.timeouts = timeouts_of_the_match(75s, 60s, 4); // rule 5
    ruleset.timeouts->more = {short_timeouts(2, 0)};
    ruleset.shot_clock = shot_clock(30s, 20s); // rule 2, 9
    return ruleset;
}

Ruleset basketball_ncaa_women()
{
    Ruleset ruleset = quarters("basketball.ncaa_women.2025", "Basketball, NCAA women 2025-26",
                               "NCAA Women's Basketball Rules 2025-26");
    ruleset.periods.interval = 75s; // rule 5
    ruleset.periods.before_overtime = 1min;
    ruleset.periods.basket_stops = 59900ms;
    ruleset.fouls = fouls_by_quarter();
    ruleset.timeouts = timeouts_of_the_match(60s, 45s, 2);
    ruleset.timeouts->overtime = 0;
    ruleset.timeouts->more = {short_timeouts(3, 1)};
    ruleset.shot_clock = shot_clock(30s, 20s);
    return ruleset;
}

Ruleset basketball_nfhs()
{
    Ruleset ruleset = quarters("basketball.nfhs.2025", "Basketball, NFHS 2025-26",
                               "NFHS Basketball Rules 2025-26, as reported");
    ruleset.periods.length = 8min; // optional, as every number here
    ruleset.periods.overtime = 4min;
    ruleset.periods.interval = 1min;
    ruleset.periods.half_interval = 10min;
    ruleset.fouls = fouls_by_quarter();
    ruleset.timeouts = timeouts_of_the_match(60s, 45s, 3);
    ruleset.timeouts->more = {short_timeouts(2, 0)};
    ruleset.shot_clock = shot_clock(35s, 0s); // optional: a state's choice
    return ruleset;
}

Ruleset basketball_3x3()
{
    Ruleset ruleset =
        named("basketball.3x3.2026", "3x3, FIBA 2026", "FIBA 3x3 Basketball Rules of the Game 2026");
    ruleset.periods.regular = 1; // article 5; first to 21 ends it too
    ruleset.periods.name = PeriodName::kPeriod;
    ruleset.periods.length = 10min;
    ruleset.periods.overtime = 0min; // first to 2 points, untimed
    ruleset.periods.overtimes_max = 1;
    ruleset.periods.interval = 1min;
    ruleset.periods.half_after = 0;
    ruleset.periods.tenths_below = 60s;
    ruleset.score = ScoreRules{{1, 2}, 99, 21, 2}; // article 5: first to 21, in the overtime first to 2
    FoulRules fouls; // article 7: 7th to 9th two shots, from the 10th possession too
    fouls.bonus_from = 7;
    fouls.double_from = 10;
    fouls.maximum = 99;
    fouls.span = Span::kMatch;
    ruleset.fouls = fouls;
    TimeoutRules timeouts;
    timeouts.length = 30s;
    timeouts.signal_at = 20s;
    timeouts.span = Span::kMatch;
    timeouts.first_half = 1;
    timeouts.carried = true;
    ruleset.timeouts = timeouts;
    ruleset.shot_clock = shot_clock(12s, 0s); // article 6
    return ruleset;
}

} // namespace scoreboard::match::sports
