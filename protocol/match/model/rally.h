#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "match/time.h"

// Sets of rallies. A set is a period: a side's points of set n are its points of period n.
namespace scoreboard::match {

enum class Service : std::uint8_t { kNone, kWinner, kAlternate };

struct RallyRules {
    int points = 25;
    int lead = 2;
    int cap = 0; // a side with so many has won without the lead; 0: no cap
    int sets_to_win = 3;
    int last_points = 15; // of the deciding set
    int last_cap = 0;
    Service service = Service::kWinner; // kWinner: who wins a rally serves; kAlternate: by turns
    int serve_every = 2;       // kAlternate: rallies a turn; one when both are one point short of the end
    bool winner_opens = false; // who opens the next set: its winner, or the side that did not open this one
    bool toss_before_last = false; // nobody is known to open the deciding set
    int ends_every = 0;            // ends change every so many rallies of a set; 0: not within a set
    int ends_every_last = 0;       // … of the deciding set
    int ends_at_last = 0;          // ends change when a side first has so many in the deciding set
    bool even_right = false;       // the server stands right at an even score, left at an odd one
    std::vector<int> breaks;       // a pause when a side first has so many
    Duration break_length{};       // of a pause; zero: as long as it takes
    bool ends_each_set = false;    // ends change after every set, unless a toss decides
    int expedite_unless = 0;       // expedite is due when a set's time is up before so many rallies; 0: never

    bool operator==(const RallyRules&) const = default;
};

// From when on each side serves once, in turn.
struct Expedite {
    int set = 1;
    int rallies = 0; // of that set, when it was called
    int server = 0;  // of the next rally: 0 unknown, 1 home, 2 guest

    bool operator==(const Expedite&) const = default;
};

struct Rally {
    std::vector<int> openers;             // by set: 0 unknown, 1 home, 2 guest
    bool change_ends = false;             // the last rally brought it about
    bool pause = false;                   // … or a break
    std::optional<BoardTime> paused_at{}; // where a break has a length
    std::optional<Expedite> expedite{};

    bool operator==(const Rally&) const = default;
};

} // namespace scoreboard::match
