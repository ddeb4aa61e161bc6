#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/command.h"
#include "match/entry.h"
#include "match/ruleset.h"

namespace scoreboard::match {

// A clock that counts down, as its latest segment: `value` at `anchor`, running from there or standing.
struct Clock {
    Duration value{};
    BoardTime anchor{};
    bool running = false;
    CommandId segment; // the entry that began the segment; what a late STOP must find running

    Duration value_at(BoardTime now) const;      // never below zero
    std::optional<BoardTime> expires_at() const; // when a running clock reaches 0.0
    bool operator==(const Clock&) const = default;
};

// Runs whenever the game clock runs, unless held or blank.
struct ShotClock {
    Clock clock;
    bool held = false;
    bool blank = true;

    bool operator==(const ShotClock&) const = default;
};

struct Team {
    std::string name;
    // By period, [0] is period 1. A period that has not begun is kept here and counts when it starts.
    std::vector<int> points;
    std::vector<int> fouls;
    std::vector<int> timeouts;
    int late_timeouts = 0;   // those taken from TimeoutRules::late_from of the last regular period on
    CommandId score_version; // the entry that last changed the score

    bool operator==(const Team&) const = default;
};

struct RunningTimeout {
    Side side = Side::kHome;
    BoardTime began{};
    CommandId id;

    bool operator==(const RunningTimeout&) const = default;
};

struct Horn {
    std::uint8_t generation = 0; // one more at each sounding
    BoardTime began{};

    bool operator==(const Horn&) const = default;
};
inline constexpr Duration kHornLength = std::chrono::milliseconds(1500);

// A held clock command, waiting for a person (`accept`) or for what ends it: a START, a SET, a period.
struct Offer {
    CommandId id;
    ClockId clock = ClockId::kGame;
    bool start = false; // a held START: accepted, the clock runs as from `at`
    BoardTime at{};
    std::optional<Duration> value; // a held STOP or RESET: the value that is set
    std::optional<Duration>
        shot;          // a held STOP of the game clock: what the shot clock, which ran too, is set to
    BoardTime since{}; // its commit

    bool operator==(const Offer&) const = default;
};

// A match at one rev: a plain value, equal on the board and on every controller that folded the same entries.
struct MatchState {
    CommandId match; // the id of its StartMatch entry
    PeriodPhase at;
    Clock game; // in an interval: the interval's clock
    ShotClock shot;
    Team home;
    Team guest;
    std::optional<Side> possession;
    CommandId possession_version;
    std::optional<RunningTimeout> timeout;
    std::optional<Horn> horn;
    std::vector<Offer> offers;

    Team& team(Side side) { return side == Side::kHome ? home : guest; }
    const Team& team(Side side) const { return side == Side::kHome ? home : guest; }
    bool operator==(const MatchState&) const = default;
};

// Whether a clock counts down at `now`: one that has reached 0.0 only stands there, and the shot clock stands
// whenever the game clock does.
bool runs(const MatchState& state, ClockId clock, BoardTime now);
// What a clock stands at or has come down to at `now`.
Duration value_at(const MatchState& state, ClockId clock, BoardTime now);

// Team fouls that count at the period the match stands at.
int team_fouls(const Ruleset& ruleset, const MatchState& state, Side side);

// Time-outs that a side may still take at `now`.
int timeouts_left(const Ruleset& ruleset, const MatchState& state, Side side, BoardTime now);

// Points of all periods that have begun.
int score(const MatchState& state, Side side);

// 32 bits over every field and over what every clock shows at `now`: two folds that differ in anything differ
// here.
std::uint32_t digest(const MatchState& state, BoardTime now);

// THE ONLY PLACE A MATCH CHANGES: what one entry does to a match, or why not; a refusal leaves `state`
// untouched. `entry.verdict` must be set for clock commands. Undo and Redo are not applied here: the timeline
// passes over what is voided.
Outcome apply(const Ruleset& ruleset, MatchState& state, const Entry& entry);

} // namespace scoreboard::match
