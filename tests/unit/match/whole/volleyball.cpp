#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// The final of the Olympic Games, Tokyo, 7 August 2021: 25:23 25:17 21:25 21:25 15:12.
const Rows& tokyo_2020()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 0:0 sets 0:0 home serves", "7.1: the toss"},
        {10, "rallies home guest x 23", "SET 1 23:23 sets 0:0 guest serves", "6.1"},
        {20, "rallies home", "SET 1 24:23 sets 0:0 home serves set point home", "6.2: set point"},
        {30, "timeout guest", "SET 1 24:23 time-out 0:30, left 2:1 sets 0:0 home serves set point home",
         "15.4.1"},
        {70, "rallies home", "SET 1 END 3:00 run 25:23 sets 1:0 home serves CHANGE ENDS",
         "6.2: 25 with a lead of two"},
        {80, "rallies home", "refused WRONG_PHASE", "6.2: the set is over"},
        {250, "period next", "SET 2 0:0 sets 1:0 guest serves", "12.1.2: who did not serve first"},
        {260, "rallies guest home x 17", "SET 2 17:17 sets 1:0 home serves", "6.1"},
        {270, "rallies home x 8", "SET 2 END 3:00 run 25:17 sets 2:0 home serves CHANGE ENDS", "18.2.1"},
        {450, "period next", "SET 3 0:0 sets 2:0 home serves", "12.1.2"},
        {460, "rallies home guest x 21", "SET 3 21:21 sets 2:0 guest serves", "6.1"},
        {470, "count guest substitution", "SET 3 21:21 guest substitution 1 sets 2:0 guest serves", "15.1"},
        {480, "rallies guest x 4",
         "SET 3 END 3:00 run 21:25 guest substitution 1 sets 2:1 guest serves CHANGE ENDS", "6.2"},
        {660, "period next", "SET 4 0:0 sets 2:1 guest serves", "12.1.2; 15.1: each set anew"},
        {670, "rallies guest home x 21", "SET 4 21:21 sets 2:1 home serves", "6.1"},
        {680, "rallies guest x 4", "SET 4 END 3:00 run 21:25 sets 2:2 guest serves",
         "6.2; 7.1: before set 5 the toss says where"},
        {860, "period next", "SET 5 0:0 sets 2:2", "12.1.2: a new toss"},
        {870, "possession guest", "SET 5 0:0 sets 2:2 guest serves", "7.1"},
        {880, "rallies home guest x 7", "SET 5 7:7 sets 2:2 guest serves", "6.1"},
        {890, "rallies home", "SET 5 8:7 sets 2:2 home serves CHANGE ENDS", "18.2.2: at eight"},
        {900, "rallies guest", "SET 5 8:8 sets 2:2 guest serves", "18.2.2"},
        {910, "rallies home guest x 4", "SET 5 12:12 sets 2:2 guest serves", "6.1"},
        {920, "rallies home x 2", "SET 5 14:12 sets 2:2 home serves match point home", "6.3.2: to fifteen"},
        {930, "rallies home", "FINAL 15:12 sets 3:2 home serves", "6.3.1: three sets"},
        {931, "by period", "25:23 25:17 21:25 21:25 15:12", "as published"},
    };
    return kRows;
}

