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

TEST(BaseballTest, CountsRunsHitsErrorsAndWhoIsLeftOnBaseAndTimesThePitcher)
{
    play("baseball.mlb.2025",
         {
             {0, "period next", "TOP 1 0:0 0-0, 0 out", "nine innings"},
             {1, "shot 30", "TOP 1 0:0 shot 30 run 0-0, 0 out", "between batters"},
             {2, "shot 15", "TOP 1 0:0 shot 15 run 0-0, 0 out", "bases empty"},
             {3, "shot 18", "TOP 1 0:0 shot 18 run 0-0, 0 out", "with runners"},
             {4, "shot blank", "TOP 1 0:0 0-0, 0 out", "the pitch"},
             {5, "count guest hit", "TOP 1 0:0 guest hit 1 0-0, 0 out", "hits"},
             {6, "lamp hit", "TOP 1 0:0 guest hit 1 0-0, 0 out lamp hit", "hit lamp"},
             {7, "lamp hit", "TOP 1 0:0 guest hit 1 0-0, 0 out", "hit lamp"},
             {8, "base 2", "TOP 1 0:0 guest hit 1 0-0, 0 out bases 2", "a runner on second"},
             {9, "base 3", "TOP 1 0:0 guest hit 1 0-0, 0 out bases 6", "a runner on third"},
             {10, "count home error", "TOP 1 0:0 home error 1 guest hit 1 0-0, 0 out bases 6", "errors"},
             {11, "lamp error", "TOP 1 0:0 home error 1 guest hit 1 0-0, 0 out bases 6 lamp error",
              "error lamp"},
             {12, "count guest left on base",
              "TOP 1 0:0 home error 1 guest hit 1 guest left on base 1 0-0, 0 out bases 6 lamp error",
              "left on base"},
             {13, "base none",
              "TOP 1 0:0 home error 1 guest hit 1 guest left on base 1 0-0, 0 out lamp error", "runners"},
         });
}

