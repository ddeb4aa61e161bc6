#include "support/played_match.h"

// Sports whose penalties are served in playing time, beside ice hockey.
namespace scoreboard::match {
namespace {

using support::at;
using support::play;
using support::TestMatch;

TEST(PenaltySportsTest, FloorballReleasesAMinorByAGoalAndNeverAPersonalPenalty)
{
    play("floorball.iff.2022",
         {
             {0, "", "PRE-GAME 20:00 0:0", "201"},
             {1, "clock start", "P1 20:00 run 0:0", "201"},
             {11, "penalty home minor #7", "P1 19:50 run 0:0 home #7 minor 2:00", "603"},
             {21, "penalty home personal #7",
              "P1 19:40 run 0:0 home #7 minor 1:50 home #7 personal 10:00 waits", "604"},
             {31, "add guest 1",
              "P1 19:30 run 0:1 home #7 minor 1:40 home #7 personal 10:00 waits PENALTY MAY END", "602"},
             {32, "clock stop",
              "P1 19:29 0:1 home #7 minor 1:39 home #7 personal 10:00 waits PENALTY MAY END", "602"},
             {33, "timeout guest",
              "P1 19:29 0:1 time-out 0:30, left 1:0 home #7 minor 1:39 home #7 personal 10:00 waits PENALTY "
              "MAY END",
              "204"},
         });
}

TEST(PenaltySportsTest, FieldHockeyShowsItsCardsAndPlaysNoOvertime)
{
    play("field_hockey.fih.2024",
         {
             {0, "clock start", "Q1 15:00 run 0:0", "5.1"},
             {10, "count home penalty corner", "Q1 14:50 run 0:0 home penalty corner 1", "13"},
             {20, "penalty guest green #4", "Q1 14:40 run 0:0 home penalty corner 1 guest #4 green 2:00",
              "14.1"},
             {30, "penalty guest yellow #5",
              "Q1 14:30 run 0:0 home penalty corner 1 guest #4 green 1:50 guest #5 yellow 5:00", "14.1"},
             // A goal ends nobody's suspension.
             {40, "add home 1",
              "Q1 14:20 run 1:0 home penalty corner 1 guest #4 green 1:40 guest #5 yellow 4:50", "14.1"},
             {141, "", "Q1 12:39 run 1:0 home penalty corner 1 guest #5 yellow 3:09", "14.1"},
         });
}

TEST(PenaltySportsTest, FieldHockeyThatIsLevelGoesToAShootOutOrEndsSo)
{
    play("field_hockey.fih.2024", {
                                      {0, "clock start", "Q1 15:00 run 0:0", "5.1"},
                                      {1, "clock set 0:00.0", "Q1 0.0 0:0", "5.1"},
                                      {2, "period next", "Q1 END 2:00 run 0:0", "5.1"},
                                      {3, "period next", "Q2 15:00 0:0", "5.1"},
                                      {4, "period next", "HALF-TIME 10:00 run 0:0", "5.1"},
                                      {5, "period next", "Q3 15:00 0:0", "5.1"},
                                      {6, "period next", "Q3 END 2:00 run 0:0", "5.1"},
                                      {7, "period next", "Q4 15:00 0:0", "5.1"},
                                      {8, "period shootout", "SHOOT-OUT 0:0 (0:0)", "5.3"},
                                      {9, "attempt home goal", "SHOOT-OUT 0:0 (1:0)", "5.3"},
                                      {10, "attempt guest miss", "SHOOT-OUT 0:0 (1:0)", "5.3"},
                                      {11, "attempt home goal", "SHOOT-OUT 0:0 (2:0)", "5.3"},
                                      {12, "attempt guest miss", "SHOOT-OUT 0:0 (2:0)", "5.3"},
                                      {13, "attempt home goal", "SHOOT-OUT 0:0 (3:0)", "5.3"},
                                      {14, "attempt guest miss", "SHOOT-OUT 0:0 (3:0) END THE MATCH", "5.3"},
                                      {15, "period next", "FINAL 15:00 0:0 (3:0)", "5.3"},
                                  });
    play("field_hockey.fih.2024", {
                                      {0, "clock start", "Q1 15:00 run 0:0", "5.1"},
                                      {900, "period next x 6", "Q4 15:00 0:0", "5.1"},
                                      {901, "match end", "FINAL 15:00 0:0", "5.3: where none must decide"},
                                  });
}

TEST(PenaltySportsTest, RinkHockeyCountsTeamFoulsOverTheMatchAndReleasesABlueCard)
{
    play("rink_hockey.ws.2024",
         {
             {0, "clock start", "H1 25:00 run 0:0", "25 minutes a half"},
             {10, "foul home", "H1 24:50 run 0:0 fouls 1:0", "team fouls"},
             {20, "penalty guest blue card #3", "H1 24:40 run 0:0 fouls 1:0 guest #3 blue card 2:00",
              "power play"},
             {30, "add home 1", "H1 24:30 run 1:0 fouls 1:0 guest #3 blue card 1:50 PENALTY MAY END",
              "power play"},
             {40, "clock stop", "H1 24:20 1:0 fouls 1:0 guest #3 blue card 1:40 PENALTY MAY END",
              "power play"},
             {41, "period next", "HALF-TIME 10:00 run 1:0 fouls 1:0 guest #3 blue card 1:40 PENALTY MAY END",
              "half-time"},
             // Neither the fouls nor the penalty end with the half.
             {50, "period next", "H2 25:00 1:0 fouls 1:0 shot 45 guest #3 blue card 1:40 PENALTY MAY END",
              "team fouls"},
         });
}

TEST(PenaltySportsTest, LacrosseReleasesATechnicalFoulAndKeepsANonReleasableOne)
{
    play("lacrosse.wl.2025",
         {
             {0, "clock start", "Q1 15:00 run 0:0", "4 x 15:00"},
             {10, "penalty home technical #9", "Q1 14:50 run 0:0 home #9 technical 0:30", "technical: 0:30"},
             {15, "penalty home non-releasable #8",
              "Q1 14:45 run 0:0 home #9 technical 0:25 home #8 non-releasable 1:00", "non-releasable"},
             {20, "add guest 1",
              "Q1 14:40 run 0:1 home #9 technical 0:20 home #8 non-releasable 0:55 PENALTY MAY END",
              "released by a goal"},
             {41, "", "Q1 14:19 run 0:1 home #8 non-releasable 0:34", "technical: 0:30"},
             {42, "clock stop", "Q1 14:18 0:1 home #8 non-releasable 0:33", "stopped time"},
             {60, "timeout home", "Q1 14:18 0:1 time-out 1:00, left 1:2 home #8 non-releasable 0:33",
              "two a half"},
         });
}

TEST(PenaltySportsTest, SevensPlaysTwoTimesSevenAndItsSinBinIsTwoMinutes)
{
    play("rugby.sevens.2026",
         {
             {0, "clock start", "H1 0:00 run 0:0", "sevens variation 5"},
             {30, "add home 5", "H1 0:30 run 5:0", "law 8"},
             {60, "penalty guest sin bin #6", "H1 1:00 run 5:0 guest #6 sin bin 2:00", "sevens variation 9"},
             {180, "", "H1 3:00 run 5:0", "sevens variation 9"},
             {430, "", "H1 7:10 run 5:0", "law 5"}, // until the ball is dead
             {431, "period next", "HALF-TIME 2:00 run 5:0", "sevens variation 5"},
             {551, "period next", "H2 7:00 5:0", "sevens variation 5"},
             {552, "add guest 5", "H2 7:00 5:5", "law 8"},
             {553, "period next", "H2 END 5:00 run 5:5", "sevens variation 5"},
             {600, "period next", "OT1 14:00 5:5", "sevens variation 5"}, // the first who scores wins
             {601, "add guest 3", "OT1 14:00 5:8 END THE MATCH", "law 8"},
             {602, "period next", "FINAL 14:00 5:8", "sevens variation 5"},
         });
}

TEST(PenaltySportsTest, UnionsSinBinIsTenMinutes)
{
    play("rugby.union.2026",
         {
             {0, "clock start", "H1 0:00 run 0:0", "law 5"},
             {60, "penalty home sin bin #7", "H1 1:00 run 0:0 home #7 sin bin 10:00", "law 9"},
             {659, "", "H1 10:59 run 0:0 home #7 sin bin 0:01", "law 9"},
             {660, "add guest 3", "H1 11:00 run 0:3", "law 9"},
         });
}

TEST(PenaltySportsTest, LacrossePersonalFoulsAreOneTwoOrThreeMinutes)
{
    play("lacrosse.wl.2025",
         {
             {0, "clock start", "Q1 15:00 run 0:0", "4 x 15:00"},
             {1, "penalty home personal 1 #1", "Q1 14:59 run 0:0 home #1 personal 1 1:00", "personal"},
             {2, "penalty home personal 2 #2",
              "Q1 14:58 run 0:0 home #1 personal 1 0:59 home #2 personal 2 2:00", "personal"},
             {3, "penalty guest personal 3 #3",
              "Q1 14:57 run 0:0 home #1 personal 1 0:58 home #2 personal 2 1:59 guest #3 personal 3 3:00",
              "personal"},
         });
}

TEST(NetballTest, PlaysFourQuartersAndAnExtraTimeOfTwoHalves)
{
    play("netball.wn.2024", {
                                {0, "clock start", "Q1 15:00 run 0:0", "4 x 15:00"},
                                {10, "add home 1", "Q1 14:50 run 1:0", "a goal is a point"},
                                {11, "add guest 1", "Q1 14:49 run 1:1", "a goal is a point"},
                                {13, "possession guest", "Q1 14:47 run 1:1 guest serves", "centre pass"},
                                {900, "period next", "Q1 END 4:00 run 1:1 guest serves", "intervals"},
                                {1200, "period next", "Q2 15:00 1:1 guest serves", "4 x 15:00"},
                                {1201, "period next", "HALF-TIME 12:00 run 1:1 guest serves", "intervals"},
                                {2000, "period next", "Q3 15:00 1:1 guest serves", "4 x 15:00"},
                                {2001, "period next", "Q3 END 4:00 run 1:1 guest serves", "intervals"},
                                {2300, "period next", "Q4 15:00 1:1 guest serves", "4 x 15:00"},
                                {2301, "period next", "Q4 END 4:00 run 1:1 guest serves", "extra time"},
                                {2600, "period next", "OT1 7:00 1:1 guest serves", "2 x 7:00"},
                                {2601, "add home 1", "OT1 7:00 2:1 guest serves", "a goal is a point"},
                                {2602, "period next", "OT1 END 1:00 run 2:1 guest serves", "2 x 7:00"},
                                {2700, "period next", "OT2 7:00 2:1 guest serves", "2 x 7:00"},
                                {2701, "period next", "FINAL 7:00 2:1 guest serves", "2 x 7:00"},
                            });
}

TEST(NetballTest, LevelAfterBothHalvesOfTheExtraTimeItGoesOn)
{
    TestMatch match(*find_ruleset("netball.wn.2024"));
    match.give(at(0), StartClock{});
    for (int i = 0; i < 11; ++i) {
        match.give(at(1 + i), NextPeriod{});
    }
    ASSERT_EQ(match.state().at, (PeriodPhase{6, Phase::kInterval}));

    match.give(at(20), NextPeriod{});

    EXPECT_EQ(match.line(at(21)).period_text, "OT3");
}

} // namespace
} // namespace scoreboard::match
