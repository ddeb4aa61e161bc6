#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/model/counts.h"
#include "match/model/penalties.h"
#include "match/model/rally.h"
#include "match/model/shootout.h"
#include "match/model/tennis.h"
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

// How a regular period is called on the board: "Q3", "P2", "H1", "SET 4", "INN 7", "RD 5".
enum class PeriodName : std::uint8_t { kQuarter, kPeriod, kHalf, kSet, kInning, kRound };

struct PeriodRules {
    int regular = 4;          // FIBA 8.1
    Duration length{};        // of a regular period; zero: it has no clock
    Duration overtime{};      // FIBA 8.7; zero: an overtime has no clock
    Duration interval{};      // FIBA 8.3; zero: no clock between periods
    Duration half_interval{}; // FIBA 8.4; follows period `half_after`
    int half_after = 2;       // 0: no half-time
    Duration tenths_below{};  // the game clock shows tenths below this value
    Duration last_minute{};   // from this value on `last_minute_delay` holds
    DelayProfile delay{};
    DelayProfile last_minute_delay{};
    PeriodName name = PeriodName::kQuarter;
    bool count_up = false;      // the clock shows what was played, and goes on from period to period
    Duration runs_past{};       // so far a clock that counts up runs beyond the end of a period (added time)
    bool no_overtime = false;   // level at the end: it stays so, or a shoot-out decides
    int overtimes_max = 0;      // 0: until a side leads
    int overtime_parts = 1;     // an overtime is so many periods; only their end can decide
    Duration before_overtime{}; // the interval before an overtime; zero: as between regular periods
    Duration within_overtime{}; // between the parts of one
    bool sudden_death = false;  // an overtime is decided as soon as a side leads
    Duration basket_stops{};    // a basket stops the clock in the last so much of the last period …
    Duration basket_stops_before{}; // … and of those before; an overtime is like the last
    Duration warning_at{};          // with so much left of a half the table warns

    bool operator==(const PeriodRules&) const = default;
};

struct ScoreRules {
    std::vector<int> increments; // FIBA 16: 1, 2, 3
    int maximum = 0;             // what the panel can show
    int wins_at = 0;             // who has so many has won before the time is up; 0: no such rule
    int overtime_wins_at = 0;    // … or so many in an overtime
    int wins_by = 0;             // a lead of so many wins at once; 0: no such rule

    bool operator==(const ScoreRules&) const = default;
};

// Which periods share what is counted or allowed in them.
enum class Span : std::uint8_t { kPeriod, kHalf, kMatch };

struct FoulRules {
    int bonus_from = 0; // FIBA 42 [41]: the penalty holds from this team foul of the period on; 0: never
    bool overtime_with_last = false; // overtime counts with the last regular period
    int maximum = 0;                 // per span, what is recorded at most
    Span span = Span::kPeriod;       // kPeriod or kMatch: where the count begins anew
    int double_from = 0;             // a second threshold, as two shots instead of one-and-one; 0: none
    int overtime_from = 0;           // the bonus in an overtime; 0: as ever
    Duration late_from{};            // in the last so much of a period the bonus holds from `late_fouls` …
    int late_fouls = 0;              // … committed in that time; 0: no such rule
    int player_limit = 0;            // a player with so many is out; 0: players are not counted
    bool interval_with_next = false; // before a period begins its fouls count already

    bool operator==(const FoulRules&) const = default;
};

// A time-out of another length than the first kind, with an allowance of its own.
struct TimeoutKind {
    std::string name; // "short"; the words of the command line
    Duration length{};
    Duration signal_at{};
    int count = 0;    // of each span
    int overtime = 0; // per overtime

    bool operator==(const TimeoutKind&) const = default;
};

