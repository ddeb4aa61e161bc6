#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// The men's final of the Olympic Games, Vancouver, 28 February 2010: 1:0 1:1 0:1, overtime 1:0 after 7:40.
const Rows& vancouver_2010()
{
    static const Rows kRows{
        {0, "clock start", "P1 20:00 run 0:0", "rule 77"},
        {1010, "add home 1", "P1 3:10 run 1:0", "rule 78"},
        {1200, "period next", "P1 END 15:00 run 1:0", "rule 77"},
        {2100, "period next", "P2 20:00 1:0", "rule 77"},
        {2110, "clock start", "P2 20:00 run 1:0", "rule 77"},
        {2543, "add home 1", "P2 12:47 run 2:0", "rule 78"},
        {2874, "add guest 1", "P2 7:16 run 2:1", "rule 78"},
        {3310, "period next", "P2 END 15:00 run 2:1", "rule 77"},
        {4210, "period next", "P3 20:00 2:1", "rule 77"},
        {4220, "clock start", "P3 20:00 run 2:1", "rule 77"},
        {5395.6, "add guest 1", "P3 24.4 run 2:2", "tenths in the last minute"},
        {5420, "period next", "P3 END 3:00 run 2:2", "rule 84: level"},
        {5600, "period next", "OT1 20:00 2:2", "rule 84; option: twenty minutes"},
        {5610, "clock start", "OT1 20:00 run 2:2", "rule 84"},
        {6070, "add home 1", "OT1 12:20 run 3:2 END THE MATCH", "rule 84: sudden death"},
        {6071, "clock stop", "OT1 12:19 3:2 END THE MATCH", "rule 84"},
        {6080, "period next", "FINAL 12:19 3:2", "rule 84"},
        {6081, "by period", "1:0 1:1 0:1 1:0", "as published"},
    };
    return kRows;
}

// Table 14, and a shoot-out of pairs.
const Rows& penalties_and_a_shoot_out()
{
    static const Rows kRows{
        {0, "clock start", "P1 20:00 run 0:0", "rule 77"},
        {10, "penalty home minor #15", "P1 19:50 run 0:0 home #15 minor 2:00", "rule 16"},
        {20, "penalty home minor #23", "P1 19:40 run 0:0 home #15 minor 1:50 home #23 minor 2:00", "rule 16"},
        {30, "penalty home minor #8",
         "P1 19:30 run 0:0 home #15 minor 1:40 home #23 minor 1:50 home #8 minor 2:00 waits",
         "rule 26: the third waits"},
        {40, "add guest 1",
         "P1 19:20 run 0:1 home #15 minor 1:30 home #23 minor 1:40 home #8 minor 2:00 waits PENALTY MAY END",
         "rule 16: the minor with the least time left"},
        {41, "penalty end home 1", "P1 19:19 run 0:1 home #23 minor 1:39 home #8 minor 1:59",
         "rule 26: the third begins"},
        {50, "penalty guest misconduct #9",
         "P1 19:10 run 0:1 home #23 minor 1:30 home #8 minor 1:50 guest #9 misconduct 10:00",
         "rule 22: nobody is short"},
        {100, "add home 1",
         "P1 18:20 run 1:1 home #23 minor 0:40 home #8 minor 1:00 guest #9 misconduct 9:10",
         "rule 22: nobody is released"},
        {1200, "period next", "P1 END 15:00 run 1:1", "rule 77"},
        {2100, "period next", "P2 20:00 1:1", "rule 77"},
        {2110, "clock start", "P2 20:00 run 1:1", "rule 77"},
        {3310, "period next", "P2 END 15:00 run 1:1", "rule 77"},
        {4210, "period next", "P3 20:00 1:1", "rule 77"},
        {4220, "clock start", "P3 20:00 run 1:1", "rule 77"},
        {4300, "timeout home", "P3 18:40 1:1 time-out 0:30, left 0:1", "rule 87"},
        {4330, "clock start", "P3 18:40 run 1:1", "rule 87: thirty seconds"},
        {5450, "period next", "P3 END 3:00 run 1:1", "rule 84"},
        {5630, "period next", "OT1 10:00 1:1", "option: an overtime of ten minutes"},
        {5640, "clock start", "OT1 10:00 run 1:1", "rule 84"},
        {6240, "period next", "SHOOT-OUT 1:1 (0:0)", "rule 84: level"},
        {6241, "attempt home goal", "SHOOT-OUT 1:1 (1:0)", "rule 84"},
        {6242, "attempt guest goal", "SHOOT-OUT 1:1 (1:1)", "rule 84"},
        {6243, "attempt home miss", "SHOOT-OUT 1:1 (1:1)", "rule 84"},
        {6244, "attempt guest miss", "SHOOT-OUT 1:1 (1:1)", "rule 84"},
        {6245, "attempt home miss", "SHOOT-OUT 1:1 (1:1)", "rule 84"},
        {6246, "attempt guest goal", "SHOOT-OUT 1:1 (1:2)", "rule 84"},
        {6247, "attempt home miss", "SHOOT-OUT 1:1 (1:2)", "rule 84"},
        {6248, "attempt guest goal", "SHOOT-OUT 1:1 (1:3) END THE MATCH", "rule 84: decided early"},
        {6249, "attempt home goal", "refused WRONG_PHASE", "rule 84"},
        {6250, "period next", "FINAL 0.0 1:2 (1:3)", "rule 84: the decisive goal counts"},
        {6251, "by period", "1:1 0:0 0:0 0:0 0:1", "the decisive goal has a column of its own"},
    };
    return kRows;
}

