#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// The women's final of the Olympic Games, Tokyo, 1 August 2021: 21:18 19:21 21:18.
const Rows& badminton_tokyo_2020()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 0:0 sets 0:0 home serves", "law 6: the toss"},
        {1, "rallies home", "SET 1 1:0 sets 0:0 home serves LEFT", "law 10.3; 10.1: left when odd"},
        {2, "rallies home", "SET 1 2:0 sets 0:0 home serves RIGHT", "law 10.1: right when even"},
        {3, "rallies home guest x 8", "SET 1 10:8 sets 0:0 guest serves RIGHT", "law 10.3"},
        {4, "rallies home", "SET 1 11:8 sets 0:0 home serves LEFT PAUSE", "law 16.2: at eleven"},
        {70, "rallies home guest x 9", "SET 1 20:17 sets 0:0 guest serves LEFT set point home", "law 7.2"},
        {80, "rallies guest", "SET 1 20:18 sets 0:0 guest serves RIGHT set point home", "law 10.3"},
        {90, "rallies home", "SET 1 END 2:00 run 21:18 sets 1:0 home serves CHANGE ENDS",
         "law 7.2: twenty-one"},
        {210, "period next", "SET 2 0:0 sets 1:0 home serves RIGHT", "law 7.6: the winner opens"},
        {211, "rallies guest home x 19", "SET 2 19:19 sets 1:0 home serves LEFT", "law 7.2"},
        {220, "rallies guest x 2", "SET 2 END 2:00 run 19:21 sets 1:1 guest serves CHANGE ENDS", "law 7.2"},
        {340, "period next", "SET 3 0:0 sets 1:1 guest serves RIGHT", "law 7.6"},
        {341, "rallies home guest x 10", "SET 3 10:10 sets 1:1 guest serves RIGHT", "law 7.2"},
        {342, "rallies home", "SET 3 11:10 sets 1:1 home serves LEFT CHANGE ENDS PAUSE",
         "law 8.1.3: ends at eleven; 16.2"},
        {420, "rallies guest home x 8", "SET 3 19:18 sets 1:1 home serves LEFT", "law 7.2"},
        {421, "rallies home", "SET 3 20:18 sets 1:1 home serves RIGHT match point home", "law 7.2: twenty"},
        {422, "rallies home", "FINAL 21:18 sets 2:1 home serves", "law 7.1: two games"},
        {423, "by period", "21:18 19:21 21:18", "as published"},
    };
    return kRows;
}

const Rows& badminton_to_thirty()
{
    static const Rows kRows{
        {0, "rallies home guest x 20", "SET 1 20:20 sets 0:0 guest serves RIGHT", "law 7.4: 20 all"},
        {1, "rallies home", "SET 1 21:20 sets 0:0 home serves LEFT set point home", "law 7.4: a lead of two"},
        {2, "rallies guest", "SET 1 21:21 sets 0:0 guest serves LEFT", "law 7.4"},
        {3, "rallies home guest x 8", "SET 1 29:29 sets 0:0 guest serves LEFT set point home set point guest",
         "law 7.5: at 29 all the next point wins"},
        {4, "rallies guest", "SET 1 END 2:00 run 29:30 sets 0:1 guest serves CHANGE ENDS", "law 7.5"},
        {130, "period next", "SET 2 0:0 sets 0:1 guest serves RIGHT", "law 7.6"},
        {131, "rallies guest x 11", "SET 2 0:11 sets 0:1 guest serves LEFT PAUSE", "law 16.2"},
        {200, "rallies guest x 10", "FINAL 0:21 sets 0:2 guest serves", "law 7.1"},
        {201, "by period", "29:30 0:21", "law 7"},
    };
    return kRows;
}

const Rows& badminton_to_fifteen()
{
    static const Rows kRows{
        {0, "possession guest", "PRE-GAME 0:0 sets 0:0 guest serves", "law 6"},
        {1, "rallies home x 8", "SET 1 8:0 sets 0:0 home serves RIGHT PAUSE", "option: the pause at eight"},
        {70, "rallies guest x 14", "SET 1 8:14 sets 0:0 guest serves RIGHT set point guest", "to fifteen"},
        {71, "rallies home x 6", "SET 1 14:14 sets 0:0 home serves RIGHT", "fourteen all"},
        {72, "rallies home guest x 6",
         "SET 1 20:20 sets 0:0 guest serves RIGHT set point home set point guest", "twenty all"},
        {73, "rallies guest", "SET 1 END 2:00 run 20:21 sets 0:1 guest serves CHANGE ENDS", "the cap at 21"},
        {200, "period next", "SET 2 0:0 sets 0:1 guest serves RIGHT", "law 7.6"},
        {201, "rallies home x 15", "SET 2 END 2:00 run 15:0 sets 1:1 home serves CHANGE ENDS", "to fifteen"},
        {400, "period next", "SET 3 0:0 sets 1:1 home serves RIGHT", "law 7.6"},
        {401, "rallies guest x 8", "SET 3 0:8 sets 1:1 guest serves RIGHT CHANGE ENDS PAUSE",
         "ends at eight"},
        {470, "rallies guest x 7", "FINAL 0:15 sets 1:2 guest serves", "two games"},
        {471, "by period", "20:21 15:0 0:15", "law 7"},
    };
    return kRows;
}