TEST(BaseballTest, KeepsALineScoreByInningAndANewCountForEveryBatter)
{
    TestMatch match(*find_ruleset("baseball.mlb.2025"));
    match.give(at(0), NextPeriod{});
    match.give(at(1), AddScore{Side::kGuest, 1});
    match.give(at(2), AddCount{CountKind::kBall, false});
    match.give(at(3), SetBatter{27});
    EXPECT_EQ(match.line(at(3)).count->batter, 27);
    EXPECT_EQ(match.line(at(3)).count->balls, 0);
    match.see(PeriodPhase{1, Phase::kPlay});
    match.give(at(4), NextPeriod{});
    match.give(at(5), AddScore{Side::kHome, 2});
    match.give(at(6), NextPeriod{});
    match.see(PeriodPhase{2, Phase::kPlay});
    match.give(at(7), AddScore{Side::kGuest, 1});

    EXPECT_EQ(match.line(at(8)).guest.by_period, (std::vector<int>{1, 1}));
    EXPECT_EQ(match.line(at(8)).home.by_period, (std::vector<int>{2, 0}));
    EXPECT_EQ(match.line(at(8)).guest.score, 2);
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

TEST(BaseballTest, AHomeSideThatLeadsInTheLastInningHasWon)
{
    for (const int guest : {1, 2}) {
        TestMatch match(*find_ruleset("baseball.mlb.2025"));
        match.give(at(0), NextPeriod{});
        match.give(at(1), AddScore{Side::kGuest, guest});
        for (int half = 0; half < 17; ++half) {
            match.give(at(10 + half), NextPeriod{});
        }
        EXPECT_TRUE(match.line(at(40)).prompts.empty());

        match.give(at(50), AddScore{Side::kHome, 2});

        EXPECT_EQ(match.line(at(51)).prompts.size(), guest == 1 ? 1U : 0U);
        match.give(at(52), NextPeriod{});
        EXPECT_EQ(match.state().at.phase == Phase::kFinal, guest == 1);
    }
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

TEST(AmericanFootballTest, WarnsTwoMinutesBeforeTheEndOfAHalfAndScoresByTwosAndThrees)
{
    play("american_football.nfl.2025",
         {
             {0, "clock start", "Q1 15:00 run 0:0", "quarters"},
             {1, "clock set 2:00.0", "Q1 2:00 run 0:0", "no warning in Q1"},
             {2, "add home 3", "Q1 1:59 run 3:0", "field goal"},
             {3, "add guest 2", "Q1 1:58 run 3:2", "safety"},
             {4, "timeout home", "Q1 1:57 3:2 time-out 1:00, left 2:3", "three a half"},
             {70, "timeout home", "Q1 1:57 3:2 time-out 1:00, left 1:3", "three a half"},
             {140, "timeout home", "Q1 1:57 3:2 time-out 1:00, left 0:3", "three a half"},
             {210, "timeout home", "refused NO_TIMEOUT_LEFT", "three a half"},
             {211, "period next", "Q1 END 2:00 run 3:2", "quarters"},
             {212, "period next", "Q2 15:00 3:2", "quarters"},
             {213, "clock set 2:01.0", "Q2 2:01 3:2", "two-minute warning"},
             {214, "clock start", "Q2 2:01 run 3:2", "two-minute warning"},
             {215, "clock stop", "Q2 2:00 3:2 2:00 WARNING", "two-minute warning"},
             {300, "clock start", "Q2 2:00 run 3:2 2:00 WARNING", "two-minute warning"},
             {310, "", "Q2 1:50 run 3:2", "two-minute warning"},
             {311, "period next", "HALF-TIME 13:00 run 3:2", "half-time"},
             {312, "period next", "Q3 15:00 3:2", "quarters"},
             {313, "timeout home", "Q3 15:00 3:2 time-out 1:00, left 2:3", "three a half"},
         });
}

TEST(AmericanFootballTest, OvertimeIsTenMinutesAndTheCollegesAndSchoolsPlayItWithoutAClock)
{
    const char* const ends[][2] = {{"american_football.nfl.2025", "OT1 10:00 0:0"},
                                   {"american_football.ncaa.2025", "OT1 0:0"},
                                   {"american_football.nfhs.2025", "OT1 0:0"}};
    for (const auto& [ruleset, reads] : ends) {
        TestMatch match(*find_ruleset(ruleset));
        match.give(at(0), StartClock{});
        for (int i = 0; match.state().at.period < 5; ++i) {
            ASSERT_TRUE(match.give(at(1 + i), NextPeriod{}).applied);
        }
        EXPECT_EQ(support::told(match.timeline().ruleset(), match.line(at(60))), reads);
    }
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
    play(
        "roller_derby.wftda.2025",
        {
            {0, "", "PRE-GAME 30:00 0:0", "rule 1.1"},
            {10, "jam start", "P1 30:00 run 0:0 jam 1 2:00", "rule 1.2"},
            {11, "jam start", "refused ALREADY_RUNNING", "rule 1.2"},
            {40, "add home 4", "P1 29:30 run 4:0 jam 1 1:30", "rule 3"},
            {41, "lamp lead home", "P1 29:29 run 4:0 jam 1 1:29 lamp lead home", "rule 2.2.3"},
            {60, "jam end", "P1 29:10 run 4:0 line-up after 1 0:00", "2.2.3: nobody leads"},
            {61, "jam end", "refused WRONG_PHASE", "rule 1.3"},
            {89, "", "P1 28:41 run 4:0 line-up after 1 0:29", "rule 1.3"},
            {90, "jam start", "P1 28:40 run 4:0 jam 2 2:00", "rule 1.3"},
            {210, "", "P1 26:40 run 4:0 jam 2 0:00", "rule 1.2"},
            {211, "jam end", "P1 26:39 run 4:0 line-up after 2 0:00", "rule 1.2"},
            {212, "timeout guest", "P1 26:38 4:0 time-out 1:00, left 3:2 line-up after 2 0:00", "rule 1.4"},
            {213, "count guest official review",
             "P1 26:38 4:0 time-out 0:59, left 3:2 guest official review 1 line-up after 2 0:00", "rule 1.4"},
            // The last jam begins before the clock runs out, and outlives it.
            {214, "clock set 0:01.0",
             "P1 0:01 4:0 time-out 0:58, left 3:2 guest official review 1 line-up after 2 0:00", "1.1"},
            {215, "jam start", "P1 0:01 run 4:0 guest official review 1 jam 3 2:00", "rule 1.1"},
            {225, "", "P1 0:00 4:0 guest official review 1 jam 3 1:50", "rule 1.1"},
            {230, "jam end", "P1 0:00 4:0 guest official review 1 line-up after 3 0:00", "rule 1.1"},
            {231, "period next", "HALF-TIME 15:00 run 4:0 guest official review 1 line-up after 3 0:01",
             "rule 1.1"},
            {900, "period next", "P2 30:00 4:0", "rule 1.1"},
            {901, "jam start", "P2 30:00 run 4:0 jam 1 2:00", "rule 1.2"},
        },
        3835636152U);
}

TEST(RollerDerbyTest, ATimeoutEndsTheJamThatIsOn)
{
    play("roller_derby.wftda.2025",
         {
             {0, "jam start", "P1 30:00 run 0:0 jam 1 2:00", "rule 1.2"},
             {5, "penalty guest penalty #7", "P1 29:55 run 0:0 guest #7 penalty 0:30 jam 1 1:55", "rule 4.2"},
             {9, "lamp lead guest", "P1 29:51 run 0:0 guest #7 penalty 0:26 jam 1 1:51 lamp lead guest",
              "2.2.3"},
             {10, "timeout home",
              "P1 29:50 0:0 time-out 1:00, left 2:3 guest #7 penalty 0:25 line-up after 1 0:00", "rule 1.4"},
             {70, "jam start", "P1 29:50 run 0:0 guest #7 penalty 0:25 jam 2 2:00", "rule 1.2"},
         });
}

TEST(RollerDerbyTest, TheLineUpBeginsWhenTheTimeoutIsOver)
{
    TestMatch match(*find_ruleset("roller_derby.wftda.2025"));
    match.give(at(0), StartJam{});
    match.give(at(10), StartTimeout{Side::kHome});
    EXPECT_EQ(match.line(at(60)).jam->text, "0:00");

    match.give(at(70), EndTimeout{});

    EXPECT_EQ(match.line(at(75)).jam->text, "0:05");
}

TEST(RollerDerbyTest, NoJamStartsOnceTheTimeIsUpButTheOneOfAnOvertime)
{
    TestMatch match(*find_ruleset("roller_derby.wftda.2025"));
    match.give(at(0), StartJam{});
    match.give(at(1), EndJam{});
    match.give(at(2), SetClock{ClockId::kGame, Duration{}});

    EXPECT_EQ(match.give(at(3), StartJam{}).text, "The period's time is up: no jam starts any more.");
    for (int i = 0; i < 4; ++i) {
        match.give(at(4 + i), NextPeriod{});
    }
    ASSERT_EQ(match.state().at, (PeriodPhase{3, Phase::kPlay}));
    EXPECT_TRUE(match.give(at(10), StartJam{}).applied);
}

// Rules that another program made: such a lamp, and no jams.
TEST(RollerDerbyTest, ALampOfAJamIsNotLitWhereThereAreNone)
{
    Ruleset rules = support::basketball();
    rules.lamps = {{"lead", false, true}};
    TestMatch match(rules);

    EXPECT_EQ(match.give(at(0), SetLamp{0, true}).reason, Reason::kWrongPhase);
}

TEST(RollerDerbyTest, NobodyLeadsWithoutAJam)
{
    TestMatch match(*find_ruleset("roller_derby.wftda.2025"));
    EXPECT_EQ(match.give(at(0), SetLamp{0, true}).text, "No jam is on.");
    match.give(at(1), StartJam{});
    const CommandId jam = match.last();
    match.give(at(2), SetLamp{0, true});
    const CommandId lamp = match.last();

    match.give(at(3), Undo{jam});

    EXPECT_EQ(match.state().lamps, 0U);
    EXPECT_EQ(match.timeline().lost_sense(lamp), "No jam is on.");
}

TEST(AmericanFootballTest, ATimeoutStopsThePlayClockAtTheValueThatPlayGoesOnWith)
{
    TestMatch match(*find_ruleset("american_football.nfl.2025"));
    match.give(at(0), StartClock{}, support::counts_at(at(0)));
    match.give(at(1), ResetShotClock{std::chrono::seconds(40)}, support::counts_at(at(1)));

    match.give(at(5), StartTimeout{Side::kHome});

    EXPECT_EQ(match.line(at(30)).shot.text, "25");
    EXPECT_FALSE(match.line(at(30)).shot.running);
    match.give(at(65), StartClock{ClockId::kShot}, support::counts_at(at(65)));
    EXPECT_EQ(match.line(at(70)).shot.text, "20");
}

TEST(AmericanFootballTest, AfterTheLastDownOneBeginsAnew)
{
    TestMatch match(*find_ruleset("american_football.nfl.2025"));
    match.give(at(0), StartClock{}, support::counts_at(at(0)));
    match.give(at(1), SetDowns{{4, 7, 42}});

    match.give(at(2), support::command_named(match, "down next").value());

    EXPECT_EQ(match.line(at(3)).downs->text, "1 & 10");
}

TEST(RollerDerbyTest, InAnOldMatchAJamGoesOnDuringATimeoutAndItsLampsStay)
{
    TestMatch match(support::of_fold_1(*find_ruleset("roller_derby.wftda.2025")));
    match.give(at(0), StartJam{});
    match.give(at(1), SetLamp{0, true});
    match.give(at(10), StartTimeout{Side::kHome});
    EXPECT_TRUE(match.state().jam->on);

    match.give(at(20), EndJam{});

    EXPECT_EQ(match.state().lamps, 1U);
}

TEST(RollerDerbyTest, AReviewThatIsWonIsKeptAndThereAreThreeTimeoutsAGame)
{
    play("roller_derby.wftda.2025",
         {
             {0, "jam start", "P1 30:00 run 0:0 jam 1 2:00", "rule 1.2"},
             {10, "jam end", "P1 29:50 run 0:0 line-up after 1 0:00", "rule 1.3"},
             {11, "count home official review",
              "P1 29:49 run 0:0 home official review 1 line-up after 1 0:01", "rule 1.4: one a period"},
             {12, "count home official review",
              "P1 29:48 run 0:0 home official review 2 line-up after 1 0:02", "rule 1.4: it was retained"},
             {13, "count home official review", "refused OUT_OF_RANGE", "rule 1.4: once"},
             {14, "timeout home",
              "P1 29:46 0:0 time-out 1:00, left 2:3 home official review 2 line-up after 1 0:00", "rule 1.4"},
             {80, "timeout home",
              "P1 29:46 0:0 time-out 1:00, left 1:3 home official review 2 line-up after 1 0:00", "rule 1.4"},
             {150, "timeout home",
              "P1 29:46 0:0 time-out 1:00, left 0:3 home official review 2 line-up after 1 0:00", "rule 1.4"},
             {220, "timeout home", "refused NO_TIMEOUT_LEFT", "rule 1.4: three a game"},
             {221, "period next", "HALF-TIME 15:00 run 0:0 home official review 2 line-up after 1 3:31",
              "rule 1.1"},
             {222, "period next", "P2 30:00 0:0", "rule 1.4: the second period has its own review"},
         });
}

// Rule 4: half a minute, of jams only; between them nobody serves.
TEST(RollerDerbyTest, PenaltiesAreServedWhileJamsAreOn)
{
    play("roller_derby.wftda.2025",
         {
             {0, "jam start", "P1 30:00 run 0:0 jam 1 2:00", "rule 1.2"},
             {10, "penalty home penalty #13", "P1 29:50 run 0:0 home #13 penalty 0:30 jam 1 1:50", "rule 4"},
             {20, "jam end", "P1 29:40 run 0:0 home #13 penalty 0:20 line-up after 1 0:00", "rule 4"},
             {45, "", "P1 29:15 run 0:0 home #13 penalty 0:20 line-up after 1 0:25", "rule 4: it waits"},
             {46, "penalty guest penalty #7",
              "P1 29:14 run 0:0 home #13 penalty 0:20 guest #7 penalty 0:30 line-up after 1 0:26", "rule 4"},
             {50, "jam start", "P1 29:10 run 0:0 home #13 penalty 0:20 guest #7 penalty 0:30 jam 2 2:00",
              "rule 4"},
             {60, "", "P1 29:00 run 0:0 home #13 penalty 0:10 guest #7 penalty 0:20 jam 2 1:50", "rule 4"},
             {65, "add guest 4", "P1 28:55 run 0:4 home #13 penalty 0:05 guest #7 penalty 0:15 jam 2 1:45",
              "no release"},
             {70, "", "P1 28:50 run 0:4 guest #7 penalty 0:10 jam 2 1:40", "rule 4"},
             {75, "clock stop", "P1 28:45 0:4 guest #7 penalty 0:05 jam 2 1:35", "the jam goes on"},
             {76, "jam end", "P1 28:45 0:4 guest #7 penalty 0:04 line-up after 2 0:00", "rule 4"},
             {77, "period next", "HALF-TIME 15:00 run 0:4 guest #7 penalty 0:04 line-up after 2 0:01",
              "rule 4"},
             {900, "period next", "P2 30:00 0:4 guest #7 penalty 0:04", "rule 4: it is carried"},
             {901, "jam start", "P2 30:00 run 0:4 guest #7 penalty 0:04 jam 1 2:00", "rule 4"},
             {905, "", "P2 29:56 run 0:4 jam 1 1:56", "rule 4"},
             {906, "penalty home penalty #1", "P2 29:55 run 0:4 home #1 penalty 0:30 jam 1 1:55", "rule 4"},
             {907, "period next", "FINAL 29:54 0:4 home #1 penalty 0:29 line-up after 1 0:06", "rule 1.1"},
         });
}

TEST(RollerDerbyTest, TheSeventhPenaltyFoulsASkaterOut) // rule 4.3
{
    TestMatch match(*find_ruleset("roller_derby.wftda.2025"));
    match.give(at(0), StartJam{});
    for (int i = 1; i <= 7; ++i) {
        EXPECT_EQ(match.line(at(i)).home.players_out, std::vector<int>{}) << i;
        ASSERT_TRUE(match.give(at(i), AddPenalty{Side::kHome, 0, 22, false}).applied);
    }

    EXPECT_EQ(match.line(at(8)).home.players_out, std::vector<int>{22});
    EXPECT_EQ(match.line(at(8)).guest.players_out, std::vector<int>{});
}

TEST(RollerDerbyTest, AJamWhoseTapCameLateCountsFromTheTap)
{
    TestMatch match(*find_ruleset("roller_derby.wftda.2025"));
    match.give(at(11.5), StartJam{}, support::counts_at(at(10)));

    EXPECT_EQ(match.line(at(20)).game.text, "29:50");
    EXPECT_EQ(match.line(at(20)).jam->text, "1:50");
    match.give(at(44), EndJam{}, support::counts_at(at(40)));
    EXPECT_EQ(match.line(at(45)).jam->text, "0:05");
}

// A tap that is too old for that waits for a person; accepted, the jam is on since the tap.
TEST(RollerDerbyTest, AHeldJamIsOfferedAndAcceptedCountsFromTheTap)
{
    TestMatch match(*find_ruleset("roller_derby.wftda.2025"));
    Verdict held;
    held.at = at(10);
    held.reason = VerdictReason::kHeld;
    ASSERT_TRUE(match.give(at(18), StartJam{}, held).applied);
    EXPECT_FALSE(match.state().jam->on);
    EXPECT_FALSE(runs(match.state(), ClockId::kGame, at(18)));
    ASSERT_EQ(match.state().offers.size(), 1U);

    ASSERT_TRUE(match.give(at(20), AcceptOffer{match.last()}).applied);

    EXPECT_EQ(match.line(at(20)).jam->text, "1:50");
    EXPECT_EQ(match.line(at(20)).game.text, "29:50");
    EXPECT_TRUE(match.state().offers.empty());
}

TEST(RollerDerbyTest, AJamThatSomebodyStartsInTheMeantimeTakesTheOfferAway)
{
    TestMatch match(*find_ruleset("roller_derby.wftda.2025"));
    match.give(at(1), StartJam{});
    match.give(at(5), EndJam{}); // the period's clock runs on
    Verdict held;
    held.at = at(10);
    held.reason = VerdictReason::kHeld;
    match.give(at(18), StartJam{}, held);
    ASSERT_EQ(match.state().offers.size(), 1U);

    ASSERT_TRUE(match.give(at(19), StartJam{}).applied);

    EXPECT_TRUE(match.state().offers.empty());
    EXPECT_EQ(match.state().jam->number, 2);
}

} // namespace
} // namespace scoreboard::match
