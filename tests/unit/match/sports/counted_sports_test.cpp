#include "support/played_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::play;
using support::TestMatch;

TEST(BaseballTest, CountsBallsStrikesAndOutsAndChangesSides)
{
    play("baseball.mlb.2025",
         {
             {0, "", "PRE-GAME 0:0 0-0, 0 out", "nine innings"},
             {1, "pitch ball", "refused WRONG_PHASE", "nobody bats"},
             {2, "period next", "TOP 1 0:0 0-0, 0 out", "the guest bats first"},
             {3, "pitch ball", "TOP 1 0:0 1-0, 0 out", "four balls"},
             {4, "pitch strike", "TOP 1 0:0 1-1, 0 out", "three strikes"},
             {5, "pitch strike", "TOP 1 0:0 1-2, 0 out", "three strikes"},
             {6, "pitch foul", "TOP 1 0:0 1-2, 0 out", "a foul never makes the third"},
             {7, "pitch strike", "TOP 1 0:0 0-0, 1 out", "struck out"},
             {8, "pitch ball", "TOP 1 0:0 1-0, 1 out", "four balls"},
             {9, "pitch ball", "TOP 1 0:0 2-0, 1 out", "four balls"},
             {10, "pitch ball", "TOP 1 0:0 3-0, 1 out", "four balls"},
             {11, "pitch ball", "TOP 1 0:0 0-0, 1 out", "a walk"},
             {12, "base 1", "TOP 1 0:0 0-0, 1 out bases 1", "the runner"},
             {13, "add guest 1", "TOP 1 0:1 0-0, 1 out bases 1", "a run"},
             {14, "pitch out", "TOP 1 0:1 0-0, 2 out bases 1", "three outs"},
             {15, "pitch out -1", "TOP 1 0:1 0-0, 1 out bases 1", "put right"},
             {16, "pitch out", "TOP 1 0:1 0-0, 2 out bases 1", "three outs"},
             {17, "pitch out", "BOT 1 0:1 0-0, 0 out", "the home side bats"},
             {18, "period next", "TOP 2 0:1 0-0, 0 out", "a half that an official ends"},
         },
         1633566245U);
}

// Ends so many half innings; what the guest scored in the first and the home side in the second is given.
std::string after_halves(int halves, int home, int guest)
{
    TestMatch match(*find_ruleset("baseball.mlb.2025"));
    match.give(at(0), NextPeriod{});
    match.give(at(1), AddScore{Side::kGuest, guest});
    match.give(at(2), AddScore{Side::kHome, home});
    for (int half = 0; half < halves; ++half) {
        match.give(at(10 + half), NextPeriod{});
    }
    return match.line(at(100)).period_text;
}

TEST(BaseballTest, EndsWhenTheLastHalfCannotChangeAnything)
{
    EXPECT_EQ(after_halves(16, 2, 1), "TOP 9");
    EXPECT_EQ(after_halves(17, 2, 1), "FINAL"); // the home side leads: it need not bat
    EXPECT_EQ(after_halves(17, 1, 2), "BOT 9");
    EXPECT_EQ(after_halves(18, 1, 2), "FINAL");
    EXPECT_EQ(after_halves(18, 1, 1), "TOP 10"); // level: extra innings
    EXPECT_EQ(after_halves(20, 1, 1), "TOP 11");
}

TEST(BaseballTest, UndoingTheThirdOutBringsTheHalfBack)
{
    TestMatch match(*find_ruleset("baseball.mlb.2025"));
    match.give(at(0), NextPeriod{});
    match.give(at(1), SetBases{3});
    for (int out = 0; out < 3; ++out) {
        match.give(at(2 + out), AddCount{CountKind::kOut, false});
    }
    ASSERT_TRUE(match.state().innings->bottom);

    match.give(at(9), Undo{match.last()});

    EXPECT_EQ(*match.state().innings, (Innings{false, 0, 0, 2, 3, 0}));
}