// The men's final of the Olympic Games, Tokyo, 30 July 2021: 11:4 10:12 11:8 11:9 3:11 11:7.
const Rows& table_tennis_tokyo_2020()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 0:0 sets 0:0 home serves", "2.13.1: the choice"},
        {1, "rallies home x 2", "SET 1 2:0 sets 0:0 guest serves", "2.13.3: service changes every two"},
        {2, "rallies home guest x 4", "SET 1 6:4 sets 0:0 guest serves", "2.13.3"},
        {3, "rallies home x 5", "SET 1 END 1:00 run 11:4 sets 1:0 guest serves CHANGE ENDS", "2.11.1"},
        {60, "period next", "SET 2 0:0 sets 1:0 guest serves", "2.13.6: the first receiver"},
        {61, "rallies home guest x 10", "SET 2 10:10 sets 1:0 guest serves",
         "2.13.3: from ten all every point"},
        {62, "rallies guest", "SET 2 10:11 sets 1:0 home serves set point guest", "2.13.3"},
        {63, "rallies guest", "SET 2 END 1:00 run 10:12 sets 1:1 guest serves CHANGE ENDS",
         "2.11.1: a lead of two"},
        {120, "period next", "SET 3 0:0 sets 1:1 home serves", "2.13.6"},
        {121, "rallies home guest x 8", "SET 3 8:8 sets 1:1 home serves", "2.11.1"},
        {122, "rallies home x 3", "SET 3 END 1:00 run 11:8 sets 2:1 guest serves CHANGE ENDS", "2.11.1"},
        {180, "period next", "SET 4 0:0 sets 2:1 guest serves", "2.13.6"},
        {181, "rallies home guest x 9", "SET 4 9:9 sets 2:1 home serves", "2.11.1"},
        {182, "timeout guest", "SET 4 9:9 time-out 1:00, left 1:0 sets 2:1 home serves", "3.4.4.2"},
        {242, "rallies home x 2", "SET 4 END 1:00 run 11:9 sets 3:1 guest serves CHANGE ENDS", "2.11.1"},
        {300, "period next", "SET 5 0:0 sets 3:1 home serves", "2.13.6"},
        {301, "rallies guest home x 3", "SET 5 3:3 sets 3:1 guest serves", "2.11.1"},
        {302, "rallies guest x 8", "SET 5 END 1:00 run 3:11 sets 3:2 guest serves CHANGE ENDS", "2.11.1"},
        {360, "period next", "SET 6 0:0 sets 3:2 guest serves", "2.13.6"},
        {361, "timeout guest", "refused NO_TIMEOUT_LEFT", "3.4.4.2: one a match"},
        {362, "rallies home guest x 7", "SET 6 7:7 sets 3:2 home serves", "2.11.1"},
        {363, "rallies home x 3", "SET 6 10:7 sets 3:2 guest serves match point home", "2.11.1"},
        {364, "rallies home", "FINAL 11:7 sets 4:2 home serves", "2.12.1: four games"},
        {365, "by period", "11:4 10:12 11:8 11:9 3:11 11:7", "as published"},
    };
    return kRows;
}

const Rows& table_tennis_of_five()
{
    static const Rows kRows{
        {0, "possession guest", "PRE-GAME 0:0 sets 0:0 guest serves", "2.13.1"},
        {1, "rallies home x 11", "SET 1 END 1:00 run 11:0 sets 1:0 home serves CHANGE ENDS",
         "2.11.1; 2.14.1"},
        {60, "period next", "SET 2 0:0 sets 1:0 home serves", "2.13.6"},
        {61, "rallies guest x 11", "SET 2 END 1:00 run 0:11 sets 1:1 guest serves CHANGE ENDS", "2.11.1"},
        {120, "period next", "SET 3 0:0 sets 1:1 guest serves", "2.13.6"},
        {121, "rallies home x 11", "SET 3 END 1:00 run 11:0 sets 2:1 home serves CHANGE ENDS", "2.11.1"},
        {180, "period next", "SET 4 0:0 sets 2:1 home serves", "2.13.6"},
        {181, "rallies guest x 11", "SET 4 END 1:00 run 0:11 sets 2:2 guest serves CHANGE ENDS", "2.11.1"},
        {240, "period next", "SET 5 0:0 sets 2:2 guest serves", "2.13.6"},
        {241, "rallies home guest x 4", "SET 5 4:4 sets 2:2 guest serves", "2.11.1"},
        {242, "rallies guest", "SET 5 4:5 sets 2:2 guest serves CHANGE ENDS", "2.14.2: ends at five"},
        {243, "rallies guest x 6", "FINAL 4:11 sets 2:3 home serves", "2.12.1: three games"},
        {244, "by period", "11:0 0:11 11:0 0:11 4:11", "2.12"},
    };
    return kRows;
}

