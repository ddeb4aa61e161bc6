#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/command.h"
#include "match/entry.h"
#include "match/ruleset.h"

namespace scoreboard::match {

// A clock as its latest segment: `value`, which is what it shows, at `anchor`, running from there or
// standing.
struct Clock {
    Duration value{};
    BoardTime anchor{};
    bool running = false;
    CommandId segment; // the entry that began the segment; what a late STOP must find running
    bool up = false;   // counts up to `limit`, else down to zero
    Duration limit{};  // `up` only

    Duration value_at(BoardTime now) const;           // stops by itself at its end
    Duration left_at(BoardTime now) const;            // until it stops by itself
    std::optional<BoardTime> expires_at() const;      // when a running clock stops by itself
    Duration moved(Duration from, Duration by) const; // what it shows when it has run for `by` from a value
    // The same clock standing at another value.
    Clock at_rest(Duration shown, BoardTime at, const CommandId& by) const;
    bool operator==(const Clock&) const = default;
};

// Runs whenever the game clock runs, unless held or blank; or by itself (`alone`).
struct ShotClock {
    Clock clock;
    bool held = false;
    bool blank = true;
    bool alone = false; // ShotClockRules::alone

    bool operator==(const ShotClock&) const = default;
};

// What one player has to their name.
struct Player {
    int number = 0; // on the shirt
    int fouls = 0;
    int points = 0;
    std::vector<int> tallies{}; // by TallyRules

    bool operator==(const Player&) const = default;
};

struct Team {
    std::string name;
    // By period, [0] is period 1. Fold version 1 has also those of periods that have not begun: points count
    // at once, fouls and time-outs when their period starts.
    std::vector<int> points;
    std::vector<int> fouls;
    std::vector<int> timeouts;
    int late_timeouts = 0;         // those taken from TimeoutRules::late_from of the last regular period on
    CommandId score_version;       // the entry that last changed the score
    std::vector<int> late_fouls{}; // by period: those of FoulRules::late_from on
    std::vector<std::vector<int>> tallies{};       // by TallyRules, then by period
    std::vector<Player> players{};                 // by shirt number; only those who did something
    std::vector<std::vector<int>> more_timeouts{}; // by TimeoutRules::more, then by period

    bool operator==(const Team&) const = default;
};

struct RunningTimeout {
    Side side = Side::kHome;
    BoardTime began{};
    CommandId id;
    int kind = 0; // 0: the first, else 1 + index of TimeoutRules::more

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
    bool jam = false;  // `start`: of a jam

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
    int added_minutes = 0;     // announced for this period
    std::uint32_t lamps = 0;   // bit i: LampRules i is lit
    bool display_held = false; // on_display() is what the hall sees
    Side left_on_panel = Side::kHome;
    // Each is present when the ruleset's part is; where jams are skated, penalties from the first on.
    std::optional<PenaltyBox> penalties;
    std::optional<Shootout> shootout;
    std::optional<Rally> rally;
    std::optional<Tennis> tennis;
    std::optional<Downs> downs;
    std::optional<Innings> innings;
    std::optional<Jam> jam;

    Team& team(Side side) { return side == Side::kHome ? home : guest; }
    const Team& team(Side side) const { return side == Side::kHome ? home : guest; }
    bool operator==(const MatchState&) const = default;
};

// Whether a clock counts down at `now`: one that has reached 0.0 only stands there, and the shot clock stands
// whenever the game clock does.
bool runs(const MatchState& state, ClockId clock, BoardTime now);
// What a clock stands at or has come down to at `now`.
Duration value_at(const MatchState& state, ClockId clock, BoardTime now);

// Whether the game clock of the phase that the match stands at exists at all.
bool has_clock(const Ruleset& ruleset, const PeriodPhase& at);
// Until the game clock comes to the end of its period; past it, zero.
Duration time_left(const Ruleset& ruleset, const MatchState& state, BoardTime now);

// Team fouls that count at the period the match stands at.
int team_fouls(const Ruleset& ruleset, const MatchState& state, Side side);

enum class Bonus : std::uint8_t { kNone, kBonus, kDouble };
// What the team fouls of `fouling` give to the other side.
Bonus bonus_against(const Ruleset& ruleset, const MatchState& state, Side fouling);

// What a side has of a tally (index of Ruleset::tallies) at the period the match stands at.
int tally(const Ruleset& ruleset, const MatchState& state, Side side, int index);

// Time-outs of a kind (0: the first, else 1 + index of TimeoutRules::more) that a side may still take at
// `now`.
int timeouts_left(const Ruleset& ruleset, const MatchState& state, Side side, int kind, BoardTime now);

struct TimeoutTimes {
    Duration length{};
    Duration signal_at{};
};
// Of a kind, which must be one that the rules have.
TimeoutTimes times_of(const TimeoutRules& rules, int kind);

// All points of the match, also those booked in a period that the board has not reached: a score that is
// recorded is seen. Where sets are played, the points of this set, of which each is a count of its own.
int score(const MatchState& state, Side side);

// Playing time of the match: what the game clock ran in play, or what the jams took; counted where there are
// penalties.
Duration played_at(const MatchState& state, BoardTime now);
// Since when playing time runs without a stop; none: it stands.
std::optional<BoardTime> playing_since(const MatchState& state, BoardTime now);

// Sets that a side has won, and whether the next rally or point wins it this one.
int sets_won(const Ruleset& ruleset, const MatchState& state, Side side);
bool has_set_point(const Ruleset& ruleset, const MatchState& state, Side side);
int tennis_sets_won(const Ruleset& ruleset, const MatchState& state, Side side);
bool has_tennis_set_point(const Ruleset& ruleset, const MatchState& state, Side side);
bool in_tiebreak(const Ruleset& ruleset, const MatchState& state);
// "0", "15", "30", "40", "AD"; in a tie-break the points.
std::string tennis_text(const Ruleset& ruleset, const MatchState& state, Side side);

// 32 bits over every field and over what every clock shows at `now`: two folds that differ in anything differ
// here.
std::uint32_t digest(const MatchState& state, BoardTime now);

// What the hall sees while the display is held: the numbers as they were `then`; clocks, and what runs with
// them, as they are `now`. Both stand at the same period.
MatchState on_display(const MatchState& now, const MatchState& then);

// THE ONLY PLACE A MATCH CHANGES: what one entry does to a match, or why not; a refusal leaves `state`
// untouched. `entry.verdict` must be set for clock commands. Undo, Redo, Edit and Insert are not applied
// here: the timeline passes over what is voided, and hands over an entry as it was corrected.
Outcome apply(const Ruleset& ruleset, MatchState& state, const Entry& entry);

} // namespace scoreboard::match
