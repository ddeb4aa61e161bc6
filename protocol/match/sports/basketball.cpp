#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
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
    rules.interval_with_next = true;
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

// Both editions: they number some articles otherwise, and their values are the same.
Ruleset fiba(std::string id, std::string name, std::string source)
{
    Ruleset ruleset = quarters(std::move(id), std::move(name), std::move(source));
    ruleset.periods.interval = 2min;
    ruleset.periods.basket_stops = 2min;
    FoulRules fouls;
    fouls.bonus_from = 5;
    fouls.overtime_with_last = true;
    fouls.maximum = 99;
    fouls.player_limit = 5;
    fouls.interval_with_next = true;
    ruleset.fouls = fouls;
    TimeoutRules timeouts;
    timeouts.length = 60s;
    timeouts.signal_at = 50s;
    timeouts.first_half = 2;
    timeouts.second_half = 3;
    timeouts.late_maximum = 2;
    timeouts.late_from = 2min;
    timeouts.overtime = 1;
    ruleset.timeouts = timeouts;
    ruleset.shot_clock = shot_clock(24s, 14s);
    ruleset.shot_clock->off_at_end = true;
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
    ruleset.periods.length = 12min;
    ruleset.periods.interval = 150s;
    ruleset.periods.basket_stops = 2min;
    ruleset.periods.basket_stops_before = 1min;
    FoulRules fouls;
    fouls.bonus_from = 5;
    fouls.overtime_from = 4;
    fouls.late_from = 2min;
    fouls.late_fouls = 2;
    fouls.maximum = 99;
    fouls.player_limit = 6;
    ruleset.fouls = fouls;
    TimeoutRules timeouts;
    timeouts.length = 75s;
    timeouts.signal_at = 65s; // optional: the rule book names no signal of the table
    timeouts.span = Span::kMatch;
    timeouts.first_half = 7;
    timeouts.last_period_maximum = 4;
    timeouts.late_maximum = 2;
    timeouts.late_from = 3min;
    timeouts.overtime = 2;
    ruleset.timeouts = timeouts;
    ruleset.shot_clock = shot_clock(24s, 14s);
    return ruleset;
}

Ruleset basketball_ncaa_men()
{
    Ruleset ruleset = quarters("basketball.ncaa_men.2025", "Basketball, NCAA men 2025-26",
                               "NCAA Men's Basketball Rules 2025-26");
    ruleset.periods.regular = 2;
    ruleset.periods.name = PeriodName::kHalf;
    ruleset.periods.length = 20min;
    ruleset.periods.half_after = 1;
    ruleset.periods.before_overtime = 1min;
    ruleset.periods.basket_stops = 59900ms;
    FoulRules fouls;
    fouls.bonus_from = 7;
    fouls.double_from = 10;
    fouls.overtime_with_last = true;
    fouls.maximum = 99;
    fouls.player_limit = 5;
    fouls.interval_with_next = true;
    ruleset.fouls = fouls;
    ruleset.timeouts = timeouts_of_the_match(75s, 60s, 4);
    ruleset.timeouts->more = {short_timeouts(2, 0)};
    ruleset.shot_clock = shot_clock(30s, 20s);
    return ruleset;
}

Ruleset basketball_ncaa_women()
{
    Ruleset ruleset = quarters("basketball.ncaa_women.2025", "Basketball, NCAA women 2025-26",
                               "NCAA Women's Basketball Rules 2025-26");
    ruleset.periods.interval = 75s;
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
    ruleset.periods.regular = 1; // first to 21 ends it too
    ruleset.periods.name = PeriodName::kPeriod;
    ruleset.periods.length = 10min;
    ruleset.periods.overtime = 0min; // first to 2 points, untimed
    ruleset.periods.overtimes_max = 1;
    ruleset.periods.interval = 1min;
    ruleset.periods.half_after = 0;
    ruleset.periods.tenths_below = 60s;
    ruleset.score = ScoreRules{{1, 2}, 99, 21, 2}; // first to 21, in the overtime first to 2
    FoulRules fouls;                               // 7th to 9th two shots, from the 10th possession too
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
    ruleset.shot_clock = shot_clock(12s, 0s);
    return ruleset;
}

std::vector<Book> basketball_books()
{
    return {
        {"basketball.fiba.",
         {
             {"periods.count", "8.1"},
             {"periods.interval", "8.3"},
             {"periods.half_interval", "8.4"},
             {"periods.overtime", "8.7"},
             {"score", "16"},
             {"timeouts", "18.2"},
         }},
        {"basketball.fiba.2026",
         {
             {"periods.clock", "50"},
             {"periods.basket_stops", "50.2"},
             {"fouls", "42"},
             {"fouls.player_limit", "41.1"},
             {"timeouts.length", "18.2; the signal 50.3"},
             {"shot_clock", "29, 51; off 29.1; tenths are an option, not in the book"},
         }},
        {"basketball.fiba.2024",
         {
             {"periods.clock", "49"},
             {"periods.basket_stops", "49.2"},
             {"fouls", "41"},
             {"fouls.player_limit", "40"},
             {"timeouts.length", "18.2; the signal 49.3"},
             {"shot_clock", "29, 50; off 29.1; tenths are an option, not in the book"},
         }},
        {"basketball.nba.",
         {
             {"periods", "rule 5, II"},
             {"periods.clock", "rule 2"},
             {"periods.basket_stops", "rule 5, V"},
             {"score", "rule 5, I"},
             {"fouls", "rule 12, B, V"},
             {"fouls.player_limit", "rule 12, B"},
             {"timeouts", "rule 5, VI"},
             {"timeouts.length", "rule 5, VI; the signal is an option, the book names none"},
             {"shot_clock", "rule 7"},
         }},
        {"basketball.ncaa_",
         {
             {"periods", "rule 5"},
             {"periods.clock", ""},
             {"score", "rule 5"},
             {"fouls", "rule 8"},
             {"fouls.player_limit", "rule 4"},
             {"fouls.interval_with_next", "", Basis::kUnchecked},
             {"timeouts", "rule 5"},
             {"shot_clock", "rule 9; tenths are an option"},
         }},
        {"basketball.ncaa_men.",
         {
             {"periods.clock", "rule 1"},
             {"fouls", "rule 8; in overtimes rule 5"},
             {"shot_clock", "rule 2, rule 9; tenths are an option"},
         }},
        {"basketball.nfhs.",
         {
             {"periods.count", "5-5", Basis::kReported},
             {"periods.clock", "", Basis::kChoice},
             {"periods.interval", "5-6", Basis::kReported},
             {"periods.half_interval", "5-6", Basis::kReported},
             {"periods.overtime", "5-7", Basis::kReported},
             {"score", "5-2", Basis::kReported},
             {"fouls", "4-8", Basis::kReported},
             {"fouls.player_limit", "4-14", Basis::kUnchecked},
             {"fouls.interval_with_next", "", Basis::kUnchecked},
             {"timeouts", "5-12", Basis::kUnchecked},
             {"shot_clock", "a state's choice", Basis::kUnchecked},
         }},
        {"basketball.3x3.",
         {
             {"periods.count", "article 5"},
             {"periods.clock", ""},
             {"periods.interval", "article 5.4"},
             {"periods.overtime", "article 5.4"},
             {"score", "article 4"},
             {"score.wins_at", "article 5.3; in the overtime article 5.4"},
             {"fouls", "article 7"},
             {"timeouts", "article 8"},
             {"shot_clock", "article 6; tenths are an option, not in the book"},
         }},
    };
}

} // namespace scoreboard::match::sports
