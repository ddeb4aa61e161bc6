#include "support/played_match.h"

// Sports that are won by goals: what the whole matches in timed_sports_test and penalty_sports_test do not
// reach.
namespace scoreboard::match {
namespace {

using support::play;

TEST(HandballTest, LevelAfterTwoOvertimesSevenMetreThrowsDecide)
{
    play("handball.ihf.2016", {
                                  {0, "clock start", "H1 0:00 run 0:0", "2:1"},
                                  {1, "period next", "HALF-TIME 10:00 run 0:0", "2:1"},
                                  {2, "period next", "H2 30:00 0:0", "2:1"},
                                  {3, "period next", "H2 END 5:00 run 0:0", "2:2"},
                                  {4, "period next", "OT1 60:00 0:0", "2:2"},
                                  {5, "period next", "OT1 END 1:00 run 0:0", "2:2"},
                                  {6, "period next", "OT2 65:00 0:0", "2:2"},
                                  {7, "period next", "OT2 END 5:00 run 0:0", "2:2"},
                                  {8, "period next", "OT3 70:00 0:0", "2:2"},
                                  {9, "period next", "OT3 END 1:00 run 0:0", "2:2"},
                                  {10, "period next", "OT4 75:00 0:0", "2:2"},
                                  {11, "period next", "SHOOT-OUT 0:0 (0:0)", "2:2, note: five each"},
                                  {12, "attempt home goal", "SHOOT-OUT 0:0 (1:0)", "2:2"},
                                  {13, "attempt guest goal", "SHOOT-OUT 0:0 (1:1)", "2:2"},
                                  {14, "attempt home goal", "SHOOT-OUT 0:0 (2:1)", "2:2"},
                                  {15, "attempt guest goal", "SHOOT-OUT 0:0 (2:2)", "2:2"},
                                  {16, "attempt home goal", "SHOOT-OUT 0:0 (3:2)", "2:2"},
                                  {17, "attempt guest goal", "SHOOT-OUT 0:0 (3:3)", "2:2"},
                                  {18, "attempt home goal", "SHOOT-OUT 0:0 (4:3)", "2:2"},
                                  {19, "attempt guest goal", "SHOOT-OUT 0:0 (4:4)", "2:2"},
                                  {20, "attempt home miss", "SHOOT-OUT 0:0 (4:4)", "2:2"},
                                  {21, "attempt guest miss", "SHOOT-OUT 0:0 (4:4)", "2:2"},
                                  {22, "period next", "refused WRONG_PHASE", "2:2: still level"},
                                  {23, "attempt home goal", "SHOOT-OUT 0:0 (5:4)", "2:2: sudden death"},
                                  {24, "period next", "refused WRONG_PHASE", "2:2: the pair is not whole"},
                                  {25, "attempt guest miss", "SHOOT-OUT 0:0 (5:4) END THE MATCH", "2:2"},
                                  {26, "period next", "FINAL 75:00 0:0 (5:4)", "2:2"},
                              });
}

TEST(HandballTest, OfThreeTimeoutsTwoFallInAHalfAndOneInTheLastFiveMinutes)
{
    play("handball.ihf_3to.2016",
         {
             {0, "clock start", "H1 0:00 run 0:0", "2:1"},
             {10, "timeout home", "H1 0:10 0:0 time-out 1:00, left 1:2", "2:10, note: two in a half"},
             {70, "timeout home", "H1 0:10 0:0 time-out 1:00, left 0:2", "2:10, note"},
             {140, "timeout home", "refused NO_TIMEOUT_LEFT", "2:10, note: no third in this half"},
             {141, "period next", "HALF-TIME 10:00 run 0:0", "2:1"},
             {142, "period next", "H2 30:00 0:0", "2:1"},
             {143, "timeout guest", "H2 30:00 0:0 time-out 1:00, left 1:1", "2:10, note"},
             {210, "clock set 55:00.0", "H2 55:00 0:0 time-out 0:00 signal, left 1:1", "2:10, note"},
             {211, "timeout guest", "H2 55:00 0:0 time-out 1:00, left 1:0",
              "2:10, note: one in the last 5:00"},
             {280, "timeout guest", "refused NO_TIMEOUT_LEFT", "2:10, note"},
             {281, "timeout home", "H2 55:00 0:0 time-out 1:00, left 0:0", "2:10, note: three in all"},
         });
}

TEST(HandballTest, TheThirdSuspensionOfAPlayerAndEveryDisqualificationPutThemOut)
{
    play("handball.ihf.2016",
         {
             {0, "clock start", "H1 0:00 run 0:0", "2:3"},
             {10, "penalty home suspension #5", "H1 0:10 run 0:0 home #5 suspension 2:00", "16:3"},
             {20, "penalty home suspension #6",
              "H1 0:20 run 0:0 home #5 suspension 1:50 home #6 suspension 2:00", "16:3"},
             // 18:2: the board shows at least three at once, and all of them run.
             {30, "penalty home suspension #8",
              "H1 0:30 run 0:0 home #5 suspension 1:40 home #6 suspension 1:50 home #8 suspension 2:00",
              "18:2"},
             // Time stands, and so do they; they begin to run when play does.
             {40, "clock stop",
              "H1 0:40 0:0 home #5 suspension 1:30 home #6 suspension 1:40 home #8 suspension 1:50", "16:5"},
             {50, "penalty guest disqualification #2",
              "H1 0:40 0:0 home #5 suspension 1:30 home #6 suspension 1:40 home #8 suspension 1:50 guest #2 "
              "out "
              "guest #2 disqualification 2:00",
              "16:8: short for two minutes"},
             {60, "clock start",
              "H1 0:40 run 0:0 home #5 suspension 1:30 home #6 suspension 1:40 home #8 suspension 1:50 guest "
              "#2 "
              "out guest #2 disqualification 2:00",
              "16:5"},
             {200, "", "H1 3:00 run 0:0 guest #2 out", "16:5"},
             {210, "penalty home suspension #5", "H1 3:10 run 0:0 home #5 suspension 2:00 guest #2 out",
              "16:3"},
             {340, "penalty home suspension #5",
              "H1 5:20 run 0:0 home #5 out home #5 suspension 2:00 guest #2 out", "16:6 d: the third"},
         });
}

TEST(HandballTest, APlayerIsCautionedOnceAndATeamThreeTimes)
{
    play("handball.ihf.2016",
         {
             {0, "clock start", "H1 0:00 run 0:0", "2:3"},
             {1, "count home yellow card #4", "H1 0:01 run 0:0 home yellow card 1", "16:1"},
             {2, "count home yellow card #4", "refused OUT_OF_RANGE", "16:1: one a player"},
             {3, "count home yellow card #5", "H1 0:03 run 0:0 home yellow card 2", "16:1"},
             {4, "count home yellow card #6", "H1 0:04 run 0:0 home yellow card 3", "16:1"},
             {5, "count home yellow card #9", "refused OUT_OF_RANGE", "16:1: three a team"},
             {6, "count home yellow card -1 #6", "H1 0:06 run 0:0 home yellow card 2", "put right"},
             {7, "count home yellow card -1 #9", "refused OUT_OF_RANGE", "has none"},
         });
}

TEST(FutsalTest, ASendingOffLeavesTheSideShortForTwoMinutesOrUntilItConcedes)
{
    play("futsal.fifa.2025",
         {
             {0, "clock start", "H1 20:00 run 0:0", "law 7"},
             {10, "penalty home sending-off #3", "H1 19:50 run 0:0 home #3 sending-off 2:00", "law 3.6"},
             // A foul that a penalty kick punishes is not counted: the goal alone is entered.
             {20, "add guest 1", "H1 19:40 run 0:1 home #3 sending-off 1:50 PENALTY MAY END", "law 13"},
             {21, "penalty end home 1", "H1 19:39 run 0:1", "law 3.6"},
             {30, "penalty guest sending-off #4", "H1 19:30 run 0:1 guest #4 sending-off 2:00", "law 3.6"},
             {150, "", "H1 17:30 run 0:1", "law 3.6"},
         });
}

TEST(FutsalTest, LevelAfterExtraTimeKicksDecide)
{
    play("futsal.fifa.2025",
         {
             {0, "clock start", "H1 20:00 run 0:0", "law 7"},
             {1, "period next", "HALF-TIME 15:00 run 0:0", "law 7"},
             {2, "period next", "H2 20:00 0:0", "law 7"},
             {3, "foul home", "H2 20:00 0:0 fouls 1:0", "law 13"},
             {4, "period next", "H2 END 5:00 run 0:0 fouls 1:0", "law 10"},
             {5, "period next", "OT1 5:00 0:0 fouls 1:0", "law 13: counts on"},
             {6, "period next", "OT1 END 1:00 run 0:0 fouls 1:0", "law 10"},
             {7, "period next", "OT2 5:00 0:0 fouls 1:0", "law 13: counts on"},
             {8, "period next", "SHOOT-OUT 0:0 fouls 1:0 (0:0)", "law 10"},
             {9, "attempt home goal", "SHOOT-OUT 0:0 fouls 1:0 (1:0)", "law 10"},
             {10, "attempt guest miss", "SHOOT-OUT 0:0 fouls 1:0 (1:0)", "law 10"},
             {11, "attempt home goal", "SHOOT-OUT 0:0 fouls 1:0 (2:0)", "law 10"},
             {12, "attempt guest miss", "SHOOT-OUT 0:0 fouls 1:0 (2:0)", "law 10"},
             {13, "attempt home goal", "SHOOT-OUT 0:0 fouls 1:0 (3:0)", "law 10"},
             {14, "period next", "refused WRONG_PHASE", "law 10: three may still come"},
             {15, "attempt guest miss", "SHOOT-OUT 0:0 fouls 1:0 (3:0) END THE MATCH", "law 10"},
             {16, "attempt home goal", "refused WRONG_PHASE", "law 10: decided"},
             {17, "period next", "FINAL 5:00 0:0 fouls 1:0 (3:0)", "law 10"},
         });
}

TEST(IceHockeyTest, AGoalEndsTheOvertimeAndAShootOutGoesOnInPairs)
{
    play("ice_hockey.iihf.2025",
         {
             {0, "clock start", "P1 20:00 run 0:0", "rule 77"},
             {1, "timeout home", "P1 19:59 0:0 time-out 0:30, left 0:1", "rule 87"},
             {40, "timeout home", "refused NO_TIMEOUT_LEFT", "rule 87: one a match"},
             {41, "period next", "P1 END 15:00 run 0:0", "rule 77"},
             {42, "period next", "P2 20:00 0:0", "rule 77"},
             {43, "period next", "P2 END 15:00 run 0:0", "rule 77"},
             {44, "period next", "P3 20:00 0:0", "rule 77"},
             {45, "period next", "P3 END 3:00 run 0:0", "rule 84"},
             {46, "period next", "OT1 5:00 0:0", "rule 84"},
             {47, "clock start", "OT1 5:00 run 0:0", "rule 84"},
             {57, "add guest 1", "OT1 4:50 run 0:1 END THE MATCH", "rule 84: sudden death"},
             {58, "add guest -1", "OT1 4:49 run 0:0", "put right"},
             {59, "period next", "SHOOT-OUT 0:0 (0:0)", "rule 84"},
             {60, "attempt home goal", "SHOOT-OUT 0:0 (1:0)", "rule 84: five each"},
             {61, "attempt guest goal", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {62, "attempt home miss", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {63, "attempt guest miss", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {64, "attempt home miss", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {65, "attempt guest miss", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {66, "attempt home miss", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {67, "attempt guest miss", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {68, "attempt home miss", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {69, "attempt guest miss", "SHOOT-OUT 0:0 (1:1)", "rule 84"},
             {70, "attempt home goal", "SHOOT-OUT 0:0 (2:1)", "rule 84: in pairs"},
             {71, "period next", "refused WRONG_PHASE", "rule 84: the pair is not whole"},
             {72, "attempt guest miss", "SHOOT-OUT 0:0 (2:1) END THE MATCH", "rule 84"},
             {73, "period next", "FINAL 4:48 1:0 (2:1)", "rule 84"},
         });
}

TEST(IceHockeyTest, EveryPenaltyOfTheRuleBookHasItsTime)
{
    play("ice_hockey.iihf.2025",
         {
             {0, "clock start", "P1 20:00 run 0:0", "rule 77"},
             {1, "clock stop", "P1 19:59 0:0", "rule 77"},
             {2, "penalty home bench minor", "P1 19:59 0:0 home bench minor 2:00", "rule 17"},
             {3, "penalty end home 1", "P1 19:59 0:0", "as served"},
             {4, "penalty home double minor #4",
              "P1 19:59 0:0 home #4 double minor 2:00 home #4 double minor 2:00 waits", "rule 18"},
             {5, "penalty guest major #5",
              "P1 19:59 0:0 home #4 double minor 2:00 home #4 double minor 2:00 waits guest #5 major 5:00",
              "rule 20"},
             {6, "penalty guest game misconduct #6",
              "P1 19:59 0:0 home #4 double minor 2:00 home #4 double minor 2:00 waits guest #6 out guest #5 "
              "major "
              "5:00",
              "rule 23: out, nobody is short"},
             {7, "penalty guest match penalty #7",
              "P1 19:59 0:0 home #4 double minor 2:00 home #4 double minor 2:00 waits guest #6 out guest #7 "
              "out "
              "guest #5 major 5:00 guest #7 match penalty 5:00",
              "rule 21: short for five minutes"},
             {8, "penalty guest penalty shot #8",
              "P1 19:59 0:0 home #4 double minor 2:00 home #4 double minor 2:00 waits guest #6 out guest #7 "
              "out "
              "guest #5 major 5:00 guest #7 match penalty 5:00",
              "rule 24: nobody is off"},
         });
}

// The overtime of ten minutes is played in whole/hockey.cpp.
TEST(FloorballTest, KnowsADoubleMinorAndTheOldBenchPenaltyAndCarriesBothIntoThePause)
{
    play("floorball.iff.2022",
         {
             {0, "clock start", "P1 20:00 run 0:0", "201"},
             {1, "penalty guest double minor #5",
              "P1 19:59 run 0:0 guest #5 double minor 2:00 guest #5 double minor 2:00 waits", "607"},
             {2, "penalty home bench 5 #6",
              "P1 19:58 run 0:0 home #6 bench 5 5:00 guest #5 double minor 1:59 guest #5 double minor 2:00 "
              "waits",
              "until 2018"},
             {3, "period next",
              "P1 END 10:00 run 0:0 home #6 bench 5 4:59 guest #5 double minor 1:58 guest #5 double minor "
              "2:00 "
              "waits",
              "201"},
         });
}

TEST(FootballTest, CountsCardsAndSubstitutions)
{
    play("football.ifab.2026",
         {
             {0, "clock start", "H1 0:00 run 0:0", "law 7"},
             {10, "count home yellow card #4", "H1 0:10 run 0:0 home yellow card 1", "law 12"},
             {20, "count guest red card #5", "H1 0:20 run 0:0 home yellow card 1 guest red card 1", "law 12"},
             {30, "count home substitution",
              "H1 0:30 run 0:0 home yellow card 1 home substitution 1 guest red card 1", "law 3"},
             {2700, "", "H1 45:00 run 0:0 home yellow card 1 home substitution 1 guest red card 1",
              "law 7: runs on"},
             {2701, "added 2", "H1 45:01 run +2 0:0 home yellow card 1 home substitution 1 guest red card 1",
              "law 7.3"},
         });
}

TEST(WaterPoloTest, PlaysFourTimesEightMinutesWithTwoTimeoutsAndAShootOut)
{
    play("water_polo.aqua.2025",
         {
             {0, "clock start", "Q1 8:00 run 0:0", "actual play"},
             {10, "shot 28", "Q1 7:50 run 0:0 shot 28 run", "possession"},
             {20, "shot 18", "Q1 7:40 run 0:0 shot 18 run", "second possession"},
             {30, "timeout home", "Q1 7:30 0:0 shot 8 time-out 1:00, left 1:2", "two a match"},
             {100, "timeout home", "Q1 7:30 0:0 shot 8 time-out 1:00, left 0:2", "two a match"},
             {170, "timeout home", "refused NO_TIMEOUT_LEFT", "two a match"},
             {171, "period next", "Q1 END 2:00 run 0:0", "breaks"},
             {172, "period next", "Q2 8:00 0:0 shot 28", "breaks"},
             {173, "period next", "HALF-TIME 5:00 run 0:0", "half-time"},
             {174, "period next", "Q3 8:00 0:0 shot 28", "breaks"},
             {175, "period next", "Q3 END 2:00 run 0:0", "breaks"},
             {176, "period next", "Q4 8:00 0:0 shot 28", "breaks"},
             {177, "period next", "SHOOT-OUT 0:0 (0:0)", "a tie: five each"},
             {178, "attempt guest goal", "SHOOT-OUT 0:0 (0:1)", "a tie: five each"},
             {179, "attempt home miss", "SHOOT-OUT 0:0 (0:1)", "a tie: five each"},
             {180, "attempt guest goal", "SHOOT-OUT 0:0 (0:2)", "a tie: five each"},
             {181, "attempt home miss", "SHOOT-OUT 0:0 (0:2)", "a tie: five each"},
             {182, "attempt guest goal", "SHOOT-OUT 0:0 (0:3)", "a tie: five each"},
             {183, "attempt home miss", "SHOOT-OUT 0:0 (0:3) END THE MATCH", "decided early"},
             {184, "period next", "FINAL 8:00 0:0 (0:3)", "a tie: five each"},
         });
}

TEST(WaterPoloTest, ThreeExclusionsOfASideRunAtOnceAndEachEndsWithItsTimeOrAGoal)
{
    play("water_polo.aqua.2025",
         {
             {0, "clock start", "Q1 8:00 run 0:0", "actual play"},
             {1, "penalty home exclusion #2", "Q1 7:59 run 0:0 home #2 exclusion 0:18", "18 s of play"},
             {3, "penalty home exclusion #3", "Q1 7:57 run 0:0 home #2 exclusion 0:16 home #3 exclusion 0:18",
              "18 s of play"},
             {5, "penalty home exclusion #4",
              "Q1 7:55 run 0:0 home #2 exclusion 0:14 home #3 exclusion 0:16 home #4 exclusion 0:18",
              "three on the board"},
             {7, "clock stop",
              "Q1 7:53 0:0 home #2 exclusion 0:12 home #3 exclusion 0:14 home #4 exclusion 0:16", "of play"},
             {9, "clock start",
              "Q1 7:53 run 0:0 home #2 exclusion 0:12 home #3 exclusion 0:14 home #4 exclusion 0:16",
              "of play"},
             {10, "add guest 1",
              "Q1 7:52 run 0:1 home #2 exclusion 0:11 home #3 exclusion 0:13 home #4 exclusion 0:15 PENALTY "
              "MAY "
              "END",
              "a goal ends one"},
             {11, "penalty end home 1", "Q1 7:51 run 0:1 home #3 exclusion 0:12 home #4 exclusion 0:14",
              "a goal ends one"},
             {24, "", "Q1 7:38 run 0:1 home #4 exclusion 0:01", "18 s of play"},
             {25, "", "Q1 7:37 run 0:1", "18 s of play"},
             {26, "penalty guest brutality #9", "Q1 7:36 run 0:1 guest #9 brutality 4:00", "four minutes"},
         });
}

TEST(WaterPoloTest, ThirtyAndTwentySecondsAreStillPlayedNationally)
{
    play("water_polo.national.2024",
         {
             {0, "clock start", "Q1 8:00 run 0:0", "actual play"},
             {1, "shot 30", "Q1 7:59 run 0:0 shot 30 run", "possession"},
             {2, "shot 20", "Q1 7:58 run 0:0 shot 20 run", "second possession"},
             {3, "penalty home exclusion #2", "Q1 7:57 run 0:0 shot 19 run home #2 exclusion 0:20",
              "20 s of play"},
             {4, "add guest 1", "Q1 7:56 run 0:1 shot 18 run home #2 exclusion 0:19 PENALTY MAY END",
              "a goal"},
         });
}

} // namespace
} // namespace scoreboard::match
