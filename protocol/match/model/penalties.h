#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "match/ids.h"
#include "match/time.h"

// Who is off the field for how long. Penalties are served in playing time: what the game clock ran in play,
// or where jams are skated, what they took.
namespace scoreboard::match {

struct PenaltyKind {
    std::string name;         // "minor"; the words of the command line
    Duration length{};        // zero: nobody waits for its end
    int parts = 1;            // served one after the other: a double minor is two
    bool releasable = false;  // may end when the other side scores
    bool leaves_short = true; // the side plays with one fewer
    int player_limit = 0;     // the number of this kind with which a player is out; 0: none

    bool operator==(const PenaltyKind&) const = default;
};

struct PenaltyRules {
    std::vector<PenaltyKind> kinds;
    int running_max = 0; // of a side at once, of those that leave it short; the next waits; 0: no limit
    int shown_max = 3;   // of a side on the board
    bool at_any_strength = false; // a goal may end one though the scoring side is short as well

    bool operator==(const PenaltyRules&) const = default;
};

// One part of what a referee gave.
struct Penalty {
    CommandId id; // the entry that gave it
    int part = 0;
    int kind = 0; // index of PenaltyRules::kinds
    std::optional<int> player;
    bool coincidental = false;     // the other side has the same: nobody is short, no goal ends it
    Duration imposed{};            // playing time
    std::optional<Duration> ended; // playing time at which a person ended it

    bool operator==(const Penalty&) const = default;
};

struct PenaltyRef {
    CommandId id;
    int part = 0;

    bool operator==(const PenaltyRef&) const = default;
};

// A goal may have ended one of these; which, and whether, a person says.
struct Release {
    int side = 0;  // 0 home, 1 guest: whose penalties
    Duration at{}; // playing time of the goal
    std::vector<PenaltyRef> candidates;
    std::optional<CommandId> goal{}; // its entry; none: of a match that was left before this was kept

    bool operator==(const Release&) const = default;
};

inline constexpr std::size_t kPenaltiesMax = 64; // of a side, in a match

// A goal for which nobody has said yet whether it ends a penalty.
struct PenaltyGoal {
    CommandId id;  // its entry
    int side = 0;  // 0 home, 1 guest: whose penalties
    Duration at{}; // playing time
    int home = 0;  // so many penalties had been given when it was scored …
    int guest = 0;

    bool operator==(const PenaltyGoal&) const = default;
};

struct PenaltyBox {
    Duration played{}; // playing time up to the anchor of the game clock, or to the beginning of the jam
    std::vector<Penalty> home;
    std::vector<Penalty> guest;
    std::optional<Release> release;   // of the newest goal; fold version 1
    std::vector<PenaltyGoal> goals{}; // kPenaltiesMax, the oldest first; from fold version 2 on

    bool operator==(const PenaltyBox&) const = default;
};

// What has become of a penalty at some playing time.
struct PenaltyTime {
    enum class Stage { kWaits, kRuns, kOver };
    Stage stage = Stage::kWaits;
    Duration left{}; // to serve
};

// One each of `penalties`, in their order.
std::vector<PenaltyTime> penalty_times(const PenaltyRules& rules, const std::vector<Penalty>& penalties,
                                       Duration played);

// Whether a penalty is one of those that the goal may end.
bool names(const Release& release, const PenaltyRef& ref);

// What is asked at `played`, with the penalties that are not over: of the oldest goal that may still end one.
std::optional<Release> asked_release(const PenaltyRules& rules, const PenaltyBox& box, Duration played);

} // namespace scoreboard::match
