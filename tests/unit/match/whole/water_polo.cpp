#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

const Rows& aqua()
{
    static const Rows kRows{
        {0, "clock start", "Q1 8:00 run 0:0", "actual play"},
        {1, "shot 28", "Q1 7:59 run 0:0 shot 28 run", "possession"},
        {25, "", "Q1 7:35 run 0:0 shot 4.0 run", "tenths below five seconds"},
        {29, "shot 18", "Q1 7:31 run 0:0 shot 18 run", "second possession"},
        {40, "shot 28", "Q1 7:20 run 0:0 shot 28 run", "possession"},
        {50, "penalty guest exclusion #3", "Q1 7:10 run 0:0 shot 18 run guest #3 exclusion 0:18", "18 s"},
        {60, "add home 1", "Q1 7:00 run 1:0 shot 8 run guest #3 exclusion 0:08 PENALTY MAY END",
         "a goal ends it"},
        {61, "penalty end guest 1", "Q1 6:59 run 1:0 shot 7 run", "a goal ends it"},
        {62, "penalty guest exclusion #3", "Q1 6:58 run 1:0 shot 6 run guest #3 exclusion 0:18", "18 s"},
        {80, "", "Q1 6:40 run 1:0 shot 0.0", "18 s of play"},
        {90, "shot blank", "Q1 6:30 run 1:0", "possession"},
        {480, "", "Q1 0.0 1:0", "eight minutes"},
        {481, "period next", "Q1 END 2:00 run 1:0", "breaks of 2:00"},
        {601, "period next", "Q2 8:00 1:0 shot 28", "breaks"},
        {610, "clock start", "Q2 8:00 run 1:0 shot 28 run", "actual play"},
        {611, "shot blank", "Q2 7:59 run 1:0", "possession"},
        {700, "add guest 1", "Q2 6:30 run 1:1", "a goal"},
        {1090, "period next", "HALF-TIME 5:00 run 1:1", "half-time of 5:00"},
        {1390, "period next", "Q3 8:00 1:1 shot 28", "half-time"},
        {1400, "clock start", "Q3 8:00 run 1:1 shot 28 run", "actual play"},
        {1401, "shot blank", "Q3 7:59 run 1:1", "possession"},
        {1500, "timeout home", "Q3 6:20 1:1 time-out 1:00, left 1:2", "two a match"},
        {1560, "clock start", "Q3 6:20 run 1:1", "of 60 s"},
        {1570, "timeout home", "Q3 6:10 1:1 time-out 1:00, left 0:2", "two a match"},
        {1630, "clock start", "Q3 6:10 run 1:1", "of 60 s"},
        {1640, "timeout home", "refused NO_TIMEOUT_LEFT", "two a match"},
        {2010, "period next", "Q3 END 2:00 run 1:1", "breaks"},
        {2130, "period next", "Q4 8:00 1:1 shot 28", "breaks"},
        {2140, "clock start", "Q4 8:00 run 1:1 shot 28 run", "actual play"},
        {2141, "shot blank", "Q4 7:59 run 1:1", "possession"},
        {2620, "period next", "SHOOT-OUT 1:1 (0:0)", "a tie: five each"},
        {2621, "attempt home goal", "SHOOT-OUT 1:1 (1:0)", "shoot-out"},
        {2622, "attempt guest goal", "SHOOT-OUT 1:1 (1:1)", "shoot-out"},
        {2623, "attempt home goal", "SHOOT-OUT 1:1 (2:1)", "shoot-out"},
        {2624, "attempt guest goal", "SHOOT-OUT 1:1 (2:2)", "shoot-out"},
        {2625, "attempt home goal", "SHOOT-OUT 1:1 (3:2)", "shoot-out"},
        {2626, "attempt guest goal", "SHOOT-OUT 1:1 (3:3)", "shoot-out"},
        {2627, "attempt home goal", "SHOOT-OUT 1:1 (4:3)", "shoot-out"},
        {2628, "attempt guest miss", "SHOOT-OUT 1:1 (4:3)", "shoot-out"},
        {2629, "attempt home goal", "SHOOT-OUT 1:1 (5:3) END THE MATCH", "shoot-out: decided"},
        {2630, "period next", "FINAL 0.0 1:1 (5:3)", "shoot-out"},
        {2631, "by period", "1:0 0:1 0:0 0:0", "the score is kept apart"},
    };
    return kRows;
}

const Rows& national()
{
    static const Rows kRows{
        {0, "clock start", "Q1 8:00 run 0:0", "actual play"},
        {1, "shot 30", "Q1 7:59 run 0:0 shot 30 run", "possession, before 2025"},
        {11, "shot 20", "Q1 7:49 run 0:0 shot 20 run", "second possession, before 2025"},
        {12, "penalty home exclusion #2", "Q1 7:48 run 0:0 shot 19 run home #2 exclusion 0:20",
         "20 s, before 2025"},
        {31, "", "Q1 7:29 run 0:0 shot 0.0 home #2 exclusion 0:01", "20 s, before 2025"},
        {32, "", "Q1 7:28 run 0:0 shot 0.0", "20 s, before 2025"},
        {40, "shot blank", "Q1 7:20 run 0:0", "possession"},
        {60, "add guest 1", "Q1 7:00 run 0:1", "a goal"},
        {480, "period next", "Q1 END 2:00 run 0:1", "breaks"},
        {600, "period next", "Q2 8:00 0:1 shot 30", "breaks"},
        {610, "clock start", "Q2 8:00 run 0:1 shot 30 run", "actual play"},
        {1090, "period next", "HALF-TIME 5:00 run 0:1", "half-time"},
        {1390, "period next", "Q3 8:00 0:1 shot 30", "half-time"},
        {1400, "clock start", "Q3 8:00 run 0:1 shot 30 run", "actual play"},
        {1880, "period next", "Q3 END 2:00 run 0:1", "breaks"},
        {2000, "period next", "Q4 8:00 0:1 shot 30", "breaks"},
        {2010, "clock start", "Q4 8:00 run 0:1 shot 30 run", "actual play"},
        {2490, "period next", "FINAL 0.0 0:1", "a side leads"},
    };
    return kRows;
}

} // namespace

Matches water_polo()
{
    return {{"WaterPoloWithAShootOut", "water_polo.aqua.2025", aqua()},
            {"WaterPoloByTheOlderNumbers", "water_polo.national.2024", national()}};
}

} // namespace scoreboard::whole
