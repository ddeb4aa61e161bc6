#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// Game 7 of the Finals, Oakland, 19 June 2016: 22:23 27:19 27:33 13:18.
const Rows& nba()
{
    static const Rows kRows{
        {0, "clock start", "Q1 12:00 run 0:0", "rule 5, II"},
        {1, "shot 24", "Q1 11:59 run 0:0 shot 24 run", "rule 7"},
        {10, "shot 14", "Q1 11:50 run 0:0 shot 14 run", "rule 7"},
        {20, "", "Q1 11:40 run 0:0 shot 4.0 run", "rule 7: tenths below five seconds"},
        {60, "add home 2 x 11", "Q1 11:00 run 22:0 shot 0.0", "rule 5, I"},
        {61, "add guest 3 x 7", "Q1 10:59 run 22:21 shot 0.0", "rule 5, I"},
        {62, "add guest 2", "Q1 10:58 run 22:23 shot 0.0", "rule 5, I"},
        {100, "foul guest x 4", "Q1 10:20 run 22:23 fouls 0:4 shot 0.0", "rule 12, B, V"},
        {101, "foul guest", "Q1 10:19 run 22:23 fouls 0:5 bonus home shot 0.0",
         "rule 12, B, V: the fifth of a quarter"},
        {660, "", "Q1 1:00 run 22:23 fouls 0:5 bonus home shot 0.0 BASKET STOPS CLOCK",
         "rule 5, V: the last minute of Q1 to Q3"},
        {671, "", "Q1 49.0 run 22:23 fouls 0:5 bonus home shot 0.0 BASKET STOPS CLOCK", "rule 2: tenths"},
        {721, "period next", "Q1 END 2:30 run 22:23 fouls 0:5 bonus home", "rule 5, II"},
        {871, "period next", "Q2 12:00 22:23 shot 24", "rule 12, B, V: each quarter anew"},
        {880, "clock start", "Q2 12:00 run 22:23 shot 24 run", "rule 5, II"},
        {900, "add home 3 x 9", "Q2 11:40 run 49:23 shot 4.0 run", "rule 5, I"},
        {901, "add guest 2 x 8", "Q2 11:39 run 49:39 shot 3.0 run", "rule 5, I"},
        {902, "add guest 3", "Q2 11:38 run 49:42 shot 2.0 run", "rule 5, I"},
        {910, "foul home #90 x 4", "Q2 11:30 run 49:42 fouls 4:0 shot 0.0", "rule 12, B"},
        {911, "foul home #90", "Q2 11:29 run 49:42 fouls 5:0 bonus guest shot 0.0",
         "rule 12, B, V: five, who plays on"},
        {912, "foul home #90", "Q2 11:28 run 49:42 fouls 6:0 bonus guest shot 0.0 home #90 out",
         "rule 12, B: out with the sixth"},
        {1600, "period next", "HALF-TIME 15:00 run 49:42 fouls 6:0 bonus guest home #90 out", "rule 5, II"},
        {2500, "period next", "Q3 12:00 49:42 shot 24 home #90 out", "rule 5, II"},
        {2510, "clock start", "Q3 12:00 run 49:42 shot 24 run home #90 out", "rule 5, II"},
        {2520, "add home 3 x 9", "Q3 11:50 run 76:42 shot 14 run home #90 out", "rule 5, I"},
        {2521, "add guest 3 x 11", "Q3 11:49 run 76:75 shot 13 run home #90 out", "rule 5, I"},
        {3230, "period next", "Q3 END 2:30 run 76:75 home #90 out", "rule 5, II"},
        {3380, "period next", "Q4 12:00 76:75 shot 24 home #90 out", "rule 5, II"},
        {3390, "clock start", "Q4 12:00 run 76:75 shot 24 run home #90 out", "rule 5, II"},
        {3400, "timeout home", "Q4 11:50 76:75 shot 14 time-out 1:15, left 3:4 home #90 out",
         "rule 5, VI: four in the fourth"},
        {3465, "", "Q4 11:50 76:75 shot 14 time-out 0:10 signal, left 3:4 home #90 out",
         "the table's signal"},
        {3475, "clock start", "Q4 11:50 run 76:75 shot 14 run home #90 out", "rule 5, VI: 75 seconds"},
        {3500, "add home 2 x 5", "Q4 11:25 run 86:75 shot 0.0 home #90 out", "rule 5, I"},
        {3501, "add home 3", "Q4 11:24 run 89:75 shot 0.0 home #90 out", "rule 5, I"},
        {3502, "add guest 2 x 9", "Q4 11:23 run 89:93 shot 0.0 home #90 out", "rule 5, I"},
        {4014, "timeout guest", "Q4 2:51 89:93 shot 0.0 time-out 1:15, left 2:1 home #90 out",
         "rule 5, VI: two in the last 3:00"},
        {4015, "timeout guest", "Q4 2:51 89:93 shot 0.0 time-out 1:15, left 2:0 home #90 out", "rule 5, VI"},
        {4016, "timeout guest", "refused NO_TIMEOUT_LEFT", "rule 5, VI"},
        {4100, "clock start", "Q4 2:51 run 89:93 shot 0.0 home #90 out", "rule 5, VI"},
        {4160, "foul home", "Q4 1:51 run 89:93 fouls 1:0 shot 0.0 home #90 out BASKET STOPS CLOCK",
         "rule 12, B, V: in the last 2:00"},
        {4161, "foul home",
         "Q4 1:50 run 89:93 fouls 2:0 bonus guest shot 0.0 home #90 out BASKET STOPS CLOCK",
         "rule 12, B, V: the second of them"},
        {4290, "period next", "FINAL 0.0 89:93 fouls 2:0 bonus guest home #90 out",
         "rule 5, II: a side leads"},
        {4291, "by period", "22:23 27:19 27:33 13:18", "as published"},
    };
    return kRows;
}

