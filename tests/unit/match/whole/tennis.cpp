#include "unit/match/whole/whole_matches.h"

namespace scoreboard::whole {

namespace {

// The ladies' final of Wimbledon, 13 July 2024: 6:2 2:6 6:4.
const Rows& wimbledon_2024()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 0:0 sets 0:0 home serves", "rule 9: the toss"},
        {10, "rallies home", "SET 1 15:0 sets 0:0 home serves", "rule 5"},
        {11, "rallies guest home x 2", "SET 1 40:30 sets 0:0 home serves", "rule 5"},
        {12, "rallies guest", "SET 1 40:40 sets 0:0 home serves", "rule 5: deuce"},
        {13, "rallies guest", "SET 1 40:AD sets 0:0 home serves", "rule 5: advantage"},
        {14, "rallies home", "SET 1 40:40 sets 0:0 home serves", "rule 5: deuce again"},
        {15, "rallies home x 2", "SET 1 0:0 sets 0:0 guest serves CHANGE ENDS",
         "rule 10: after the first game; 14"},
        {20, "games guest home x 2", "SET 1 0:0 sets 0:0 guest serves CHANGE ENDS", "rule 14: by turns; 10"},
        {30, "games home x 2", "SET 1 0:0 sets 0:0 guest serves CHANGE ENDS", "rule 10"},
        {31, "by period", "5:2", "rule 6"},
        {40, "games home", "SET 2 0:0 sets 1:0 home serves", "rule 6: six games; 10: eight were played"},
        {50, "games guest home x 2", "SET 2 0:0 sets 1:0 home serves", "rule 6"},
        {60, "games guest x 4", "SET 3 0:0 sets 1:1 home serves", "rule 6"},
        {70, "games home guest x 4", "SET 3 0:0 sets 1:1 home serves", "rule 6"},
        {80, "games home", "SET 3 0:0 sets 1:1 guest serves CHANGE ENDS", "rule 6: 5:4"},
        {81, "rallies home x 3", "SET 3 40:0 sets 1:1 guest serves match point home", "rule 7: match point"},
        {82, "rallies home", "FINAL 0:0 sets 2:1 home serves", "rule 7: two sets"},
        {83, "by period", "6:2 2:6 6:4", "as published"},
    };
    return kRows;
}

const Rows& with_a_tie_break_and_a_serve_clock()
{
    static const Rows kRows{
        {0, "possession guest", "PRE-GAME 0:0 sets 0:0 guest serves", "rule 9"},
        {1, "shot 25", "PRE-GAME 0:0 shot 25 sets 0:0 guest serves", "rule 29: between points"},
        {11, "shot blank", "PRE-GAME 0:0 sets 0:0 guest serves", "rule 29"},
        {12, "games guest home x 6", "SET 1 0:0 sets 0:0 guest serves", "rule 6: six all"},
        {20, "rallies guest", "SET 1 0:1 sets 0:0 home serves", "rule 5: service one, then two"},
        {21, "rallies home x 2", "SET 1 2:1 sets 0:0 guest serves", "rule 5"},
        {22, "rallies guest home x 4", "SET 1 6:5 sets 0:0 guest serves set point home", "rule 5"},
        {23, "rallies home", "SET 2 0:0 sets 1:0 home serves CHANGE ENDS",
         "rule 5: seven, with a lead of two"},
        {24, "shot 120", "SET 2 0:0 shot 120 run sets 1:0 home serves CHANGE ENDS", "rule 29: between sets"},
        {144, "shot blank", "SET 2 0:0 sets 1:0 home serves CHANGE ENDS", "rule 29"},
        {150, "games home x 6", "FINAL 0:0 sets 2:0 home serves", "rule 7: two sets"},
        {151, "by period", "7:6 6:0", "rule 6"},
    };
    return kRows;
}

// The gentlemen's final of Wimbledon, 16 July 2023: 1:6 7:6 (8:6) 6:1 3:6 6:4.
const Rows& wimbledon_2023()
{
    static const Rows kRows{
        {0, "games guest home", "SET 1 0:0 sets 0:0", "rule 6"},
        {10, "games guest x 5", "SET 2 0:0 sets 0:1 CHANGE ENDS", "rule 6"},
        {20, "games home guest x 6", "SET 2 0:0 sets 0:1", "rule 5: a tie-break"},
        {30, "rallies home guest x 6", "SET 2 6:6 sets 0:1 CHANGE ENDS", "rule 5: ends every six points"},
        {31, "rallies home", "SET 2 7:6 sets 0:1 set point home", "rule 5: a lead of two"},
        {32, "rallies home", "SET 3 0:0 sets 1:1 CHANGE ENDS", "rule 5: 8:6"},
        {40, "games home guest", "SET 3 0:0 sets 1:1", "rule 6"},
        {41, "games home x 5", "SET 4 0:0 sets 2:1 CHANGE ENDS", "rule 6"},
        {50, "games guest home x 3", "SET 4 0:0 sets 2:1", "rule 6"},
        {51, "games guest x 3", "SET 5 0:0 sets 2:2 CHANGE ENDS", "rule 6"},
        {60, "games home guest x 4", "SET 5 0:0 sets 2:2", "rule 6"},
        {61, "games home x 2", "FINAL 0:0 sets 3:2", "rule 7: three sets"},
        {62, "by period", "1:6 7:6 6:1 3:6 6:4", "as published"},
    };
    return kRows;
}

