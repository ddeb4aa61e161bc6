#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// The final of the World Cup, Lusail, 18 December 2022: 2:0 0:2, extra time 0:0 1:1, kicks 4:2.
const Rows& lusail_2022()
{
    static const Rows kRows{
        {0, "clock start", "H1 0:00 run 0:0", "law 8"},
        {1350, "add home 1", "H1 22:30 run 1:0", "law 10"},
        {2130, "add home 1", "H1 35:30 run 2:0", "law 10"},
        {2690, "added 5", "H1 44:50 run +5 2:0", "law 7.3"},
        {2710, "", "H1 45:10 run +5 2:0", "law 7.3: the clock runs on"},
        {3000, "period next", "HALF-TIME 15:00 run 2:0", "law 7.2"},
        {3900, "period next", "H2 45:00 2:0", "law 7: forty-five minutes"},
        {3910, "clock start", "H2 45:00 run 2:0", "law 8"},
        {5960, "add guest 1", "H2 79:10 run 2:1", "law 10"},
        {6050, "add guest 1", "H2 80:40 run 2:2", "law 10"},
        {6600, "added 5", "H2 89:50 run +5 2:2", "law 7.3"},
        {7000, "period next", "H2 END 5:00 run 2:2", "law 10.2: level"},
        {7300, "period next", "OT1 90:00 2:2", "law 10.2: twice fifteen"},
        {7310, "clock start", "OT1 90:00 run 2:2", "law 8"},
        {8215, "", "OT1 105:05 run 2:2", "law 7.3"},
        {8216, "period next", "OT1 END 1:00 run 2:2", "law 10.2: its half decides nothing"},
        {8276, "period next", "OT2 105:00 2:2", "law 10.2"},
        {8280, "clock start", "OT2 105:00 run 2:2", "law 8"},
        {8430, "add home 1", "OT2 107:30 run 3:2", "law 10"},
        {9050, "add guest 1", "OT2 117:50 run 3:3", "law 10"},
        {9300, "period next", "SHOOT-OUT 3:3 (0:0)", "law 10.3: kicks from the mark"},
        {9301, "attempt guest goal", "SHOOT-OUT 3:3 (0:1)", "law 10.3"},
        {9302, "attempt guest goal", "refused WRONG_PHASE", "law 10.3: by turns"},
        {9303, "attempt home goal", "SHOOT-OUT 3:3 (1:1)", "law 10.3"},
        {9304, "attempt guest miss", "SHOOT-OUT 3:3 (1:1)", "law 10.3"},
        {9305, "attempt home goal", "SHOOT-OUT 3:3 (2:1)", "law 10.3"},
        {9306, "attempt guest miss", "SHOOT-OUT 3:3 (2:1)", "law 10.3"},
        {9307, "attempt home goal", "SHOOT-OUT 3:3 (3:1)", "law 10.3"},
        {9308, "attempt guest goal", "SHOOT-OUT 3:3 (3:2)", "law 10.3"},
        {9309, "period next", "refused WRONG_PHASE", "law 10.3: not decided"},
        {9310, "attempt home goal", "SHOOT-OUT 3:3 (4:2) END THE MATCH", "law 10.3: decided early"},
        {9311, "attempt guest goal", "refused WRONG_PHASE", "law 10.3"},
        {9312, "period next", "FINAL 122:00 3:3 (4:2)", "law 10.3"},
        {9313, "by period", "2:0 0:2 0:0 1:1", "as published"},
    };
    return kRows;
}

const Rows& futsal()
{
    static const Rows kRows{
        {0, "clock start", "H1 20:00 run 0:0", "law 7"},
        {60, "foul home x 5", "H1 19:00 run 0:0 fouls 5:0", "law 13"},
        {61, "foul home", "H1 18:59 run 0:0 fouls 6:0 bonus guest", "law 13: the sixth, without a wall"},
        {120, "timeout guest", "H1 18:00 0:0 fouls 6:0 bonus guest time-out 1:00, left 1:0", "law 7.4"},
        {170, "", "H1 18:00 0:0 fouls 6:0 bonus guest time-out 0:10 signal, left 1:0", "law 7.4: the signal"},
        {180, "clock start", "H1 18:00 run 0:0 fouls 6:0 bonus guest", "law 7.4"},
        {200, "timeout guest", "refused NO_TIMEOUT_LEFT", "law 7.4: one a half"},
        {300, "penalty home sending-off #5",
         "H1 16:00 run 0:0 fouls 6:0 bonus guest home #5 sending-off 2:00", "law 3.6: short for two minutes"},
        {360, "add guest 1",
         "H1 15:00 run 0:1 fouls 6:0 bonus guest home #5 sending-off 1:00 PENALTY MAY END",
         "law 3.6: or until it concedes"},
        {361, "penalty end home 1", "H1 14:59 run 0:1 fouls 6:0 bonus guest", "law 3.6"},
        {1200.1, "", "H1 59.9 run 0:1 fouls 6:0 bonus guest", "law 7: tenths"},
        {1260, "", "H1 0.0 0:1 fouls 6:0 bonus guest", "law 7: twenty minutes"},
        {1261, "period next", "HALF-TIME 15:00 run 0:1 fouls 6:0 bonus guest", "law 7.2"},
        {2161, "period next", "H2 20:00 0:1", "law 13: each half anew"},
        {2170, "clock start", "H2 20:00 run 0:1", "law 7"},
        {2200, "timeout guest", "H2 19:30 0:1 time-out 1:00, left 1:0", "law 7.4: one a half"},
        {2260, "clock start", "H2 19:30 run 0:1", "law 7.4"},
        {2300, "foul guest x 4", "H2 18:50 run 0:1 fouls 0:4", "law 13"},
        {2400, "add home 1", "H2 17:10 run 1:1 fouls 0:4", "law 10"},
        {3430, "period next", "H2 END 5:00 run 1:1 fouls 0:4", "law 10.2: level"},
        {3730, "period next", "OT1 5:00 1:1 fouls 0:4", "law 13: the fouls of half two count on"},
        {3731, "timeout home", "refused NO_TIMEOUT_LEFT", "law 7.4: none in extra time"},
        {3740, "clock start", "OT1 5:00 run 1:1 fouls 0:4", "law 10.2"},
        {3750, "foul guest x 2", "OT1 4:50 run 1:1 fouls 0:6 bonus home", "law 13: the sixth"},
        {4040, "period next", "OT1 END 1:00 run 1:1 fouls 0:6 bonus home", "law 10.2"},
        {4100, "period next", "OT2 5:00 1:1 fouls 0:6 bonus home", "law 10.2"},
        {4110, "clock start", "OT2 5:00 run 1:1 fouls 0:6 bonus home", "law 10.2"},
        {4200, "add home 1", "OT2 3:30 run 2:1 fouls 0:6 bonus home", "law 10"},
        {4410, "period next", "FINAL 0.0 2:1 fouls 0:6 bonus home", "law 10.2: a side leads"},
        {4411, "by period", "0:1 1:0 0:0 1:0", "law 10"},
    };
    return kRows;
}

} // namespace

Matches football_and_futsal()
{
    return {{"FootballLusail2022ArgentinaFrance", "football.ifab.2026", lusail_2022()},
            {"FutsalWithExtraTime", "futsal.fifa.2025", futsal()}};
}

} // namespace scoreboard::whole