// The final, San Antonio, 7 April 2008: 33:28 30:35, overtime 12:5.
const Rows& ncaa_men()
{
    static const Rows kRows{
        {0, "clock start", "H1 20:00 run 0:0", "rule 5"},
        {1, "shot 30", "H1 19:59 run 0:0 shot 30 run", "rule 9"},
        {11, "shot 20", "H1 19:49 run 0:0 shot 20 run", "rule 9: after an offensive rebound"},
        {12, "", "H1 19:48 run 0:0 shot 19 run", "rule 9"},
        {100, "add home 3 x 11", "H1 18:20 run 33:0 shot 0.0", "rule 5"},
        {101, "add guest 2 x 14", "H1 18:19 run 33:28 shot 0.0", "rule 5"},
        {200, "foul guest #90 x 4", "H1 16:40 run 33:28 fouls 0:4 shot 0.0", "rule 4"},
        {201, "foul guest #90", "H1 16:39 run 33:28 fouls 0:5 shot 0.0 guest #90 out",
         "rule 4: out with the fifth"},
        {202, "foul guest", "H1 16:38 run 33:28 fouls 0:6 shot 0.0 guest #90 out", "rule 8"},
        {203, "foul guest", "H1 16:37 run 33:28 fouls 0:7 bonus home shot 0.0 guest #90 out",
         "rule 8: the seventh, one and one"},
        {204, "foul guest x 2", "H1 16:36 run 33:28 fouls 0:9 bonus home shot 0.0 guest #90 out", "rule 8"},
        {205, "foul guest", "H1 16:35 run 33:28 fouls 0:10 double home shot 0.0 guest #90 out",
         "rule 8: the tenth, two shots"},
        {1140.1, "", "H1 59.9 run 33:28 fouls 0:10 double home shot 0.0 guest #90 out",
         "rule 1: tenths in the last minute"},
        {1200, "period next", "HALF-TIME 15:00 run 33:28 guest #90 out", "rule 5"},
        {2100, "period next", "H2 20:00 33:28 shot 30 guest #90 out", "rule 8: each half anew"},
        {2110, "clock start", "H2 20:00 run 33:28 shot 30 run guest #90 out", "rule 5"},
        {2200, "add home 3 x 10", "H2 18:30 run 63:28 shot 0.0 guest #90 out", "rule 5"},
        {2201, "add guest 1 x 35", "H2 18:29 run 63:63 shot 0.0 guest #90 out", "rule 5"},
        {2300, "foul home x 7", "H2 16:50 run 63:63 fouls 7:0 bonus guest shot 0.0 guest #90 out", "rule 8"},
        {2400, "timeout home short",
         "H2 15:10 63:63 fouls 7:0 bonus guest shot 0.0 short time-out 0:30, left 5:6 guest #90 out",
         "rule 5"},
        {2420, "",
         "H2 15:10 63:63 fouls 7:0 bonus guest shot 0.0 short time-out 0:10 signal, left 5:6 guest #90 out",
         "rule 5: its signal"},
        {2430, "clock start", "H2 15:10 run 63:63 fouls 7:0 bonus guest shot 0.0 guest #90 out", "rule 5"},
        {3280, "", "H2 1:00 run 63:63 fouls 7:0 bonus guest shot 0.0 guest #90 out", "rule 5: not yet"},
        {3280.1, "", "H2 59.9 run 63:63 fouls 7:0 bonus guest shot 0.0 guest #90 out BASKET STOPS CLOCK",
         "rule 5: the last 59.9 s"},
        {3340, "period next", "H2 END 1:00 run 63:63 fouls 7:0 bonus guest guest #90 out", "rule 5: level"},
        {3400, "period next", "OT1 5:00 63:63 fouls 7:0 bonus guest shot 30 guest #90 out",
         "rule 8: carries the second half; rule 5: one time-out more"},
        {3410, "clock start", "OT1 5:00 run 63:63 fouls 7:0 bonus guest shot 30 run guest #90 out", "rule 5"},
        {3500, "add home 2 x 6", "OT1 3:30 run 75:63 fouls 7:0 bonus guest shot 0.0 guest #90 out", "rule 5"},
        {3501, "add guest 1 x 5", "OT1 3:29 run 75:68 fouls 7:0 bonus guest shot 0.0 guest #90 out",
         "rule 5"},
        {3502, "timeout guest",
         "OT1 3:28 75:68 fouls 7:0 bonus guest shot 0.0 time-out 1:15, left 6:6 guest #90 out",
         "rule 5: four and one, and two short"},
        {3577, "clock start", "OT1 3:28 run 75:68 fouls 7:0 bonus guest shot 0.0 guest #90 out",
         "rule 5: 75 seconds"},
        {3790, "period next", "FINAL 0.0 75:68 fouls 7:0 bonus guest guest #90 out", "rule 5"},
        {3791, "by period", "33:28 30:35 12:5", "as published"},
    };
    return kRows;
}

