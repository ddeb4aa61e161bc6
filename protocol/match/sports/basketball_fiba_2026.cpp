#include "match/sports/all_sports.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

PeriodRules periods()
{
    PeriodRules rules;
    rules.regular = 4;           // 8.1
    rules.length = 10min;        // 8.1
    rules.overtime = 5min;       // 8.7
    rules.interval = 2min;       // 8.3
    rules.half_interval = 15min; // 8.4
    rules.half_after = 2;
    rules.tenths_below = 60s;
    rules.last_minute = 60s;
    rules.delay = DelayProfile{30s, 120s, 2s, 150ms, 10s};
    rules.last_minute_delay = DelayProfile{10s, 60s, 1s, 50ms, 10s};
    return rules;
}

TimeoutRules timeouts() // 18.2
{
    TimeoutRules rules;
    rules.length = 60s;
    rules.signal_at = 50s; // 50.3
    rules.first_half = 2;
    rules.second_half = 3;
    rules.late_maximum = 2;
    rules.late_from = 2min;
    rules.overtime = 1;
    return rules;
}

ShotClockRules shot_clock() // 29, 51
{
    ShotClockRules rules;
    rules.full = 24s;
    rules.reset_short = 14s;
    rules.tenths_below = 5s; // common practice, not in the rule book
    rules.delay = DelayProfile{5s, 24s, 1s, 50ms, 3s};
    return rules;
}

} // namespace

Ruleset basketball_fiba_2026()
{
    Ruleset ruleset;
    ruleset.id = "basketball.fiba.2026";
    ruleset.sport = "basketball";
    ruleset.name = "Basketball, FIBA 2026";
    ruleset.source = "FIBA Official Basketball Rules 2026, v1.1, valid from 1 October 2026";
    ruleset.fold_version = kFoldVersion;
    ruleset.periods = periods();
    ruleset.score = ScoreRules{{1, 2, 3}, 999}; // 16; the panel has three digits a side
    ruleset.fouls = FoulRules{5, true, 99};     // 42 [41 in 2024]
    ruleset.timeouts = timeouts();
    ruleset.shot_clock = shot_clock();
    return ruleset;
}

} // namespace scoreboard::match::sports
