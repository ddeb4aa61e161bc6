#pragma once

// Points, games and sets. A set is a period: a side's games of set n are its points of period n.
namespace scoreboard::match {

struct TennisRules {
    int games = 6;
    int lead = 2;
    int sets_to_win = 2;
    bool no_ad = false;           // at deuce the next point wins the game
    int tiebreak_at = 6;          // games all; 0: an advantage set
    int tiebreak_points = 7;      // with a lead of 2
    int last_tiebreak_points = 0; // in the last set; 0: as ever
    int match_tiebreak = 0;       // played to so many in place of the last set; 0: not

    bool operator==(const TennisRules&) const = default;
};

struct Tennis {
    int home = 0; // points of the game, or of the tie-break
    int guest = 0;
    int opener = 0; // who serves in this game, or opened the tie-break: 0 unknown, 1 home, 2 guest
    bool change_ends = false;

    bool operator==(const Tennis&) const = default;
};

} // namespace scoreboard::match