// The men's final of the Olympic Games, Paris, 8 August 2024: 0:0 0:0 0:0 1:1, shoot-out 2:1; who scored
// which attempt is made up.
const Rows& field_hockey_paris_2024()
{
    static const Rows kRows{
        {0, "clock start", "Q1 15:00 run 0:0", "5.1"},
        {60, "penalty home green #4", "Q1 14:00 run 0:0 home #4 green 2:00", "14.1: two minutes"},
        {61, "count home green card", "Q1 13:59 run 0:0 home green card 1 home #4 green 1:59", "14.1"},
        {180, "", "Q1 12:00 run 0:0 home green card 1", "14.1"},
        {200, "penalty guest yellow #5", "Q1 11:40 run 0:0 home green card 1 guest #5 yellow 5:00",
         "14.1: five minutes"},
        {500, "", "Q1 6:40 run 0:0 home green card 1", "14.1"},
        {900, "period next", "Q1 END 2:00 run 0:0 home green card 1", "5.1"},
        {1020, "period next", "Q2 15:00 0:0 home green card 1", "5.1"},
        {1030, "clock start", "Q2 15:00 run 0:0 home green card 1", "5.1"},
        {1400, "penalty guest yellow 10 #6", "Q2 8:50 run 0:0 home green card 1 guest #6 yellow 10 10:00",
         "14.1: or ten"},
        {1930, "period next", "HALF-TIME 10:00 run 0:0 home green card 1 guest #6 yellow 10 1:10",
         "5.1; 14.1: carried over half-time"},
        {2530, "period next", "Q3 15:00 0:0 home green card 1 guest #6 yellow 10 1:10", "5.1"},
        {2540, "clock start", "Q3 15:00 run 0:0 home green card 1 guest #6 yellow 10 1:10", "5.1"},
        {2609, "", "Q3 13:51 run 0:0 home green card 1 guest #6 yellow 10 0:01", "14.1"},
        {2610, "", "Q3 13:50 run 0:0 home green card 1", "14.1: ten minutes of play"},
        {3440, "period next", "Q3 END 2:00 run 0:0 home green card 1", "5.1"},
        {3560, "period next", "Q4 15:00 0:0 home green card 1", "5.1"},
        {3570, "clock start", "Q4 15:00 run 0:0 home green card 1", "5.1"},
        {3630, "add home 1", "Q4 14:00 run 1:0 home green card 1", "8"},
        {3900, "add guest 1", "Q4 9:30 run 1:1 home green card 1", "8"},
        {4420, "", "Q4 50.0 run 1:1 home green card 1", "tenths in the last minute"},
        {4470, "period next", "SHOOT-OUT 1:1 home green card 1 (0:0)", "5.3: level, a shoot-out"},
        {4480, "attempt home goal", "SHOOT-OUT 1:1 home green card 1 (1:0)", "5.3"},
        {4481, "attempt guest goal", "SHOOT-OUT 1:1 home green card 1 (1:1)", "5.3"},
        {4482, "attempt home goal", "SHOOT-OUT 1:1 home green card 1 (2:1)", "5.3"},
        {4483, "attempt guest miss", "SHOOT-OUT 1:1 home green card 1 (2:1)", "5.3"},
        {4484, "attempt home miss", "SHOOT-OUT 1:1 home green card 1 (2:1)", "5.3"},
        {4485, "attempt guest miss", "SHOOT-OUT 1:1 home green card 1 (2:1)", "5.3"},
        {4486, "attempt home miss", "SHOOT-OUT 1:1 home green card 1 (2:1)", "5.3"},
        {4487, "attempt guest miss", "SHOOT-OUT 1:1 home green card 1 (2:1)", "5.3"},
        {4488, "attempt home miss", "SHOOT-OUT 1:1 home green card 1 (2:1)", "5.3"},
        {4489, "attempt guest miss", "SHOOT-OUT 1:1 home green card 1 (2:1) END THE MATCH", "5.3"},
        {4490, "period next", "FINAL 0.0 1:1 home green card 1 (2:1)", "5.3"},
        {4491, "by period", "0:0 0:0 0:0 1:1", "as published"},
    };
    return kRows;
}