const Rows& beyond_twenty_five()
{
    static const Rows kRows{
        {0, "possession guest", "PRE-GAME 0:0 sets 0:0 guest serves", "7.1"},
        {1, "rallies home x 3", "SET 1 3:0 sets 0:0 home serves", "7.6.2: who wins serves"},
        {2, "rallies guest", "SET 1 3:1 sets 0:0 guest serves", "7.6.2"},
        {3, "rallies home guest x 21", "SET 1 24:22 sets 0:0 guest serves set point home", "6.1"},
        {4, "rallies guest x 2", "SET 1 24:24 sets 0:0 guest serves", "6.1"},
        {5, "rallies home", "SET 1 25:24 sets 0:0 home serves set point home", "6.2: 25:24 goes on"},
        {6, "rallies home", "SET 1 END 3:00 run 26:24 sets 1:0 home serves CHANGE ENDS", "6.2: 26:24 ends"},
        {200, "period next", "SET 2 0:0 sets 1:0 home serves", "12.1.2"},
        {201, "rallies home x 25", "SET 2 END 3:00 run 25:0 sets 2:0 home serves CHANGE ENDS", "6.2"},
        {400, "period next", "SET 3 0:0 sets 2:0 guest serves", "12.1.2"},
        {401, "rallies guest x 25", "SET 3 END 3:00 run 0:25 sets 2:1 guest serves CHANGE ENDS", "6.2"},
        {600, "period next", "SET 4 0:0 sets 2:1 home serves", "12.1.2"},
        {601, "rallies guest x 25", "SET 4 END 3:00 run 0:25 sets 2:2 guest serves", "6.2"},
        {800, "period next", "SET 5 0:0 sets 2:2", "7.1"},
        {801, "rallies home guest x 14", "SET 5 14:14 sets 2:2 guest serves", "6.3.2"},
        {802, "rallies guest", "SET 5 14:15 sets 2:2 guest serves match point guest", "6.3.2: 14:15 goes on"},
        {803, "rallies guest", "FINAL 14:16 sets 2:3 guest serves", "6.3.2: 14:16 ends"},
        {804, "by period", "26:24 25:0 0:25 0:25 14:16", "6.3"},
    };
    return kRows;
}

// The women's final of the Olympic Games, Paris, 9 August 2024: 26:24 12:21 15:10.
const Rows& beach_paris_2024()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 0:0 sets 0:0 home serves", "the toss"},
        {1, "rallies home guest x 3", "SET 1 3:3 sets 0:0 guest serves", "a rally is a point"},
        {2, "rallies home", "SET 1 4:3 sets 0:0 home serves CHANGE ENDS", "ends change every seven points"},
        {3, "rallies guest", "SET 1 4:4 sets 0:0 guest serves", "ends change every seven points"},
        {4, "rallies home guest x 16", "SET 1 20:20 sets 0:0 guest serves", "to 21"},
        {5, "rallies home", "SET 1 21:20 sets 0:0 home serves set point home", "a lead of two"},
        {6, "rallies guest", "SET 1 21:21 sets 0:0 guest serves CHANGE ENDS", "a lead of two"},
        {7, "rallies home guest x 3", "SET 1 24:24 sets 0:0 guest serves", "no cap"},
        {8, "rallies home x 2", "SET 1 END 1:00 run 26:24 sets 1:0 home serves", "a lead of two"},
        {70, "period next", "SET 2 0:0 sets 1:0 guest serves", "the other side opens"},
        {71, "rallies guest home x 12", "SET 2 12:12 sets 1:0 home serves", "to 21"},
        {72, "timeout home", "SET 2 12:12 time-out 0:30, left 0:1 sets 1:0 home serves", "one a set"},
        {110, "timeout home", "refused NO_TIMEOUT_LEFT", "one a set"},
        {111, "rallies guest x 9", "SET 2 END 1:00 run 12:21 sets 1:1 guest serves", "to 21"},
        {180, "period next", "SET 3 0:0 sets 1:1", "a new toss"},
        {181, "possession home", "SET 3 0:0 sets 1:1 home serves", "the toss"},
        {182, "rallies home guest x 2", "SET 3 2:2 sets 1:1 guest serves", "the last set: to 15"},
        {183, "rallies home", "SET 3 3:2 sets 1:1 home serves CHANGE ENDS", "ends change every five points"},
        {184, "rallies guest home x 8", "SET 3 11:10 sets 1:1 home serves", "to 15"},
        {185, "rallies home x 3", "SET 3 14:10 sets 1:1 home serves match point home", "to 15"},
        {186, "rallies home", "FINAL 15:10 sets 2:1 home serves", "two sets"},
        {187, "by period", "26:24 12:21 15:10", "as published"},
    };
    return kRows;
}

} // namespace

Matches volleyball()
{
    return {{"VolleyballTokyo2020FranceRoc", "volleyball.fivb.2025", tokyo_2020()},
            {"VolleyballBeyondTwentyFive", "volleyball.fivb.2025", beyond_twenty_five()},
            {"BeachVolleyballParis2024BrazilCanada", "beach_volleyball.fivb.2025", beach_paris_2024()}};
}

} // namespace scoreboard::whole