const Rows& the_fifth_set_to_ten()
{
    static const Rows kRows{
        {0, "games home x 12", "SET 3 0:0 sets 2:0", "rule 6"},
        {1, "games guest x 12", "SET 5 0:0 sets 2:2", "rule 6"},
        {2, "games home guest x 6", "SET 5 0:0 sets 2:2", "rule 6"},
        {3, "rallies home guest x 9", "SET 5 9:9 sets 2:2 CHANGE ENDS", "option: the last tie-break to ten"},
        {4, "rallies home", "SET 5 10:9 sets 2:2 match point home", "option"},
        {5, "rallies home", "FINAL 0:0 sets 3:2", "option"},
        {6, "by period", "6:0 6:0 0:6 0:6 7:6", "rule 7"},
    };
    return kRows;
}

// The doubles of the Laver Cup, London, 23 September 2022, from the side that won: 4:6 7:6 (7:2) 11:9.
const Rows& laver_cup_2022()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 0:0 sets 0:0 home serves", "rule 9"},
        {1, "rallies home guest x 3", "SET 1 40:40 sets 0:0 home serves", "appendix V: no advantage"},
        {2, "rallies guest", "SET 1 0:0 sets 0:0 guest serves CHANGE ENDS",
         "appendix V: the next point decides"},
        {3, "games guest home x 4", "SET 1 0:0 sets 0:0 guest serves CHANGE ENDS", "rule 6"},
        {4, "games guest", "SET 2 0:0 sets 0:1 home serves", "rule 6"},
        {10, "games home guest x 6", "SET 2 0:0 sets 0:1 home serves", "rule 5"},
        {11, "rallies home guest x 2", "SET 2 2:2 sets 0:1 home serves", "rule 5"},
        {12, "rallies home x 5", "SET 3 0:0 sets 1:1 guest serves CHANGE ENDS",
         "appendix V: a match tie-break"},
        {20, "rallies home guest x 9", "SET 3 9:9 sets 1:1 home serves CHANGE ENDS", "appendix V: to ten"},
        {21, "rallies home", "SET 3 10:9 sets 1:1 guest serves match point home",
         "appendix V: with a lead of two"},
        {22, "rallies home", "FINAL 0:0 sets 2:1 home serves", "appendix V"},
        {23, "by period", "4:6 7:6 1:0", "as published"},
    };
    return kRows;
}

const Rows& match_tie_break_to_seven()
{
    static const Rows kRows{
        {0, "games home x 6", "SET 2 0:0 sets 1:0", "rule 6"},
        {1, "games guest x 6", "SET 3 0:0 sets 1:1", "appendix V"},
        {2, "rallies guest home x 6", "SET 3 6:6 sets 1:1 CHANGE ENDS", "appendix V: to seven"},
        {3, "rallies guest", "SET 3 6:7 sets 1:1 match point guest", "appendix V: 6:7 goes on"},
        {4, "rallies guest", "FINAL 0:0 sets 1:2", "appendix V: 6:8 ends"},
    };
    return kRows;
}

const Rows& short_sets()
{
    static const Rows kRows{
        {0, "possession home", "PRE-GAME 0:0 sets 0:0 home serves", "rule 9"},
        {1, "games home guest x 3", "SET 1 0:0 sets 0:0 home serves", "appendix V"},
        {2, "games home", "SET 1 0:0 sets 0:0 guest serves CHANGE ENDS", "appendix V: 4:3 goes on"},
        {3, "games guest", "SET 1 0:0 sets 0:0 home serves", "appendix V: a tie-break at four all"},
        {4, "rallies guest home x 5", "SET 1 5:5 sets 0:0 guest serves", "rule 5"},
        {5, "rallies guest", "SET 1 5:6 sets 0:0 home serves set point guest", "rule 5"},
        {6, "rallies guest", "SET 2 0:0 sets 0:1 guest serves CHANGE ENDS", "rule 5: seven"},
        {7, "games home x 4", "SET 3 0:0 sets 1:1 guest serves", "appendix V: four games"},
        {8, "games guest x 3", "SET 3 0:0 sets 1:1 home serves CHANGE ENDS", "appendix V"},
        {9, "games guest", "FINAL 0:0 sets 1:2 guest serves", "rule 7: two sets"},
        {10, "by period", "4:5 4:0 0:4", "appendix V"},
    };
    return kRows;
}

const Rows& advantage_sets()
{
    static const Rows kRows{
        {0, "games home guest x 6", "SET 1 0:0 sets 0:0", "rule 6: no tie-break"},
        {1, "games home", "SET 1 0:0 sets 0:0 CHANGE ENDS", "rule 6: a lead of two"},
        {2, "games guest home", "SET 1 0:0 sets 0:0 CHANGE ENDS", "rule 6"},
        {3, "games home", "SET 2 0:0 sets 1:0", "rule 6"},
        {4, "games home x 6", "FINAL 0:0 sets 2:0", "rule 7"},
        {5, "by period", "9:7 6:0", "rule 6"},
    };
    return kRows;
}

} // namespace

Matches tennis()
{
    return {{"TennisWimbledon2024KrejcikovaPaolini", "tennis.itf_bo3.2026", wimbledon_2024()},
            {"TennisWithATieBreak", "tennis.itf_clock.2026", with_a_tie_break_and_a_serve_clock()},
            {"TennisWimbledon2023AlcarazDjokovic", "tennis.itf_bo5.2026", wimbledon_2023()},
            {"TennisTheFifthSetToTen", "tennis.itf_bo5.2026", the_fifth_set_to_ten()},
            {"TennisLaverCup2022Doubles", "tennis.itf_mtb.2026", laver_cup_2022()},
            {"TennisMatchTieBreakToSeven",
             "tennis.itf_mtb.2026",
             match_tie_break_to_seven(),
             {{"tennis.match_tiebreak", "7"}}},
            {"TennisShortSets", "tennis.itf_short.2026", short_sets()},
            {"TennisAdvantageSets", "tennis.itf_adv.2026", advantage_sets()}};
}

} // namespace scoreboard::whole
