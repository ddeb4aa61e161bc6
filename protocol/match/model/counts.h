#pragma once

#include <cstdint>

#include "match/time.h"

// Counts of play: downs of American football, balls and outs of baseball, jams of roller derby.
namespace scoreboard::match {

struct DownsRules {
    int downs = 4;
    int to_go = 10;

    bool operator==(const DownsRules&) const = default;
};

struct Downs {
    int down = 0;    // 0: none, as at a kick-off
    int to_go = 0;   // 0: to the goal line
    int ball_on = 0; // yard line, 0 to 50

    bool operator==(const Downs&) const = default;
};

struct InningsRules {
    int balls = 4;
    int strikes = 3;
    int outs = 3;

    bool operator==(const InningsRules&) const = default;
};

struct Innings {
    bool bottom = false; // the home side bats
    int balls = 0;
    int strikes = 0;
    int outs = 0;
    std::uint32_t bases = 0; // bit 0: a runner on first …
    int batter = 0;          // shirt number; 0: none

    bool operator==(const Innings&) const = default;
};

struct JamRules {
    Duration length{};
    Duration lineup{};

    bool operator==(const JamRules&) const = default;
};

struct Jam {
    int number = 0;  // of the period; 0: none yet
    bool on = false; // else the sides line up, once there was one
    BoardTime began{};

    bool operator==(const Jam&) const = default;
};

} // namespace scoreboard::match