// The final, Dallas, 2 April 2023: 27:22 32:20 16:22 27:21.
const Rows& ncaa_women()
{
    static const Rows kRows{
        {0, "clock start", "Q1 10:00 run 0:0", "rule 5"},
        {1, "shot 30", "Q1 9:59 run 0:0 shot 30 run", "rule 9"},
        {11, "shot 20", "Q1 9:49 run 0:0 shot 20 run", "rule 9"},
        {100, "add home 3 x 9", "Q1 8:20 run 27:0 shot 0.0", "rule 5"},
        {101, "add guest 2 x 11", "Q1 8:19 run 27:22 shot 0.0", "rule 5"},
        {200, "foul home #90 x 4", "Q1 6:40 run 27:22 fouls 4:0 shot 0.0", "rule 4"},
        {201, "foul home #90", "Q1 6:39 run 27:22 fouls 5:0 bonus guest shot 0.0 home #90 out",
         "rule 4: out; rule 8: the fifth of a quarter"},
        {600, "period next", "Q1 END 1:15 run 27:22 home #90 out", "rule 5"},
        {675, "period next", "Q2 10:00 27:22 shot 30 home #90 out", "rule 8: each quarter anew"},
        {680, "clock start", "Q2 10:00 run 27:22 shot 30 run home #90 out", "rule 5"},
        {700, "add home 2 x 16", "Q2 9:40 run 59:22 shot 10 run home #90 out", "rule 5"},
        {701, "add guest 2 x 10", "Q2 9:39 run 59:42 shot 9 run home #90 out", "rule 5"},
        {1280, "period next", "HALF-TIME 15:00 run 59:42 home #90 out", "rule 5"},
        {2180, "period next", "Q3 10:00 59:42 shot 30 home #90 out", "rule 5"},
        {2190, "clock start", "Q3 10:00 run 59:42 shot 30 run home #90 out", "rule 5"},
        {2200, "add home 2 x 8", "Q3 9:50 run 75:42 shot 20 run home #90 out", "rule 5"},
        {2201, "add guest 2 x 11", "Q3 9:49 run 75:64 shot 19 run home #90 out", "rule 5"},
        {2202, "timeout guest", "Q3 9:48 75:64 shot 18 time-out 1:00, left 5:4 home #90 out",
         "rule 5: two of 60 s, three of 30 s"},
        {2262, "clock start", "Q3 9:48 run 75:64 shot 18 run home #90 out", "rule 5"},
        {2860, "period next", "Q3 END 1:15 run 75:64 home #90 out", "rule 5"},
        {2935, "period next", "Q4 10:00 75:64 shot 30 home #90 out", "rule 5"},
        {2940, "clock start", "Q4 10:00 run 75:64 shot 30 run home #90 out", "rule 5"},
        {3000, "add home 3 x 9", "Q4 9:00 run 102:64 shot 0.0 home #90 out", "rule 5"},
        {3001, "add guest 3 x 7", "Q4 8:59 run 102:85 shot 0.0 home #90 out", "rule 5"},
        {3481, "", "Q4 59.0 run 102:85 shot 0.0 home #90 out BASKET STOPS CLOCK", "rule 5: the last 59.9 s"},
        {3540, "period next", "FINAL 0.0 102:85 home #90 out", "rule 5: a side leads"},
        {3541, "by period", "27:22 32:20 16:22 27:21", "as published"},
    };
    return kRows;
}

