#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

const Rows& lacrosse()
{
    static const Rows kRows{
        {0, "clock start", "Q1 15:00 run 0:0", "4 x 15:00"},
        {10, "penalty home technical #9", "Q1 14:50 run 0:0 home #9 technical 0:30", "technical fouls: 0:30"},
        {20, "penalty home personal 1 #8", "Q1 14:40 run 0:0 home #9 technical 0:20 home #8 personal 1 1:00",
         "personal fouls: 1:00"},
        {30, "penalty guest personal 2 #7",
         "Q1 14:30 run 0:0 home #9 technical 0:10 home #8 personal 1 0:50 guest #7 personal 2 2:00",
         "personal fouls: 2:00"},
        {39, "", "Q1 14:21 run 0:0 home #9 technical 0:01 home #8 personal 1 0:41 guest #7 personal 2 1:51",
         "technical fouls: 0:30"},
        {40, "penalty guest personal 3 #6",
         "Q1 14:20 run 0:0 home #8 personal 1 0:40 guest #7 personal 2 1:50 guest #6 personal 3 3:00",
         "personal fouls: 3:00"},
        {50, "add home 1",
         "Q1 14:10 run 1:0 home #8 personal 1 0:30 guest #7 personal 2 1:40 guest #6 personal 3 2:50 PENALTY "
         "MAY END",
         "a goal releases"},
        {51, "penalty end guest 1", "Q1 14:09 run 1:0 home #8 personal 1 0:29 guest #6 personal 3 2:49",
         "a goal releases"},
        {60, "penalty guest non-releasable #5",
         "Q1 14:00 run 1:0 home #8 personal 1 0:20 guest #6 personal 3 2:40 guest #5 non-releasable 1:00",
         "non-releasable"},
        {70, "add home 1",
         "Q1 13:50 run 2:0 home #8 personal 1 0:10 guest #6 personal 3 2:30 guest #5 non-releasable 0:50 "
         "PENALTY MAY END",
         "non-releasable"},
        {300, "timeout guest", "Q1 10:00 2:0 time-out 1:00, left 2:1", "two a half"},
        {340, "", "Q1 10:00 2:0 time-out 0:20 signal, left 2:1", "the signal"},
        {360, "clock start", "Q1 10:00 run 2:0", "of 60 s"},
        {960, "period next", "Q1 END 2:00 run 2:0", "intervals"},
        {1080, "period next", "Q2 15:00 2:0", "4 x 15:00"},
        {1090, "clock start", "Q2 15:00 run 2:0", "4 x 15:00"},
        {1990, "period next", "HALF-TIME 10:00 run 2:0", "intervals"},
        {2590, "period next", "Q3 15:00 2:0", "two a half anew"},
        {2600, "clock start", "Q3 15:00 run 2:0", "4 x 15:00"},
        {2700, "add guest 1 x 2", "Q3 13:20 run 2:2", "a goal"},
        {3500, "period next", "Q3 END 2:00 run 2:2", "intervals"},
        {3620, "period next", "Q4 15:00 2:2", "4 x 15:00"},
        {3630, "clock start", "Q4 15:00 run 2:2", "4 x 15:00"},
        {4530, "period next", "Q4 END 2:00 run 2:2", "level"},
        {4650, "period next", "OT1 4:00 2:2", "overtime of 4:00"},
        {4660, "clock start", "OT1 4:00 run 2:2", "overtime"},
        {4700, "timeout home", "OT1 3:20 2:2 time-out 1:00, left 0:1", "one in an overtime"},
        {4760, "timeout home", "refused NO_TIMEOUT_LEFT", "one in an overtime"},
        {4770, "clock start", "OT1 3:20 run 2:2", "overtime"},
        {4800, "add guest 1", "OT1 2:50 run 2:3", "a goal"},
        {4970, "period next", "FINAL 0.0 2:3", "a side leads"},
        {4971, "by period", "2:0 0:0 0:2 0:0 0:1", "a side leads"},
    };
    return kRows;
}

const Rows& netball()
{
    static const Rows kRows{
        {0, "clock start", "Q1 15:00 run 0:0", "4 x 15:00"},
        {1, "possession guest", "Q1 14:59 run 0:0 guest serves", "centre pass"},
        {100, "add home 1 x 12", "Q1 13:20 run 12:0 guest serves", "a goal is a point"},
        {101, "add guest 1 x 11", "Q1 13:19 run 12:11 guest serves", "a goal is a point"},
        {900, "period next", "Q1 END 4:00 run 12:11 guest serves", "intervals"},
        {1140, "period next", "Q2 15:00 12:11 guest serves", "4 x 15:00"},
        {1150, "clock start", "Q2 15:00 run 12:11 guest serves", "4 x 15:00"},
        {2050, "period next", "HALF-TIME 12:00 run 12:11 guest serves", "half-time"},
        {2770, "period next", "Q3 15:00 12:11 guest serves", "4 x 15:00"},
        {2780, "clock start", "Q3 15:00 run 12:11 guest serves", "4 x 15:00"},
        {3680, "period next", "Q3 END 4:00 run 12:11 guest serves", "intervals"},
        {3920, "period next", "Q4 15:00 12:11 guest serves", "4 x 15:00"},
        {3930, "clock start", "Q4 15:00 run 12:11 guest serves", "4 x 15:00"},
        {4000, "add guest 1", "Q4 13:50 run 12:12 guest serves", "a goal is a point"},
        {4830, "period next", "Q4 END 4:00 run 12:12 guest serves", "level: extra time"},
        {5070, "period next", "OT1 7:00 12:12 guest serves", "2 x 7:00"},
        {5080, "clock start", "OT1 7:00 run 12:12 guest serves", "2 x 7:00"},
        {5100, "add guest 1", "OT1 6:40 run 12:13 guest serves", "a goal is a point"},
        {5500, "period next", "OT1 END 1:00 run 12:13 guest serves", "its half decides nothing"},
        {5560, "period next", "OT2 7:00 12:13 guest serves", "2 x 7:00"},
        {5570, "clock start", "OT2 7:00 run 12:13 guest serves", "2 x 7:00"},
        {5990, "period next", "FINAL 0:00 12:13 guest serves", "a side leads"},
        {5991, "by period", "12:11 0:0 0:0 0:1 0:1 0:0", "a side leads"},
    };
    return kRows;
}

} // namespace

Matches lacrosse_and_netball()
{
    return {{"LacrosseWithAnOvertime", "lacrosse.wl.2025", lacrosse()},
            {"NetballWithExtraTime", "netball.wn.2024", netball()}};
}

} // namespace scoreboard::whole
