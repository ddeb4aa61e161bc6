#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

const Rows& wrestling()
{
    static const Rows kRows{
        {0, "clock start", "P1 3:00 run 0:0", "two periods of three minutes"},
        {20, "add home 2", "P1 2:40 run 2:0", "points"},
        {40, "count guest caution", "P1 2:20 run 2:0 guest caution 1", "cautions"},
        {41, "add home 1", "P1 2:19 run 3:0 guest caution 1", "points"},
        {60, "add guest 4", "P1 2:00 run 3:4 guest caution 1", "points"},
        {180, "period next", "HALF-TIME 0:30 run 3:4 guest caution 1", "a break of 0:30"},
        {210, "period next", "P2 3:00 3:4 guest caution 1", "two periods of three minutes"},
        {220, "clock start", "P2 3:00 run 3:4 guest caution 1", "two periods of three minutes"},
        {230, "count guest caution x 2", "P2 2:50 run 3:4 guest caution 3", "cautions"},
        {231, "count guest caution", "refused OUT_OF_RANGE", "cautions: the third was the last"},
        {300, "add guest 5", "P2 1:40 run 3:9 guest caution 3", "points"},
        {400, "period next", "FINAL 0:00 3:9 guest caution 3", "two periods of three minutes"},
        {401, "by period", "3:4 0:5", "points"},
    };
    return kRows;
}

const Rows& three_rounds()
{
    static const Rows kRows{
        {0, "clock start", "RD 1 3:00 run", "rounds of 3:00"},
        {10, "count home knock-down", "RD 1 2:50 run home knock-down 1", "knock-downs"},
        {180, "", "RD 1 0:00 home knock-down 1", "rounds of 3:00"},
        {181, "period next", "RD 1 END 1:00 run home knock-down 1", "1:00 of rest"},
        {241, "period next", "RD 2 3:00 home knock-down 1", "rounds of 3:00"},
        {242, "clock start", "RD 2 3:00 run home knock-down 1", "rounds of 3:00"},
        {250, "count guest warning", "RD 2 2:52 run home knock-down 1 guest warning 1", "warnings"},
        {422, "period next", "RD 2 END 1:00 run home knock-down 1 guest warning 1", "1:00 of rest"},
        {482, "period next", "RD 3 3:00 home knock-down 1 guest warning 1", "rounds of 3:00"},
        {483, "clock start", "RD 3 3:00 run home knock-down 1 guest warning 1", "rounds of 3:00"},
        {663, "period next", "FINAL 0:00 home knock-down 1 guest warning 1", "the judges decide"},
    };
    return kRows;
}

const Rows& twelve_rounds()
{
    static const Rows kRows{
        {0, "clock start", "RD 1 3:00 run", "rounds of 3:00"},
        {180, "period next x 21", "RD 11 END 1:00 run", "twelve rounds"},
        {200, "period next", "RD 12 3:00", "twelve rounds"},
        {210, "clock start", "RD 12 3:00 run", "rounds of 3:00"},
        {390, "period next", "FINAL 0:00", "the judges decide"},
    };
    return kRows;
}

const Rows& a_knock_out()
{
    static const Rows kRows{
        {0, "clock start", "RD 1 3:00 run", "rounds of 3:00"},
        {70, "count guest knock-down", "RD 1 1:50 run guest knock-down 1", "knock-downs"},
        {80, "match end", "FINAL 1:40 guest knock-down 1", "a knock-out"},
    };
    return kRows;
}

const Rows& free_play()
{
    static const Rows kRows{
        {0, "clock set 20:00.0", "PRE-GAME 20:00 0:0", "as anybody wants"},
        {1, "clock start", "P1 20:00 run 0:0", "a clock"},
        {10, "add home 10", "P1 19:51 run 10:0", "two scores"},
        {11, "add home 5", "P1 19:50 run 15:0", "two scores"},
        {12, "add guest 3", "P1 19:49 run 15:3", "two scores"},
        {13, "add guest 2", "P1 19:48 run 15:5", "two scores"},
        {14, "possession guest", "P1 19:47 run 15:5 guest serves", "a side"},
        {20, "clock stop", "P1 19:41 15:5 guest serves", "a clock"},
        {21, "set home 7", "P1 19:41 7:5 guest serves", "put right"},
        {30, "horn", "P1 19:41 7:5 guest serves", "a horn"},
        {40, "period next", "P1 END 7:5 guest serves", "a period"},
        {41, "period next", "P2 99:00 7:5 guest serves", "a period"},
        {42, "clock start", "P2 99:00 run 7:5 guest serves", "a clock"},
        {50, "match end", "FINAL 98:52 7:5 guest serves", "somebody ends it"},
        {51, "add guest 1", "FINAL 98:52 7:6 guest serves", "put right afterwards"},
        {52, "by period", "7:5 0:1", "two scores"},
    };
    return kRows;
}

} // namespace

Matches fights_and_free_play()
{
    return {{"Wrestling", "wrestling.uww.2025", wrestling()},
            {"BoxingThreeRounds", "boxing.rounds3.2025", three_rounds()},
            {"BoxingTwelveRounds", "boxing.rounds12.2025", twelve_rounds()},
            {"BoxingAKnockOut", "boxing.rounds12.2025", a_knock_out()},
            {"FreePlay", "free.any.1", free_play()}};
}

} // namespace scoreboard::whole