const Rows& floorball()
{
    static const Rows kRows{
        {0, "clock start", "P1 20:00 run 0:0", "201"},
        {10, "penalty home minor #7", "P1 19:50 run 0:0 home #7 minor 2:00", "605"},
        {20, "add guest 1", "P1 19:40 run 0:1 home #7 minor 1:50 PENALTY MAY END", "602: a goal may end it"},
        {21, "penalty end home 1", "P1 19:39 run 0:1", "602"},
        {30, "penalty guest personal #9", "P1 19:30 run 0:1 guest #9 personal 10:00",
         "608: ten minutes, nobody is short"},
        {40, "add home 1", "P1 19:20 run 1:1 guest #9 personal 9:50", "608: no release"},
        {50, "timeout home", "P1 19:10 1:1 time-out 0:30, left 0:1 guest #9 personal 9:40", "204"},
        {80, "clock start", "P1 19:10 run 1:1 guest #9 personal 9:40", "204: thirty seconds"},
        {90, "timeout home", "refused NO_TIMEOUT_LEFT", "204: one"},
        {1230, "period next", "P1 END 10:00 run 1:1", "201"},
        {1830, "period next", "P2 20:00 1:1", "201"},
        {1840, "clock start", "P2 20:00 run 1:1", "201"},
        {3040, "period next", "P2 END 10:00 run 1:1", "201"},
        {3640, "period next", "P3 20:00 1:1", "201"},
        {3650, "clock start", "P3 20:00 run 1:1", "201"},
        {4850, "period next", "P3 END 2:00 run 1:1", "202: level"},
        {4970, "period next", "OT1 10:00 1:1", "202: ten minutes"},
        {4980, "clock start", "OT1 10:00 run 1:1", "202"},
        {5520, "", "OT1 1:00 run 1:1", "202"},
        {5580, "period next", "SHOOT-OUT 1:1 (0:0)", "202: level, shots decide"},
        {5581, "attempt home goal", "SHOOT-OUT 1:1 (1:0)", "203"},
        {5582, "attempt guest miss", "SHOOT-OUT 1:1 (1:0)", "203"},
        {5583, "attempt home goal", "SHOOT-OUT 1:1 (2:0)", "203"},
        {5584, "attempt guest miss", "SHOOT-OUT 1:1 (2:0)", "203"},
        {5585, "attempt home goal", "SHOOT-OUT 1:1 (3:0)", "203"},
        {5586, "attempt guest miss", "SHOOT-OUT 1:1 (3:0) END THE MATCH", "203: decided early"},
        {5587, "period next", "FINAL 0.0 1:1 (3:0)", "203"},
    };
    return kRows;
}

