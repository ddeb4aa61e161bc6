#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

const Rows& whole()
{
    static const Rows kRows{
        {0, "jam start", "P1 30:00 run 0:0 jam 1 2:00", "rule 1.2"},
        {20, "lamp lead home", "P1 29:40 run 0:0 jam 1 1:40 lamp lead home", "rule 2.2.3"},
        {30, "add home 4", "P1 29:30 run 4:0 jam 1 1:30 lamp lead home", "rule 3"},
        {31, "penalty guest penalty #7", "P1 29:29 run 4:0 guest #7 penalty 0:30 jam 1 1:29 lamp lead home",
         "rule 4.2: half a minute"},
        {40, "jam end", "P1 29:20 run 4:0 guest #7 penalty 0:21 line-up after 1 0:00",
         "rule 1.3; 2.2.3: nobody leads; 4.2: served while jams are on"},
        {69, "", "P1 28:51 run 4:0 guest #7 penalty 0:21 line-up after 1 0:29",
         "rule 1.3: the line-up is thirty seconds"},
        {70, "jam start", "P1 28:50 run 4:0 guest #7 penalty 0:21 jam 2 2:00", "rule 1.2"},
        {91, "", "P1 28:29 run 4:0 jam 2 1:39", "rule 4.2: served"},
        {190, "", "P1 26:50 run 4:0 jam 2 0:00", "rule 1.2: two minutes"},
        {191, "jam end", "P1 26:49 run 4:0 line-up after 2 0:00", "rule 1.3"},
        {200, "timeout guest", "P1 26:40 4:0 time-out 1:00, left 3:2 line-up after 2 0:00",
         "rule 1.4: three a game"},
        {260, "", "P1 26:40 4:0 time-out 0:00 signal, left 3:2 line-up after 2 0:00", "rule 1.4: one minute"},
        {270, "count home official review",
         "P1 26:40 4:0 time-out 0:00 signal, left 3:2 home official review 1 line-up after 2 0:00",
         "rule 1.4: one a period"},
        {280, "jam start", "P1 26:40 run 4:0 home official review 1 jam 3 2:00",
         "rule 1.2: ends the time-out"},
        {400, "jam end", "P1 24:40 run 4:0 home official review 1 line-up after 3 0:00", "rule 1.3"},
        {1880, "", "P1 0:00 4:0 home official review 1 line-up after 3 24:40", "rule 1.1: thirty minutes"},
        {1881, "period next", "HALF-TIME 15:00 run 4:0 home official review 1 line-up after 3 24:41",
         "rule 1.1: fifteen minutes"},
        {2781, "period next", "P2 30:00 4:0", "rule 1.4: a review anew, the time-outs not"},
        {2790, "jam start", "P2 30:00 run 4:0 jam 1 2:00", "rule 1.2"},
        {2800, "penalty home penalty #22 x 6",
         "P2 29:50 run 4:0 home #22 penalty 0:30 home #22 penalty 0:30 waits home #22 penalty 0:30 waits "
         "home #22 penalty 0:30 waits home #22 penalty 0:30 waits home #22 penalty 0:30 waits jam 1 1:50",
         "rule 4.3"},
        {2801, "penalty home penalty #22",
         "P2 29:49 run 4:0 home #22 out home #22 penalty 0:29 home #22 penalty 0:30 waits home #22 penalty "
         "0:30 waits home #22 penalty 0:30 waits home #22 penalty 0:30 waits home #22 penalty 0:30 waits "
         "home #22 penalty 0:30 waits jam 1 1:49",
         "rule 4.3: out with the seventh"},
        {2910, "jam end",
         "P2 28:00 run 4:0 home #22 out home #22 penalty 0:10 home #22 penalty 0:30 waits home #22 penalty "
         "0:30 waits home #22 penalty 0:30 waits line-up after 1 0:00",
         "rule 1.3"},
        {2920, "add guest 4",
         "P2 27:50 run 4:4 home #22 out home #22 penalty 0:10 home #22 penalty 0:30 waits home #22 penalty "
         "0:30 waits home #22 penalty 0:30 waits line-up after 1 0:10",
         "rule 3"},
        {4590, "",
         "P2 0:00 4:4 home #22 out home #22 penalty 0:10 home #22 penalty 0:30 waits home #22 penalty 0:30 "
         "waits home #22 penalty 0:30 waits line-up after 1 28:00",
         "rule 1.1"},
        {4591, "period next",
         "P2 END 4:4 home #22 out home #22 penalty 0:10 home #22 penalty 0:30 waits home #22 penalty 0:30 "
         "waits home #22 penalty 0:30 waits line-up after 1 28:01",
         "rule 1.1: level, one more jam"},
        {4600, "period next",
         "OT1 4:4 home #22 out home #22 penalty 0:10 home #22 penalty 0:30 waits home #22 penalty 0:30 waits "
         "home #22 penalty 0:30 waits",
         "rule 1.1: without a period clock"},
        {4601, "jam start",
         "OT1 4:4 home #22 out home #22 penalty 0:10 home #22 penalty 0:30 waits home #22 penalty 0:30 waits "
         "home #22 penalty 0:30 waits jam 1 2:00",
         "rule 1.2"},
        {4650, "add home 3",
         "OT1 7:4 home #22 out home #22 penalty 0:21 home #22 penalty 0:30 waits jam 1 1:11", "rule 3"},
        {4721, "jam end", "OT1 7:4 home #22 out line-up after 1 0:00", "rule 1.3"},
        {4722, "period next", "FINAL 7:4 home #22 out line-up after 1 0:01", "rule 1.1: a side leads"},
        {4723, "by period", "4:0 0:4 3:0", "rule 1.1"},
    };
    return kRows;
}

} // namespace

Matches roller_derby()
{
    return {{"RollerDerbyWithAnOvertimeJam", "roller_derby.wftda.2025", whole()}};
}

} // namespace scoreboard::whole
