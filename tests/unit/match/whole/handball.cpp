#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// The men's final of the Olympic Games, Lille, 11 August 2024: 21:12 18:14.
const Rows& lille_2024()
{
    static const Rows kRows{
        {0, "clock start", "H1 0:00 run 0:0", "2:3"},
        {60, "count guest yellow card #5", "H1 1:00 run 0:0 guest yellow card 1", "16:1"},
        {900, "add home 1 x 21", "H1 15:00 run 21:0 guest yellow card 1", "9:1"},
        {901, "add guest 1 x 12", "H1 15:01 run 21:12 guest yellow card 1", "9:1"},
        {1000, "timeout guest", "H1 16:40 21:12 time-out 1:00, left 1:0 guest yellow card 1", "2:10"},
        {1050, "", "H1 16:40 21:12 time-out 0:10 signal, left 1:0 guest yellow card 1",
         "2:10: the signal at 50 s"},
        {1060, "clock start", "H1 16:40 run 21:12 guest yellow card 1", "2:10"},
        {1100, "timeout guest", "refused NO_TIMEOUT_LEFT", "2:10: one a half"},
        {1800, "penalty home suspension #7", "H1 29:00 run 21:12 guest yellow card 1 home #7 suspension 2:00",
         "16:3"},
        {1860, "", "H1 30:00 21:12 guest yellow card 1 home #7 suspension 1:00",
         "2:1: thirty minutes, counted up"},
        {1861, "period next", "HALF-TIME 10:00 run 21:12 guest yellow card 1 home #7 suspension 1:00",
         "2:1; 16:5: carried over half-time"},
        {2461, "period next", "H2 30:00 21:12 guest yellow card 1 home #7 suspension 1:00", "2:1"},
        {2470, "clock start", "H2 30:00 run 21:12 guest yellow card 1 home #7 suspension 1:00", "2:3"},
        {2500, "add guest 1", "H2 30:30 run 21:13 guest yellow card 1 home #7 suspension 0:30",
         "16:5: no release on a goal"},
        {2529, "", "H2 30:59 run 21:13 guest yellow card 1 home #7 suspension 0:01",
         "16:5: two minutes of playing time"},
        {2545, "", "H2 31:15 run 21:13 guest yellow card 1", "2:1: 31:15 in the second half"},
        {3000, "add guest 1 x 13", "H2 38:50 run 21:26 guest yellow card 1", "9:1"},
        {3001, "add home 1 x 18", "H2 38:51 run 39:26 guest yellow card 1", "9:1"},
        {4270, "period next", "FINAL 60:00 39:26 guest yellow card 1", "2:2: a side leads"},
        {4271, "by period", "21:12 18:14", "as published"},
    };
    return kRows;
}

const Rows& a_suspension_into_overtime()
{
    static const Rows kRows{
        {0, "clock start", "H1 0:00 run 0:0", "2:3"},
        {1800, "period next", "HALF-TIME 10:00 run 0:0", "2:1"},
        {2400, "period next", "H2 30:00 0:0", "2:1"},
        {2410, "clock start", "H2 30:00 run 0:0", "2:3"},
        {4150, "penalty guest suspension #11", "H2 59:00 run 0:0 guest #11 suspension 2:00", "16:3"},
        {4210, "", "H2 60:00 0:0 guest #11 suspension 1:00", "2:1: sixty minutes"},
        {4211, "period next", "H2 END 5:00 run 0:0 guest #11 suspension 1:00", "2:2; 16:5"},
        {4511, "period next", "OT1 60:00 0:0 guest #11 suspension 1:00", "16:5: carried into overtime"},
        {4512, "timeout home", "refused NO_TIMEOUT_LEFT", "2:10: none in overtime"},
        {4520, "clock start", "OT1 60:00 run 0:0 guest #11 suspension 1:00", "2:2"},
        {4579, "", "OT1 60:59 run 0:0 guest #11 suspension 0:01", "16:5"},
        {4580, "", "OT1 61:00 run 0:0", "16:5: back after two minutes"},
        {4600, "add home 1", "OT1 61:20 run 1:0", "9:1"},
        {4820, "period next", "OT1 END 1:00 run 1:0", "2:2: its half decides nothing"},
        {4880, "period next", "OT2 65:00 1:0", "2:2"},
        {4890, "clock start", "OT2 65:00 run 1:0", "2:2"},
        {5190, "period next", "FINAL 70:00 1:0", "2:2: a side leads"},
    };
    return kRows;
}

// Three time-outs, at most two in a half and one in the last five minutes.
const Rows& three_timeouts()
{
    static const Rows kRows{
        {0, "clock start", "H1 0:00 run 0:0", "2:3"},
        {10, "timeout home", "H1 0:10 0:0 time-out 1:00, left 1:2", "2:10, note"},
        {70, "clock start", "H1 0:10 run 0:0", "2:10, note"},
        {80, "timeout home", "H1 0:20 0:0 time-out 1:00, left 0:2", "2:10, note: two in a half"},
        {140, "clock start", "H1 0:20 run 0:0", "2:10, note"},
        {150, "timeout home", "refused NO_TIMEOUT_LEFT", "2:10, note"},
        {1920, "period next", "HALF-TIME 10:00 run 0:0", "2:1"},
        {2520, "period next", "H2 30:00 0:0", "2:1"},
        {2530, "clock start", "H2 30:00 run 0:0", "2:3"},
        {2600, "add home 1", "H2 31:10 run 1:0", "9:1"},
        {4040, "timeout guest", "H2 55:10 1:0 time-out 1:00, left 1:0", "2:10, note: one in the last 5:00"},
        {4100, "timeout guest", "refused NO_TIMEOUT_LEFT", "2:10, note"},
        {4110, "clock start", "H2 55:10 run 1:0", "2:10, note"},
        {4400, "period next", "FINAL 60:00 1:0", "2:2"},
    };
    return kRows;
}

} // namespace

Matches handball()
{
    return {{"HandballLille2024DenmarkGermany", "handball.ihf.2016", lille_2024()},
            {"HandballASuspensionIntoOvertime", "handball.ihf.2016", a_suspension_into_overtime()},
            {"HandballWithThreeTimeouts", "handball.ihf_3to.2016", three_timeouts()}};
}

} // namespace scoreboard::whole
