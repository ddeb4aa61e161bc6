#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// What the table officials do, and what the board shows then. Articles of 2026; those of 2024 in brackets.
const Rows& every_rule()
{
    static const Rows kRows{
        {0, "", "PRE-GAME 10:00 0:0", "8.1"},
        {0, "time-outs left", "2:2", "18.2: two in the first half"},
        {10, "timeout home", "refused WRONG_PHASE", "18.2: before the game there is none"},
        {20, "foul home", "PRE-GAME 10:00 0:0 fouls 1:0", "42 [41]: counts in the first quarter"},
        {21, "foul home -1", "PRE-GAME 10:00 0:0", "a correction"},
        {30, "period next", "refused WRONG_PHASE", "9.1: the clock begins it"},
        // The jump ball: the shot clock stays blank until a side has the ball.
        {1000, "clock start", "Q1 10:00 run 0:0", "9.1"},
        {1001, "clock start", "refused ALREADY_RUNNING", "9.1"},
        {1002, "shot 24", "Q1 9:58 run 0:0 shot 24 run", "29.1: new control"},
        {1012, "add home 2", "Q1 9:48 run 2:0 shot 14 run", "16.2"},
        {1012, "shot blank", "Q1 9:48 run 2:0", "29.2: a basket"},
        {1015, "shot 24", "Q1 9:45 run 2:0 shot 24 run", "29.1"},
        {1027, "clock stop", "Q1 9:33 2:0 shot 12", "50.2 [49.2]: a whistle"},
        {1028, "foul home", "Q1 9:33 2:0 fouls 1:0 shot 12", "42 [41]"},
        {1029, "shot 14", "Q1 9:33 2:0 fouls 1:0 shot 14", "29.2: frontcourt, 13.9 or less"},
        {1040, "clock start", "Q1 9:33 run 2:0 fouls 1:0 shot 14 run", "29.2"},
        {1041, "shot hold", "Q1 9:32 run 2:0 fouls 1:0 shot 13", "51 [50]: stopped and visible"},
        {1043, "", "Q1 9:30 run 2:0 fouls 1:0 shot 13", "51 [50]"},
        {1043, "shot run", "Q1 9:30 run 2:0 fouls 1:0 shot 13 run", "51 [50]"},
        {1045, "add guest 3", "Q1 9:28 run 2:3 fouls 1:0 shot 11 run", "16.2"},
        {1046, "timeout home", "Q1 9:27 2:3 fouls 1:0 shot 10 time-out 1:00, left 1:2", "18.2"},
        {1095, "", "Q1 9:27 2:3 fouls 1:0 shot 10 time-out 0:11, left 1:2", "50.3 [49.3]"},
        {1096, "", "Q1 9:27 2:3 fouls 1:0 shot 10 time-out 0:10 signal, left 1:2",
         "50.3 [49.3]: the signal at 50 s"},
        {1110, "", "Q1 9:27 2:3 fouls 1:0 shot 10 time-out 0:00 signal, left 1:2", "18.2: one minute"},
        {1112, "clock start", "Q1 9:27 run 2:3 fouls 1:0 shot 10 run", "18.2"},
        {1120, "timeout home", "Q1 9:19 2:3 fouls 1:0 shot 2.0 time-out 1:00, left 0:2",
         "18.2: two in the first half"},
        {1190, "timeout home", "refused NO_TIMEOUT_LEFT", "18.2"},
        {1200, "clock set 1:05.0", "Q1 1:05 2:3 fouls 1:0 shot 2.0 time-out 0:00 signal, left 0:2",
         "a correction"},
        {1210, "clock start", "Q1 1:05 run 2:3 fouls 1:0 shot 2.0 run", "29.1"},
        {1212.5, "", "Q1 1:03 run 2:3 fouls 1:0 shot 0.0", "29.1: at 0.0 it stands"},
        {1215.1, "", "Q1 59.9 run 2:3 fouls 1:0 shot 0.0", "50 [49]: tenths in the last minute"},
        {1220, "shot 24", "Q1 55.0 run 2:3 fouls 1:0 shot 24 run", "29.1"},
        {1221, "foul home", "Q1 54.0 run 2:3 fouls 2:0 shot 23 run", "42 [41]"},
        {1223, "foul home x 2", "Q1 52.0 run 2:3 fouls 4:0 shot 21 run", "42 [41]: the fourth"},
        {1224, "foul home", "Q1 51.0 run 2:3 fouls 5:0 bonus guest shot 20 run",
         "42 [41]: from the fifth the other side shoots"},
        {1240, "shot 24", "Q1 35.0 run 2:3 fouls 5:0 bonus guest shot 24 run", "29.1"},
        {1260, "shot 24", "Q1 15.0 run 2:3 fouls 5:0 bonus guest", "29.1: off, with less left of the period"},
        {1280, "", "Q1 0.0 2:3 fouls 5:0 bonus guest", "8.1: the clock alone ends nothing"},
        {1281, "clock start", "refused WRONG_PHASE", "8.1"},
        {1290, "period next", "Q1 END 2:00 run 2:3", "8.3; 42 [41]: each quarter anew"},
        {1350, "", "Q1 END 1:00 run 2:3", "8.3"},
        {1351, "timeout guest", "refused WRONG_PHASE", "18.2: none in an interval"},
        {1352, "foul guest", "Q1 END 58.0 run 2:3 fouls 0:1",
         "42 [41]: in an interval, counts in the quarter that follows"},
        {1400, "period next", "Q2 10:00 2:3 fouls 0:1 shot 24", "42 [41]"},
        {1410, "clock start", "Q2 10:00 run 2:3 fouls 0:1 shot 24 run", "8.1"},
        {1420, "period next", "HALF-TIME 15:00 run 2:3", "8.4: before its time, as asked"},
        {1500, "period next", "Q3 10:00 2:3 shot 24", "18.2: three in the second half"},
        {1501, "time-outs left", "3:3", "18.2: three in the second half"},
        {1510, "clock start", "Q3 10:00 run 2:3 shot 24 run", "8.1"},
        {1520, "period next", "Q3 END 2:00 run 2:3", "8.3"},
        {1530, "period next", "Q4 10:00 2:3 shot 24", "8.1"},
        {1540, "clock start", "Q4 10:00 run 2:3 shot 24 run", "8.1"},
        {1541, "clock set 2:01.0", "Q4 2:01 run 2:3 shot 23 run", "a correction"},
        {1541, "time-outs left", "3:3", "18.2"},
        {1542, "time-outs left", "2:2", "18.2: who has three left at 2:00 loses one"},
        {1542, "", "Q4 2:00 run 2:3 shot 22 run BASKET STOPS CLOCK",
         "50.2 [49.2]: from 2:00 a basket stops the clock"},
        {1543, "timeout guest", "Q4 1:59 2:3 shot 21 time-out 1:00, left 2:1 BASKET STOPS CLOCK",
         "18.2: at most two from 2:00 on"},
        {1544, "timeout guest", "Q4 1:59 2:3 shot 21 time-out 1:00, left 2:0 BASKET STOPS CLOCK", "18.2"},
        {1545, "timeout guest", "refused NO_TIMEOUT_LEFT", "18.2"},
        {1550, "foul guest x 4", "Q4 1:59 2:3 fouls 0:4 shot 21 time-out 0:54, left 2:0 BASKET STOPS CLOCK",
         "42 [41]"},
        {1560, "add home 1", "Q4 1:59 3:3 fouls 0:4 shot 21 time-out 0:44, left 2:0 BASKET STOPS CLOCK",
         "16.2"},
        {1570, "clock set 0:00.0", "Q4 0.0 3:3 fouls 0:4 time-out 0:34, left 2:0", "a correction"},
        {1580, "period next", "Q4 END 2:00 run 3:3 fouls 0:4", "8.7: level"},
        {1590, "period next", "OT1 5:00 3:3 fouls 0:4 shot 24", "8.7; 18.2: one, none is carried"},
        {1591, "time-outs left", "1:1", "18.2"},
        {1600, "clock start", "OT1 5:00 run 3:3 fouls 0:4 shot 24 run", "8.7"},
        {1601, "foul guest", "OT1 4:59 run 3:3 fouls 0:5 bonus home shot 23 run",
         "42 [41]: counts with the fourth quarter"},
        {1602, "timeout home", "OT1 4:58 3:3 fouls 0:5 bonus home shot 22 time-out 1:00, left 0:1", "18.2"},
        {1610, "period next", "OT1 END 2:00 run 3:3 fouls 0:5 bonus home", "8.7: level again"},
        {1620, "period next", "OT2 5:00 3:3 fouls 0:5 bonus home shot 24", "8.7"},
        {1621, "time-outs left", "1:1", "18.2"},
        {1630, "clock start", "OT2 5:00 run 3:3 fouls 0:5 bonus home shot 24 run", "8.7"},
        {1640, "add guest 2", "OT2 4:50 run 3:5 fouls 0:5 bonus home shot 14 run", "16.2"},
        {1650, "clock set 0:00.0", "OT2 0.0 3:5 fouls 0:5 bonus home", "a correction"},
        {1660, "period next", "FINAL 0.0 3:5 fouls 0:5 bonus home", "8.7: a side leads"},
        {1661, "period next", "refused WRONG_PHASE", "8.7: it is over"},
        {1662, "clock start", "refused WRONG_PHASE", "8.7"},
        // The scoresheet is checked: a score can still be put right, below 0 it cannot go.
        {1670, "add guest -1", "FINAL 0.0 3:4 fouls 0:5 bonus home", "the scoresheet"},
        {1671, "set home -1", "refused OUT_OF_RANGE", "the scoresheet"},
        {1672, "by period", "2:3 0:0 0:0 1:0 0:0 0:1", "the scoresheet"},
    };
    return kRows;
}

