#pragma once

#include <optional>
#include <string>
#include <vector>

#include "match/match_state.h"

namespace scoreboard::match {

struct ClockFace {
    bool visible = true; // false: blank, or a clock that there is not
    bool running = false;
    bool up = false;
    Duration value{}; // at the `now` that was asked
    Duration left{};  // of a game clock: until the end of its period
    bool tenths = false;
    std::string text; // "7:42", "42.3", "24", "4.9"; empty when not visible. Rounded up, so that 0:00 is
                      // shown only when expired; a clock that counts up is rounded down
};

struct TallyLine {
    std::string name; // TallyRules::name
    int count = 0;
    int maximum = 0;
};

struct PenaltyLine {
    PenaltyRef ref;
    std::string name; // PenaltyKind::name
    std::optional<int> player;
    bool running = false; // else it waits for another to end
    bool counts = false;  // it runs, and so does playing time
    Duration left{};
    std::string text;          // "1:30", rounded up
    bool coincidental = false; // takes no place: the other side has the same
    bool last = false;         // the player has so many of the kind that they are out
};

struct CountLine {
    std::string half; // "TOP", "BOT"
    int balls = 0;
    int strikes = 0;
    int outs = 0;
    std::uint32_t bases = 0; // bit 0: a runner on first …
    int batter = 0;          // 0: none
};

struct DownsLine {
    Downs downs;
    std::string text; // "3 & 7", "1 & GOAL"; empty: no down
};

struct JamLine {
    int number = 0;
    bool on = false;  // else the sides line up
    std::string text; // of a jam what is left, of a line-up what has gone
};

struct TeamLine {
    std::string name;
    int score = 0;
    std::string score_text;            // what stands in the place of the score: "54", "40", "AD"
    int fouls = 0;                     // of the period
    bool bonus = false;                // this side shoots: the OTHER side has reached FoulRules::bonus_from
    bool double_bonus = false;         // … and FoulRules::double_from
    int timeouts_left = 0;             // of all kinds together
    std::vector<int> timeouts_by_kind; // … and of each
    bool possession = false;           // or service
    std::vector<int> by_period;        // the line score: points of each period that has begun
    std::vector<TallyLine> tallies;
    std::vector<Player> players;
    std::vector<int> players_out;       // the shirt numbers of those who have reached a limit
    std::vector<PenaltyLine> penalties; // those that are not over, the running ones first
    int sets = 0;                       // won
    bool set_point = false;
    bool match_point = false;
    int shootout_goals = 0;
    std::vector<bool> attempts; // of the shoot-out
};

struct TimeoutLine {
    Side side = Side::kHome;
    std::string kind; // TimeoutKind::name; empty: the first
    Duration remaining{};
    std::string text;    // "0:42"
    bool signal = false; // the warning signal is due: signal_at has passed
};

// Everything a person is shown of a match at one moment; screens, panel and feeds all draw this, none decides
// by itself.
struct Scoreline {
    PeriodPhase at;
    std::string period_text; // "Q3", "OT1", "HALF-TIME", "FINAL"
    ClockFace game;
    ClockFace shot;
    TeamLine home;
    TeamLine guest;
    std::optional<TimeoutLine> timeout;
    std::string added_time;           // "+2"; empty: none is announced
    std::vector<std::string> lamps;   // the names of those that are lit
    bool has_sets = false;            // TeamLine::sets says something
    bool has_shootout = false;        // one takes place, or took place
    std::vector<std::string> prompts; // what the table has to do now: "CHANGE ENDS", "PENALTY MAY END"
    std::string service_court; // "RIGHT", "LEFT": where the server stands; empty: the sport has no such rule
    std::optional<Release> release; // after a goal: one of its candidates may end
    std::optional<CountLine> count;
    std::optional<DownsLine> downs;
    std::optional<JamLine> jam;
    bool horn = false; // sounds at `now`
    // When something of this changes by itself other than the value of a running clock; none: never.
    std::optional<BoardTime> next_change;

    const TeamLine& team(Side side) const { return side == Side::kHome ? home : guest; }
};

Scoreline scoreline(const Ruleset& ruleset, const MatchState& state, BoardTime now);

// "Q3", "OT1": how a period (from 1) is called while it is played.
std::string period_name(const Ruleset& ruleset, int period);

// Whether a clock that shows tenths below `tenths_below` does so at `value` (rounded up to a tenth).
bool shows_tenths(Duration value, Duration tenths_below);
// "7:42" or "42.3" (below `tenths_below`), rounded up.
std::string format_clock(Duration value, Duration tenths_below);
// "31:15", rounded down: a clock that counts up.
std::string format_clock_up(Duration value);
// "24" or "4.9" (below `tenths_below`), rounded up: a clock of seconds.
std::string format_seconds(Duration value, Duration tenths_below);
// "7:42.3", whatever the value: for edits and offers.
std::string format_clock_exact(Duration value);
// The same of either clock: "14.3" of the shot clock.
std::string format_clock_exact(ClockId clock, Duration value);
// Reads "M:SS", "M:SS.t", "SS.t"; none if it is anything else or longer than 199:59.9.
std::optional<Duration> parse_clock(const std::string& text);

} // namespace scoreboard::match
