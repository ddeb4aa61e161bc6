#pragma once

#include <string>
#include <vector>

#include "match/time.h"

namespace scoreboard::match {

// What the judge of a delayed clock command may do by itself (protocol/README.md, "Clock commands count from
// the tap").
struct DelayProfile {
    Duration automatic_max{};   // B_auto: an older STOP or RESET is not put back by itself
    Duration offer_max{};       // B_max: beyond it no value is offered either
    Duration start_max{};       // B_start: an older START is held
    Duration uncertainty_max{}; // u_max: a tap known no better than this is treated as unsynced
    Duration grace{};           // how long after 0.0 a STOP may still take the expiry back

    bool operator==(const DelayProfile&) const = default;
};

struct PeriodRules {
    int regular = 4;          // FIBA 8.1
    Duration length{};        // of a regular period
    Duration overtime{};      // FIBA 8.7; repeated until a side leads
    Duration interval{};      // FIBA 8.3
    Duration half_interval{}; // FIBA 8.4; follows period `half_after`
    int half_after = 2;
    Duration tenths_below{}; // the game clock shows tenths below this value
    Duration last_minute{};  // from this value on `last_minute_delay` holds
    DelayProfile delay{};
    DelayProfile last_minute_delay{};

    bool operator==(const PeriodRules&) const = default;
};

struct ScoreRules {
    std::vector<int> increments; // FIBA 16: 1, 2, 3
    int maximum = 0;             // what the panel can show

    bool operator==(const ScoreRules&) const = default;
};

struct FoulRules {
    int bonus_from = 0;              // FIBA 42 [41]: the penalty holds from this team foul of the period on
    bool overtime_with_last = false; // overtime counts with the last regular period
    int maximum = 0;                 // per period, what is recorded at most

    bool operator==(const FoulRules&) const = default;
};

struct TimeoutRules { // FIBA 18.2
    Duration length{};
    Duration signal_at{}; // FIBA 50.3 [49.3]: warning signal, since the time-out began
    int first_half = 0;
    int second_half = 0;
    int late_maximum = 0; // of the second half's, at most so many from `late_from` of the last period on
    Duration late_from{};
    int overtime = 0; // per overtime; none carried over

    bool operator==(const TimeoutRules&) const = default;
};

struct ShotClockRules { // FIBA 29, 51 [50]
    Duration full{};
    Duration reset_short{};
    Duration tenths_below{};
    DelayProfile delay{};

    bool operator==(const ShotClockRules&) const = default;
};

// One sport's dated rules. It is kept whole inside the match from its start: an update of the software never
// changes a running or a saved match.
struct Ruleset {
    std::string id;       // "basketball.fiba.2026"
    std::string sport;    // "basketball"
    std::string name;     // "Basketball, FIBA 2026"
    std::string source;   // rule book, edition: the answer to "why?"
    int fold_version = 1; // which code folds a match with these rules
    PeriodRules periods;
    ScoreRules score;
    FoulRules fouls;
    TimeoutRules timeouts;
    ShotClockRules shot_clock;

    bool operator==(const Ruleset&) const = default;
};

inline constexpr int kFoldVersion = 1;

// The table of rulesets (sports/all_sports.cpp); null for a name it does not hold.
const Ruleset* find_ruleset(const std::string& id);
const std::vector<Ruleset>& all_rulesets();

} // namespace scoreboard::match