// The final of the Olympic Games, Paris, 10 August 2024: 20:15 29:26 23:25 26:21.
const Rows& paris_2024()
{
    static const Rows kRows{
        {0, "clock start", "Q1 10:00 run 0:0", "9.1"},
        {300, "add home 2 x 10", "Q1 5:00 run 20:0", "16.2"},
        {301, "add guest 3 x 5", "Q1 4:59 run 20:15", "16.2"},
        {600, "", "Q1 0.0 20:15", "8.1: ten minutes"},
        {601, "period next", "Q1 END 2:00 run 20:15", "8.3"},
        {721, "period next", "Q2 10:00 20:15 shot 24", "8.1"},
        {730, "clock start", "Q2 10:00 run 20:15 shot 24 run", "8.1"},
        {900, "add home 2 x 13", "Q2 7:10 run 46:15 shot 0.0", "16.2"},
        {901, "add home 3", "Q2 7:09 run 49:15 shot 0.0", "16.2"},
        {902, "add guest 2 x 13", "Q2 7:08 run 49:41 shot 0.0", "16.2"},
        {1330, "period next", "HALF-TIME 15:00 run 49:41", "8.4"},
        {2230, "period next", "Q3 10:00 49:41 shot 24", "8.1"},
        {2240, "clock start", "Q3 10:00 run 49:41 shot 24 run", "8.1"},
        {2500, "add guest 3 x 7", "Q3 5:40 run 49:62 shot 0.0", "16.2"},
        {2501, "add guest 2 x 2", "Q3 5:39 run 49:66 shot 0.0", "16.2"},
        {2502, "add home 2 x 10", "Q3 5:38 run 69:66 shot 0.0", "16.2"},
        {2503, "add home 3", "Q3 5:37 run 72:66 shot 0.0", "16.2"},
        {2840, "period next", "Q3 END 2:00 run 72:66", "8.3"},
        {2960, "period next", "Q4 10:00 72:66 shot 24", "8.1"},
        {2970, "clock start", "Q4 10:00 run 72:66 shot 24 run", "8.1"},
        {3200, "add home 2 x 10", "Q4 6:10 run 92:66 shot 0.0", "16.2"},
        {3201, "add home 3 x 2", "Q4 6:09 run 98:66 shot 0.0", "16.2"},
        {3202, "add guest 3 x 7", "Q4 6:08 run 98:87 shot 0.0", "16.2"},
        {3450, "", "Q4 2:00 run 98:87 shot 0.0 BASKET STOPS CLOCK", "50.2 [49.2]: the last two minutes"},
        {3510.1, "", "Q4 59.9 run 98:87 shot 0.0 BASKET STOPS CLOCK", "50 [49]: tenths"},
        {3570, "period next", "FINAL 0.0 98:87", "8.7: a side leads"},
        {3571, "by period", "20:15 29:26 23:25 26:21", "as published"},
    };
    return kRows;
}