const Rows& table_tennis_of_five_timed()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 10:00 0:0 sets 0:0 home serves", "2.13.1"},
        {1, "clock start", "SET 1 10:00 run 0:0 sets 0:0 home serves", "2.15.1"},
        {2, "rallies home guest x 8", "SET 1 9:59 run 8:8 sets 0:0 home serves", "2.11.1"},
        {3, "rallies home", "SET 1 9:58 run 9:8 sets 0:0 home serves", "2.11.1"},
        {601, "", "SET 1 0:00 9:8 sets 0:0 home serves EXPEDITE", "2.15.1: ten minutes, seventeen points"},
        {602, "lamp expedite", "SET 1 0:00 9:8 sets 0:0 home serves lamp expedite", "2.15.1"},
        {603, "rallies home", "SET 1 0:00 10:8 sets 0:0 guest serves set point home lamp expedite",
         "2.15.3: each serves once"},
        {604, "rallies home", "SET 1 END 1:00 run 11:8 sets 1:0 home serves CHANGE ENDS lamp expedite",
         "2.11.1"},
        {664, "period next", "SET 2 10:00 0:0 sets 1:0 guest serves lamp expedite",
         "2.15.4: until the match is over"},
        {665, "rallies guest", "SET 2 10:00 0:1 sets 1:0 home serves lamp expedite", "2.15.3"},
        {666, "rallies home x 11", "SET 2 END 1:00 run 11:1 sets 2:0 guest serves CHANGE ENDS lamp expedite",
         "2.11.1"},
        {726, "period next", "SET 3 10:00 0:0 sets 2:0 home serves lamp expedite", "2.13.6"},
        {727, "rallies home x 11", "FINAL 10:00 11:0 sets 3:0 guest serves lamp expedite", "2.12.1"},
        {728, "by period", "11:8 11:1 11:0", "2.12"},
    };
    return kRows;
}

const Rows& table_tennis_of_seven_timed()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 10:00 0:0 sets 0:0 home serves", "2.13.1"},
        {1, "clock start", "SET 1 10:00 run 0:0 sets 0:0 home serves", "2.15.1"},
        {2, "rallies home guest x 9", "SET 1 9:59 run 9:9 sets 0:0 guest serves", "2.11.1"},
        {601, "", "SET 1 0:00 9:9 sets 0:0 guest serves", "2.15.2: eighteen points, none is asked for"},
        {602, "rallies home x 2", "SET 1 END 1:00 run 11:9 sets 1:0 home serves CHANGE ENDS", "2.11.1"},
        {662, "period next", "SET 2 10:00 0:0 sets 1:0 guest serves", "2.13.6"},
        {663, "rallies home x 11", "SET 2 END 1:00 run 11:0 sets 2:0 home serves CHANGE ENDS", "2.11.1"},
        {723, "period next", "SET 3 10:00 0:0 sets 2:0 home serves", "2.13.6"},
        {724, "rallies home x 11", "SET 3 END 1:00 run 11:0 sets 3:0 guest serves CHANGE ENDS", "2.11.1"},
        {784, "period next", "SET 4 10:00 0:0 sets 3:0 guest serves", "2.13.6"},
        {785, "rallies home x 11", "FINAL 10:00 11:0 sets 4:0 home serves", "2.12.1: four games"},
        {786, "by period", "11:9 11:0 11:0 11:0", "2.12"},
    };
    return kRows;
}

} // namespace

Matches ball_and_racket_games()
{
    return {{"BadmintonTokyo2020ChenTai", "badminton.bwf.2024", badminton_tokyo_2020()},
            {"BadmintonToThirty", "badminton.bwf.2024", badminton_to_thirty()},
            {"BadmintonThreeTimesFifteen", "badminton.bwf15.2026", badminton_to_fifteen()},
            {"TableTennisTokyo2020MaFan", "table_tennis.bo7.2024", table_tennis_tokyo_2020()},
            {"TableTennisBestOfFive", "table_tennis.bo5.2024", table_tennis_of_five()},
            {"TableTennisBestOfFiveTimed", "table_tennis.bo5_timed.2024", table_tennis_of_five_timed()},
            {"TableTennisBestOfSevenTimed", "table_tennis.bo7_timed.2024", table_tennis_of_seven_timed()}};
}

} // namespace scoreboard::whole
