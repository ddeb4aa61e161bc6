#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// Super Bowl LIV, Miami, 2 February 2020, Chiefs and 49ers: 7:3 3:7 0:10 21:0.
const Rows& nfl()
{
    static const Rows kRows{
        {0, "clock start", "Q1 15:00 run 0:0", "quarters"},
        {1, "shot 40", "Q1 14:59 run 0:0 shot 40 run", "play clock"},
        {2, "down first", "Q1 14:58 run 0:0 shot 39 run 1 & 10", "downs"},
        {12, "clock stop", "Q1 14:48 0:0 shot 29 run 1 & 10", "the play clock runs by itself"},
        {20, "down next", "Q1 14:48 0:0 shot 21 run 2 & 10", "downs"},
        {21, "shot 25", "Q1 14:48 0:0 shot 25 run 2 & 10", "play clock"},
        {22, "lamp flag", "Q1 14:48 0:0 shot 24 run 2 & 10 lamp flag", "flag"},
        {23, "lamp flag", "Q1 14:48 0:0 shot 23 run 2 & 10", "flag"},
        {30, "down none", "Q1 14:48 0:0 shot 16 run", "a score"},
        {31, "shot blank", "Q1 14:48 0:0", "play clock"},
        {32, "clock start", "Q1 14:48 run 0:0", "quarters"},
        {400, "add guest 3", "Q1 8:40 run 0:3", "field goal"},
        {800, "add home 6", "Q1 2:00 run 6:3", "touchdown"},
        {801, "add home 1", "Q1 1:59 run 7:3", "try"},
        {920, "period next", "Q1 END 2:00 run 7:3", "quarters"},
        {1040, "period next", "Q2 15:00 7:3", "quarters"},
        {1050, "clock start", "Q2 15:00 run 7:3", "quarters"},
        {1300, "add home 3", "Q2 10:50 run 10:3", "field goal"},
        {1600, "add guest 6", "Q2 5:50 run 10:9", "touchdown"},
        {1601, "add guest 1", "Q2 5:49 run 10:10", "try"},
        {1830, "clock stop", "Q2 2:00 10:10 2:00 WARNING", "two-minute warning"},
        {1840, "clock start", "Q2 2:00 run 10:10 2:00 WARNING", "quarters"},
        {1850, "timeout home", "Q2 1:50 10:10 time-out 1:00, left 2:3", "three a half"},
        {1895, "", "Q2 1:50 10:10 time-out 0:15 signal, left 2:3", "the signal"},
        {1910, "clock start", "Q2 1:50 run 10:10", "of 60 s"},
        {2050, "period next", "HALF-TIME 13:00 run 10:10", "half-time"},
        {2830, "period next", "Q3 15:00 10:10", "three a half anew"},
        {2840, "clock start", "Q3 15:00 run 10:10", "quarters"},
        {3000, "add guest 3", "Q3 12:20 run 10:13", "field goal"},
        {3500, "add guest 6", "Q3 4:00 run 10:19", "touchdown"},
        {3501, "add guest 1", "Q3 3:59 run 10:20", "try"},
        {3740, "period next", "Q3 END 2:00 run 10:20", "quarters"},
        {3860, "period next", "Q4 15:00 10:20", "quarters"},
        {3870, "clock start", "Q4 15:00 run 10:20", "quarters"},
        {4100, "add home 6", "Q4 11:10 run 16:20", "touchdown"},
        {4101, "add home 1", "Q4 11:09 run 17:20", "try"},
        {4300, "add home 6", "Q4 7:50 run 23:20", "touchdown"},
        {4301, "add home 1", "Q4 7:49 run 24:20", "try"},
        {4500, "add home 6", "Q4 4:30 run 30:20", "touchdown"},
        {4501, "add home 1", "Q4 4:29 run 31:20", "try"},
        {4650, "", "Q4 2:00 run 31:20 2:00 WARNING", "two-minute warning"},
        {4770, "period next", "FINAL 0:00 31:20", "a side leads"},
        {4771, "by period", "7:3 3:7 0:10 21:0", "as published"},
    };
    return kRows;
}

const Rows& nfl_overtime()
{
    static const Rows kRows{
        {0, "clock start", "Q1 15:00 run 0:0", "quarters"},
        {900, "period next", "Q1 END 2:00 run 0:0", "quarters"},
        {1020, "period next", "Q2 15:00 0:0", "quarters"},
        {1030, "clock start", "Q2 15:00 run 0:0", "quarters"},
        {1930, "period next", "HALF-TIME 13:00 run 0:0", "half-time"},
        {2710, "period next", "Q3 15:00 0:0", "quarters"},
        {2720, "clock start", "Q3 15:00 run 0:0", "quarters"},
        {3620, "period next", "Q3 END 2:00 run 0:0", "quarters"},
        {3740, "period next", "Q4 15:00 0:0", "quarters"},
        {3750, "clock start", "Q4 15:00 run 0:0", "quarters"},
        {4650, "period next", "Q4 END 2:00 run 0:0", "level"},
        {4770, "period next", "OT1 10:00 0:0", "ten minutes"},
        {4780, "timeout home", "OT1 10:00 0:0 time-out 1:00, left 1:2", "two in an overtime"},
        {4840, "clock start", "OT1 10:00 run 0:0", "overtime"},
        {5440, "period next", "FINAL 0:00 0:0", "level after one: a tie"},
    };
    return kRows;
}

