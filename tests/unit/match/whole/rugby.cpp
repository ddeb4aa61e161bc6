#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// The final of the World Cup, Sydney, 22 November 2003, Australia and England: 5:14 9:0, extra time 0:3 3:3.
const Rows& sydney_2003()
{
    static const Rows kRows{
        {0, "clock start", "H1 0:00 run 0:0", "law 5"},
        {360, "add home 5", "H1 6:00 run 5:0", "law 8: a try"},
        {700, "add guest 3 x 3", "H1 11:40 run 5:9", "law 8: penalties"},
        {1200, "penalty home sin bin #20", "H1 20:00 run 5:9 home #20 sin bin 10:00", "law 9: ten minutes"},
        {1799, "", "H1 29:59 run 5:9 home #20 sin bin 0:01", "law 9"},
        {1800, "", "H1 30:00 run 5:9", "law 9"},
        {2280, "add guest 5", "H1 38:00 run 5:14", "law 8"},
        {2405, "", "H1 40:05 run 5:14", "law 5: until the ball is dead"},
        {2410, "period next", "HALF-TIME 15:00 run 5:14", "law 5"},
        {3310, "period next", "H2 40:00 5:14", "law 5: counted up"},
        {3320, "clock start", "H2 40:00 run 5:14", "law 5"},
        {3700, "add home 3 x 3", "H2 46:20 run 14:14", "law 8"},
        {5725, "period next", "H2 END 5:00 run 14:14", "extra time: level"},
        {6025, "period next", "OT1 80:00 14:14", "extra time: twice ten"},
        {6030, "clock start", "OT1 80:00 run 14:14", "extra time"},
        {6150, "add guest 3", "OT1 82:00 run 14:17", "law 8"},
        {6635, "period next", "OT1 END 1:00 run 14:17", "extra time: its half decides nothing"},
        {6695, "period next", "OT2 90:00 14:17", "extra time"},
        {6700, "clock start", "OT2 90:00 run 14:17", "extra time"},
        {7120, "add home 3", "OT2 97:00 run 17:17", "law 8"},
        {7270, "add guest 3", "OT2 99:30 run 17:20", "law 8: a dropped goal"},
        {7310, "period next", "FINAL 100:10 17:20", "extra time"},
        {7311, "by period", "5:14 9:0 0:3 3:3", "as published"},
    };
    return kRows;
}

// The men's final of the Olympic Games, Paris, 27 July 2024, France and Fiji: 7:7 21:0.
const Rows& sevens_paris_2024()
{
    static const Rows kRows{
        {0, "clock start", "H1 0:00 run 0:0", "sevens variation 5"},
        {60, "add guest 5", "H1 1:00 run 0:5", "law 8"},
        {70, "add guest 2", "H1 1:10 run 0:7", "law 8: a conversion"},
        {120, "penalty guest sin bin #3", "H1 2:00 run 0:7 guest #3 sin bin 2:00",
         "sevens variation 9: two minutes"},
        {200, "add home 5", "H1 3:20 run 5:7 guest #3 sin bin 0:40", "law 8: nobody is released"},
        {201, "add home 2", "H1 3:21 run 7:7 guest #3 sin bin 0:39", "law 8"},
        {240, "", "H1 4:00 run 7:7", "sevens variation 9"},
        {430, "period next", "HALF-TIME 2:00 run 7:7", "sevens variation 5"},
        {550, "period next", "H2 7:00 7:7", "sevens variation 5"},
        {560, "clock start", "H2 7:00 run 7:7", "sevens variation 5"},
        {600, "add home 5 x 3", "H2 7:40 run 22:7", "law 8"},
        {601, "add home 2 x 3", "H2 7:41 run 28:7", "law 8"},
        {990, "period next", "FINAL 14:10 28:7", "sevens variation 5: a side leads"},
        {991, "by period", "7:7 21:0", "as published"},
    };
    return kRows;
}

} // namespace

Matches rugby()
{
    return {{"RugbySydney2003AustraliaEngland", "rugby.union.2026", sydney_2003()},
            {"SevensParis2024FranceFiji", "rugby.sevens.2026", sevens_paris_2024()}};
}

} // namespace scoreboard::whole