const Rows& schools()
{
    static const Rows kRows{
        {0, "clock start", "Q1 8:00 run 0:0", "5-5"},
        {1, "shot 35", "Q1 7:59 run 0:0 shot 35 run", "option: a state's choice"},
        {100, "add home 2 x 5", "Q1 6:20 run 10:0 shot 0.0", "5-2"},
        {101, "add guest 2 x 6", "Q1 6:19 run 10:12 shot 0.0", "5-2"},
        {200, "foul guest #12 x 4", "Q1 4:40 run 10:12 fouls 0:4 shot 0.0", "4-8"},
        {201, "foul guest #12", "Q1 4:39 run 10:12 fouls 0:5 bonus home shot 0.0 guest #12 out",
         "4-8: the fifth of a quarter; 4-14: disqualified"},
        {300, "timeout home short",
         "Q1 3:00 10:12 fouls 0:5 bonus home shot 0.0 short time-out 0:30, left 4:5 guest #12 out",
         "5-12: 30 seconds"},
        {330, "clock start", "Q1 3:00 run 10:12 fouls 0:5 bonus home shot 0.0 guest #12 out", "5-12"},
        {510, "period next", "Q1 END 1:00 run 10:12 guest #12 out", "5-6"},
        {570, "period next", "Q2 8:00 10:12 shot 35 guest #12 out", "4-8: each quarter anew"},
        {580, "clock start", "Q2 8:00 run 10:12 shot 35 run guest #12 out", "5-5"},
        {600, "add home 2 x 6", "Q2 7:40 run 22:12 shot 15 run guest #12 out", "5-2"},
        {601, "add guest 2 x 5", "Q2 7:39 run 22:22 shot 14 run guest #12 out", "5-2"},
        {1060, "period next", "HALF-TIME 10:00 run 22:22 guest #12 out", "5-6: half-time"},
        {1660, "period next", "Q3 8:00 22:22 shot 35 guest #12 out", "5-6"},
        {1670, "clock start", "Q3 8:00 run 22:22 shot 35 run guest #12 out", "5-5"},
        {1700, "add home 1 x 9", "Q3 7:30 run 31:22 shot 5 run guest #12 out", "5-2"},
        {1701, "add guest 3 x 3", "Q3 7:29 run 31:31 shot 4.0 run guest #12 out", "5-2"},
        {2150, "period next", "Q3 END 1:00 run 31:31 guest #12 out", "5-6"},
        {2210, "period next", "Q4 8:00 31:31 shot 35 guest #12 out", "5-6"},
        {2220, "clock start", "Q4 8:00 run 31:31 shot 35 run guest #12 out", "5-5"},
        {2230, "foul home x 5", "Q4 7:50 run 31:31 fouls 5:0 bonus guest shot 25 run guest #12 out", "4-8"},
        {2690, "", "Q4 10.0 run 31:31 fouls 5:0 bonus guest shot 0.0 guest #12 out",
         "no basket stops the clock"},
        {2700, "period next", "Q4 END 1:00 run 31:31 fouls 5:0 bonus guest guest #12 out", "5-7: level"},
        {2760, "period next", "OT1 4:00 31:31 fouls 5:0 bonus guest shot 35 guest #12 out",
         "5-7: four minutes; 4-8: fouls count on"},
        {2770, "clock start", "OT1 4:00 run 31:31 fouls 5:0 bonus guest shot 35 run guest #12 out", "5-7"},
        {2800, "add guest 2", "OT1 3:30 run 31:33 fouls 5:0 bonus guest shot 5 run guest #12 out", "5-2"},
        {3010, "period next", "FINAL 0.0 31:33 fouls 5:0 bonus guest guest #12 out", "5-7: a side leads"},
        {3011, "by period", "10:12 12:10 9:9 0:0 0:2", "5-7"},
    };
    return kRows;
}

} // namespace

Matches basketball_in_america()
{
    return {{"Nba2016Game7WarriorsCavaliers", "basketball.nba.2025", nba()},
            {"NcaaMen2008KansasMemphis", "basketball.ncaa_men.2025", ncaa_men()},
            {"NcaaWomen2023LouisianaIowa", "basketball.ncaa_women.2025", ncaa_women()},
            {"SchoolsWithAnOvertime", "basketball.nfhs.2025", schools()}};
}

} // namespace scoreboard::whole