// The national championship, Atlanta, 8 January 2018, Alabama and Georgia: 0:0 0:13 10:7 10:0, overtime 6:3.
const Rows& ncaa()
{
    static const Rows kRows{
        {0, "clock start", "Q1 15:00 run 0:0", "quarters"},
        {900, "period next", "Q1 END 2:00 run 0:0", "quarters"},
        {1020, "period next", "Q2 15:00 0:0", "quarters"},
        {1030, "clock start", "Q2 15:00 run 0:0", "quarters"},
        {1200, "add guest 3", "Q2 12:10 run 0:3", "field goal"},
        {1400, "add guest 3", "Q2 8:50 run 0:6", "field goal"},
        {1900, "add guest 6", "Q2 0:30 run 0:12", "touchdown"},
        {1901, "add guest 1", "Q2 0:29 run 0:13", "try"},
        {1930, "period next", "HALF-TIME 20:00 run 0:13", "half-time of 20:00"},
        {3130, "period next", "Q3 15:00 0:13", "quarters"},
        {3140, "clock start", "Q3 15:00 run 0:13", "quarters"},
        {3300, "add home 6", "Q3 12:20 run 6:13", "touchdown"},
        {3301, "add home 1", "Q3 12:19 run 7:13", "try"},
        {3400, "add guest 6", "Q3 10:40 run 7:19", "touchdown"},
        {3401, "add guest 1", "Q3 10:39 run 7:20", "try"},
        {3800, "add home 3", "Q3 4:00 run 10:20", "field goal"},
        {4040, "period next", "Q3 END 2:00 run 10:20", "quarters"},
        {4160, "period next", "Q4 15:00 10:20", "quarters"},
        {4170, "clock start", "Q4 15:00 run 10:20", "quarters"},
        {4500, "add home 3", "Q4 9:30 run 13:20", "field goal"},
        {4800, "add home 6", "Q4 4:30 run 19:20", "touchdown"},
        {4801, "add home 1", "Q4 4:29 run 20:20", "try"},
        {5070, "period next", "Q4 END 2:00 run 20:20", "level"},
        {5190, "period next", "OT1 20:20", "possessions, without a clock"},
        {5191, "clock start", "refused WRONG_PHASE", "possessions, without a clock"},
        {5192, "timeout guest", "OT1 20:20 time-out 1:00, left 1:0", "one in an overtime"},
        {5300, "add guest 3", "OT1 20:23 time-out 0:00 signal, left 1:0", "field goal"},
        {5400, "add home 6", "OT1 26:23 time-out 0:00 signal, left 1:0", "touchdown"},
        {5401, "period next", "FINAL 26:23", "a side leads"},
        {5402, "by period", "0:0 0:13 10:7 10:0 6:3", "as published"},
    };
    return kRows;
}

const Rows& schools()
{
    static const Rows kRows{
        {0, "clock start", "Q1 12:00 run 0:0", "12 minutes"},
        {100, "add home 6", "Q1 10:20 run 6:0", "touchdown"},
        {101, "add home 2", "Q1 10:19 run 8:0", "a try of two"},
        {720, "period next", "Q1 END 2:00 run 8:0", "quarters"},
        {840, "period next", "Q2 12:00 8:0", "quarters"},
        {850, "clock start", "Q2 12:00 run 8:0", "12 minutes"},
        {1000, "add guest 2", "Q2 9:30 run 8:2", "safety"},
        {1570, "period next", "HALF-TIME 13:00 run 8:2", "half-time"},
        {2350, "period next", "Q3 12:00 8:2", "quarters"},
        {2360, "clock start", "Q3 12:00 run 8:2", "12 minutes"},
        {2500, "add guest 6", "Q3 9:40 run 8:8", "touchdown"},
        {3080, "period next", "Q3 END 2:00 run 8:8", "quarters"},
        {3200, "period next", "Q4 12:00 8:8", "quarters"},
        {3210, "clock start", "Q4 12:00 run 8:8", "12 minutes"},
        {3930, "period next", "Q4 END 2:00 run 8:8", "level"},
        {4050, "period next", "OT1 8:8", "possessions, without a clock"},
        {4051, "down first", "OT1 8:8 1 & 10", "downs"},
        {4100, "add guest 6", "OT1 8:14 1 & 10", "touchdown"},
        {4101, "period next", "FINAL 8:14 1 & 10", "a side leads"},
    };
    return kRows;
}

} // namespace

Matches american_football()
{
    return {{"AmericanFootballSuperBowl54ChiefsFortyNiners", "american_football.nfl.2025", nfl()},
            {"AmericanFootballATieAfterOvertime", "american_football.nfl.2025", nfl_overtime()},
            {"AmericanFootball2018AlabamaGeorgia", "american_football.ncaa.2025", ncaa()},
            {"AmericanFootballSchoolsWithAnOvertime", "american_football.nfhs.2025", schools()}};
}

} // namespace scoreboard::whole
