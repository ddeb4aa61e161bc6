#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// Game 7 of the World Series, Cleveland, 2 November 2016, Indians and Cubs, ten innings:
// 0:1 0:0 1:0 0:2 2:2 0:1 0:0 3:0 0:0 1:2.
const Rows& cleveland_2016()
{
    static const Rows kRows{
        {0, "", "PRE-GAME 0:0 0-0, 0 out", "7.01: nine innings"},
        {1, "period next", "TOP 1 0:0 0-0, 0 out", "5.01: the visitors bat first"},
        {2, "shot 30", "TOP 1 0:0 shot 30 run 0-0, 0 out", "between batters"},
        {3, "shot 15", "TOP 1 0:0 shot 15 run 0-0, 0 out", "bases empty"},
        {4, "shot blank", "TOP 1 0:0 0-0, 0 out", "the pitch"},
        {5, "add guest 1", "TOP 1 0:1 0-0, 0 out", "5.08"},
        {6, "pitch ball x 3", "TOP 1 0:1 3-0, 0 out", "5.05: four balls"},
        {7, "pitch ball", "TOP 1 0:1 0-0, 0 out", "5.05: a walk"},
        {8, "base 1", "TOP 1 0:1 0-0, 0 out bases 1", "5.05"},
        {9, "shot 18", "TOP 1 0:1 shot 18 run 0-0, 0 out bases 1", "option: with runners"},
        {10, "pitch strike x 2", "TOP 1 0:1 shot 17 run 0-2, 0 out bases 1", "5.09"},
        {11, "pitch foul", "TOP 1 0:1 shot 16 run 0-2, 0 out bases 1", "5.09: a foul never makes the third"},
        {12, "pitch strike", "TOP 1 0:1 shot 15 run 0-0, 1 out bases 1", "5.09: struck out"},
        {13, "shot blank", "TOP 1 0:1 0-0, 1 out bases 1", "the pitch"},
        {14, "pitch out x 2", "BOT 1 0:1 0-0, 0 out", "5.09: three outs"},
        {15, "pitch out x 3", "TOP 2 0:1 0-0, 0 out", "7.01"},
        {20, "pitch out x 3", "BOT 2 0:1 0-0, 0 out", "7.01"},
        {21, "pitch out x 3", "TOP 3 0:1 0-0, 0 out", "7.01"},
        {30, "pitch out x 3", "BOT 3 0:1 0-0, 0 out", "7.01"},
        {31, "add home 1", "BOT 3 1:1 0-0, 0 out", "5.08"},
        {32, "pitch out x 3", "TOP 4 1:1 0-0, 0 out", "7.01"},
        {40, "add guest 1 x 2", "TOP 4 1:3 0-0, 0 out", "5.08"},
        {41, "pitch out x 3", "BOT 4 1:3 0-0, 0 out", "7.01"},
        {42, "pitch out x 3", "TOP 5 1:3 0-0, 0 out", "7.01"},
        {50, "add guest 1 x 2", "TOP 5 1:5 0-0, 0 out", "5.08"},
        {51, "pitch out x 3", "BOT 5 1:5 0-0, 0 out", "7.01"},
        {52, "add home 1 x 2", "BOT 5 3:5 0-0, 0 out", "5.08"},
        {53, "pitch out x 3", "TOP 6 3:5 0-0, 0 out", "7.01"},
        {60, "add guest 1", "TOP 6 3:6 0-0, 0 out", "5.08"},
        {61, "pitch out x 3", "BOT 6 3:6 0-0, 0 out", "7.01"},
        {62, "pitch out x 3", "TOP 7 3:6 0-0, 0 out", "7.01"},
        {70, "pitch out x 6", "TOP 8 3:6 0-0, 0 out", "7.01"},
        {80, "pitch out x 3", "BOT 8 3:6 0-0, 0 out", "7.01"},
        {81, "add home 1 x 3", "BOT 8 6:6 0-0, 0 out", "5.08"},
        {82, "pitch out x 3", "TOP 9 6:6 0-0, 0 out", "7.01"},
        {90, "pitch out x 3", "BOT 9 6:6 0-0, 0 out", "7.01"},
        {91, "pitch out x 3", "TOP 10 6:6 0-0, 0 out", "7.01: level, it goes on"},
        {100, "add guest 1 x 2", "TOP 10 6:8 0-0, 0 out", "5.08"},
        {101, "pitch out x 3", "BOT 10 6:8 0-0, 0 out", "7.01"},
        {102, "add home 1", "BOT 10 7:8 0-0, 0 out", "5.08"},
        {103, "pitch out x 2", "BOT 10 7:8 0-0, 2 out", "7.01"},
        {104, "pitch out", "FINAL 7:8 0-0, 3 out", "7.01: a side leads after a whole inning"},
        {105, "by period", "0:1 0:0 1:0 0:2 2:2 0:1 0:0 3:0 0:0 1:2", "as published"},
    };
    return kRows;
}

} // namespace

Matches baseball()
{
    return {{"BaseballCleveland2016IndiansCubs", "baseball.mlb.2025", cleveland_2016()}};
}

} // namespace scoreboard::whole