TEST(AmericanFootballTest, CountsDownsAndThePlayClockRunsByItself)
{
    play("american_football.nfl.2025",
         {
             {0, "clock start", "Q1 15:00 run 0:0", "quarters"},
             {1, "shot 40", "Q1 14:59 run 0:0 shot 40 run", "play clock"},
             {2, "down first", "Q1 14:58 run 0:0 shot 39 run 1 & 10", "downs"},
             {3, "clock stop", "Q1 14:57 0:0 shot 38 run 1 & 10", "the play clock runs on"},
             {13, "", "Q1 14:57 0:0 shot 28 run 1 & 10", "the play clock runs on"},
             {14, "shot hold", "Q1 14:57 0:0 shot 27 1 & 10", "play clock"},
             {15, "down next", "Q1 14:57 0:0 shot 27 2 & 10", "downs"},
             {16, "shot 25", "Q1 14:57 0:0 shot 25 run 2 & 10", "play clock"},
             {17, "lamp flag", "Q1 14:57 0:0 shot 24 run 2 & 10 lamp flag", "flag"},
             {18, "lamp flag", "Q1 14:57 0:0 shot 23 run 2 & 10", "flag"},
             {19, "add home 6", "Q1 14:57 6:0 shot 22 run 2 & 10", "touchdown"},
             {20, "down none", "Q1 14:57 6:0 shot 21 run", "kick-off"},
             {21, "add home 1", "Q1 14:57 7:0 shot 20 run", "try"},
             {45, "", "Q1 14:57 7:0 shot 0", "delay of game"},
         },
         1358221127U);
}

TEST(AmericanFootballTest, RefusesDownsThatThereAreNot)
{
    TestMatch match(*find_ruleset("american_football.ncaa.2025"));

    EXPECT_EQ(match.give(at(1), SetDowns{{5, 10, 20}}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(2), SetDowns{{1, 10, 51}}).reason, Reason::kOutOfRange);
    EXPECT_TRUE(match.give(at(3), SetDowns{{3, 0, 4}}).applied);
    EXPECT_EQ(match.line(at(4)).downs->text, "3 & GOAL");
}

TEST(RollerDerbyTest, JamsOfTwoMinutesWithALineUpBetweenThem)
{
    play("roller_derby.wftda.2025",
         {
             {0, "", "PRE-GAME 30:00 0:0", "rule 1.1"},
             {10, "jam start", "P1 30:00 run 0:0 jam 1 2:00", "rule 1.2"},
             {11, "jam start", "refused ALREADY_RUNNING", "rule 1.2"},
             {40, "add home 4", "P1 29:30 run 4:0 jam 1 1:30", "rule 3"},
             {41, "lamp lead home", "P1 29:29 run 4:0 jam 1 1:29 lamp lead home", "rule 2.2.3"},
             {60, "jam end", "P1 29:10 run 4:0 line-up after 1 0:00 lamp lead home", "rule 1.3"},
             {61, "jam end", "refused WRONG_PHASE", "rule 1.3"},
             {89, "", "P1 28:41 run 4:0 line-up after 1 0:29 lamp lead home", "rule 1.3"},
             {90, "jam start", "P1 28:40 run 4:0 jam 2 2:00 lamp lead home", "rule 1.3"},
             {210, "", "P1 26:40 run 4:0 jam 2 0:00 lamp lead home", "rule 1.2"},
             {211, "jam end", "P1 26:39 run 4:0 line-up after 2 0:00 lamp lead home", "rule 1.2"},
             {212, "timeout guest",
              "P1 26:38 4:0 time-out 1:00, left 3:2 line-up after 2 0:01 lamp lead home", "rule 1.4"},
             {213, "count guest official review",
              "P1 26:38 4:0 time-out 0:59, left 3:2 guest official review 1 line-up after 2 0:02 lamp lead "
              "home",
              "rule 1.4"},
             // The last jam begins before the clock runs out, and outlives it.
             {214, "clock set 0:01.0",
              "P1 0:01 4:0 time-out 0:58, left 3:2 guest official review 1 line-up after 2 0:03 lamp lead "
              "home",
              "1.1"},
             {215, "jam start", "P1 0:01 run 4:0 guest official review 1 jam 3 2:00 lamp lead home",
              "rule 1.1"},
             {225, "", "P1 0:00 4:0 guest official review 1 jam 3 1:50 lamp lead home", "rule 1.1"},
             {230, "jam end", "P1 0:00 4:0 guest official review 1 line-up after 3 0:00 lamp lead home",
              "rule 1.1"},
             {231, "period next",
              "HALF-TIME 15:00 run 4:0 guest official review 1 line-up after 3 0:01 lamp lead home",
              "rule 1.1"},
             {900, "period next", "P2 30:00 4:0 lamp lead home", "rule 1.1"},
             {901, "jam start", "P2 30:00 run 4:0 jam 1 2:00 lamp lead home", "rule 1.2"},
         },
         3835636152U);
}

} // namespace
} // namespace scoreboard::match