const Rows& rink_hockey()
{
    static const Rows kRows{
        {0, "clock start", "H1 25:00 run 0:0", "25 minutes a half"},
        {1, "shot 45", "H1 24:59 run 0:0 shot 45 run", "possession"},
        {10, "foul home x 9", "H1 24:50 run 0:0 fouls 9:0 shot 36 run", "team fouls"},
        {11, "foul home", "H1 24:49 run 0:0 fouls 10:0 bonus guest shot 35 run",
         "the tenth: a direct free hit"},
        {60, "penalty home red card #4",
         "H1 24:00 run 0:0 fouls 10:0 bonus guest shot 0 home #4 red card 4:00",
         "power play of four minutes"},
        {70, "penalty guest blue card #5",
         "H1 23:50 run 0:0 fouls 10:0 bonus guest shot 0 home #4 red card 3:50 guest #5 blue card 2:00",
         "power play of two minutes"},
        {80, "shot blank",
         "H1 23:40 run 0:0 fouls 10:0 bonus guest home #4 red card 3:40 guest #5 blue card 1:50",
         "possession"},
        {190, "", "H1 21:50 run 0:0 fouls 10:0 bonus guest home #4 red card 1:50", "two minutes"},
        {299, "", "H1 20:01 run 0:0 fouls 10:0 bonus guest home #4 red card 0:01", "four minutes"},
        {300, "", "H1 20:00 run 0:0 fouls 10:0 bonus guest", "four minutes"},
        {400, "timeout guest", "H1 18:20 0:0 fouls 10:0 bonus guest time-out 1:00, left 1:0", "one a half"},
        {460, "clock start", "H1 18:20 run 0:0 fouls 10:0 bonus guest", "one minute"},
        {1560, "period next", "HALF-TIME 10:00 run 0:0 fouls 10:0 bonus guest", "half-time"},
        {2160, "period next", "H2 25:00 0:0 fouls 10:0 bonus guest shot 45", "fouls count over the match"},
        {2170, "clock start", "H2 25:00 run 0:0 fouls 10:0 bonus guest shot 45 run", "25 minutes a half"},
        {2180, "shot blank", "H2 24:50 run 0:0 fouls 10:0 bonus guest", "possession"},
        {3670, "period next", "H2 END 3:00 run 0:0 fouls 10:0 bonus guest", "level"},
        {3850, "period next", "OT1 5:00 0:0 fouls 10:0 bonus guest shot 45", "two of five minutes"},
        {3860, "clock start", "OT1 5:00 run 0:0 fouls 10:0 bonus guest shot 45 run", "overtime"},
        {3870, "add guest 1", "OT1 4:50 run 0:1 fouls 10:0 bonus guest shot 35 run", "overtime"},
        {4160, "period next", "OT1 END 1:00 run 0:1 fouls 10:0 bonus guest", "its half decides nothing"},
        {4220, "period next", "OT2 5:00 0:1 fouls 10:0 bonus guest shot 45", "overtime"},
        {4230, "clock start", "OT2 5:00 run 0:1 fouls 10:0 bonus guest shot 45 run", "overtime"},
        {4530, "period next", "FINAL 0.0 0:1 fouls 10:0 bonus guest", "a side leads"},
        {4531, "by period", "0:0 0:0 0:1 0:0", "a side leads"},
    };
    return kRows;
}

} // namespace

Matches hockey()
{
    return {{"IceHockeyVancouver2010CanadaUnitedStates",
             "ice_hockey.iihf.2025",
             vancouver_2010(),
             {{"periods.overtime", "20:00"}}},
            {"IceHockeyPenaltiesAndAShootOut",
             "ice_hockey.iihf.2025",
             penalties_and_a_shoot_out(),
             {{"periods.overtime", "10:00"}}},
            {"FieldHockeyParis2024NetherlandsGermany", "field_hockey.fih.2024", field_hockey_paris_2024()},
            {"FloorballWithAnOvertime", "floorball.iff.2022", floorball()},
            {"RinkHockeyWithAnOvertime", "rink_hockey.ws.2024", rink_hockey()}};
}

} // namespace scoreboard::whole