// The men's final of the Olympic Games, Paris, 5 August 2024: 16:16 in time, 18:17 in the overtime.
const Rows& three_on_three()
{
    static const Rows kRows{
        {0, "clock start", "P1 10:00 run 0:0", "article 5"},
        {1, "shot 12", "P1 9:59 run 0:0 shot 12 run", "article 6"},
        {13, "", "P1 9:47 run 0:0 shot 0.0", "article 6: twelve seconds"},
        {20, "add home 1 x 16", "P1 9:40 run 16:0 shot 0.0", "article 4"},
        {30, "add guest 2 x 8", "P1 9:30 run 16:16 shot 0.0", "article 4"},
        {40, "timeout home", "P1 9:20 16:16 shot 0.0 time-out 0:30, left 0:1", "article 8"},
        {60, "", "P1 9:20 16:16 shot 0.0 time-out 0:10 signal, left 0:1", "article 8: the signal at 20 s"},
        {70, "clock start", "P1 9:20 run 16:16 shot 0.0", "article 8"},
        {71, "timeout home", "refused NO_TIMEOUT_LEFT", "article 8: one"},
        {80, "foul home #4 x 6", "P1 9:10 run 16:16 fouls 6:0 shot 0.0", "article 7: nobody is out"},
        {81, "foul home", "P1 9:09 run 16:16 fouls 7:0 bonus guest shot 0.0",
         "article 7: the seventh, two shots"},
        {82, "foul home x 2", "P1 9:08 run 16:16 fouls 9:0 bonus guest shot 0.0", "article 7"},
        {570.1, "", "P1 59.9 run 16:16 fouls 9:0 bonus guest shot 0.0", "tenths in the last minute"},
        {630, "", "P1 0.0 16:16 fouls 9:0 bonus guest shot 0.0", "article 5: ten minutes"},
        {631, "period next", "P1 END 1:00 run 16:16 fouls 9:0 bonus guest", "article 5.4: a minute"},
        {691, "period next", "OT1 16:16 fouls 9:0 bonus guest shot 12", "article 5.4; 7: fouls count on"},
        {692, "foul home", "OT1 16:16 fouls 10:0 double guest shot 12", "article 7: the tenth, ball too"},
        {693, "add guest 1", "OT1 16:17 fouls 10:0 double guest shot 12", "article 5.4"},
        {694, "add home 2", "OT1 18:17 fouls 10:0 double guest shot 12 END THE MATCH",
         "article 5.4: first with two"},
        {695, "period next", "FINAL 18:17 fouls 10:0 double guest", "article 5.4"},
        {696, "by period", "16:16 2:1", "as published"},
    };
    return kRows;
}

const Rows& first_to_twenty_one()
{
    static const Rows kRows{
        {0, "clock start", "P1 10:00 run 0:0", "article 5"},
        {100, "add home 2 x 10", "P1 8:20 run 20:0", "article 4"},
        {101, "add guest 1 x 3", "P1 8:19 run 20:3", "article 4"},
        {102, "add home 1", "P1 8:18 run 21:3 END THE MATCH", "article 5.3: the first with 21"},
        {103, "period next", "FINAL 8:17 21:3", "article 5.3"},
    };
    return kRows;
}

} // namespace

Matches basketball_by_fiba()
{
    return {{"BasketballEveryRule", "basketball.fiba.2026", every_rule()},
            {"BasketballParis2024UnitedStatesFrance", "basketball.fiba.2026", paris_2024()},
            {"BasketballEditionOf2024", "basketball.fiba.2024", every_rule()},
            {"ThreeOnThreeParis2024NetherlandsFrance", "basketball.3x3.2026", three_on_three()},
            {"ThreeOnThreeToTwentyOne", "basketball.3x3.2026", first_to_twenty_one()}};
}

} // namespace scoreboard::whole