struct TimeoutRules { // FIBA 18.2
    Duration length{};
    Duration signal_at{}; // FIBA 50.3 [49.3]: warning signal, since the time-out began
    int first_half = 0;   // kHalf: of the first half; else: of each span
    int second_half = 0;  // kHalf only
    int late_maximum =
        0; // of the second half's, at most so many from `late_from` of the last period on; 0: no limit
    Duration late_from{};
    int overtime = 0; // per overtime
    Span span = Span::kHalf;
    bool carried = false;            // kMatch: what is left goes on into overtimes, which only add
    int half_maximum = 0;            // kMatch: at most so many in a half; 0: no limit
    int last_period_maximum = 0;     // at most so many in the last regular period; 0: no limit
    std::vector<TimeoutKind> more{}; // further kinds; of the above only the span and `carried` are theirs too

    bool operator==(const TimeoutRules&) const = default;
};

struct ShotClockRules { // FIBA 29, 51 [50]
    Duration full{};
    Duration reset_short{}; // zero: there is only one value
    Duration tenths_below{};
    DelayProfile delay{};
    bool alone = false;         // runs by itself, whatever the game clock does: a play clock, a pitch timer
    std::vector<Duration> more; // further values it is set to
    bool off_at_end = false;    // dark while less is left of the period than it has

    bool operator==(const ShotClockRules&) const = default;
};

// Something that is counted a side beside the score.
struct TallyRules {
    std::string name; // "yellow card": singular, the words of the command line
    int maximum = 99;
    Span span = Span::kMatch; // kPeriod: it begins anew with every period
    int player_limit = 0;     // of one player at most; 0: no limit

    bool operator==(const TallyRules&) const = default;
};

// Lamps that a person lights and puts out.
struct LampRules {
    std::string name;      // "flag"
    bool expedite = false; // while it is lit, service changes with every rally
    bool of_jam = false;   // goes out with the jam that it was lit for

    bool operator==(const LampRules&) const = default;
};

// One number or switch of a ruleset set otherwise: "periods.length", "8:00" (rule_options.h).
struct RuleOption {
    std::string key;
    std::string value;

    bool operator==(const RuleOption&) const = default;
};

// One sport's dated rules. It is kept whole inside the match from its start: an update of the software never
// changes a running or a saved match. A part that is absent is one that this sport does not have.
struct Ruleset {
    std::string id;       // "basketball.fiba.2026"
    std::string sport;    // "basketball"
    std::string name;     // "Basketball, FIBA 2026"
    std::string source;   // rule book, edition: the answer to "why?"
    int fold_version = 1; // which code folds a match with these rules: kFoldVersion
    PeriodRules periods;
    std::optional<ScoreRules> score;
    std::optional<FoulRules> fouls;
    std::optional<TimeoutRules> timeouts;
    std::optional<ShotClockRules> shot_clock;
    bool possession = true; // an arrow, or a side that is in possession or serves
    std::vector<TallyRules> tallies;
    std::vector<LampRules> lamps;
    std::optional<PenaltyRules> penalties;
    std::optional<ShootoutRules> shootout;
    std::optional<RallyRules> rally;   // the score is counted from rallies won
    std::optional<TennisRules> tennis; // … or from points of tennis
    std::optional<DownsRules> downs;
    std::optional<InningsRules> innings;
    std::optional<JamRules> jam;

    bool operator==(const Ruleset&) const = default;
};

// How a new match is folded. A match keeps the version that it began with, so that its log counts as it did:
// 1: what was entered in a period whose beginning was taken back waits for that period. A goal asks in the
// place
//    of one before it, which penalty it ends. A jam goes on during a time-out.
// 2: it counts in the period that is played. A goal asks after the one before it. A time-out ends a jam, and
//    stops a clock that runs by itself; the line-up begins when it is over; no jam starts once the time is
//    up. An overtime that points end is not ended before. A team's name can be seen.
inline constexpr int kFoldVersion = 2;
inline bool can_fold(int version)
{
    return version >= 1 && version <= kFoldVersion;
}
inline constexpr std::size_t kRuleNameMax = 64; // bytes, of an id too
inline constexpr std::size_t kRuleSourceMax = 256;

// The table of rulesets (sports/all_sports.cpp); null for a name it does not hold.
const Ruleset* find_ruleset(const std::string& id);
const std::vector<Ruleset>& all_rulesets();
// Of a match that nobody has chosen rules for.
const Ruleset& default_ruleset();

} // namespace scoreboard::match
