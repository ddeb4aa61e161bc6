#include "support/played_match.h"
#include "support/shot_clock.h"

// What the codes of basketball do otherwise than each other, and what FIBA says of the shot clock.
namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::kHold;
using support::kRun;
using support::kStart;
using support::kStop;
using support::play;
using support::shot;
using support::TestMatch;

// Goal: the shot clock shows what FIBA 29 and 51 [50] say of each event. Method: it runs with so much left;
// the operator presses the keys of the event, and afterwards those that let play go on.
TEST(ShotClockEventsTest, ShowsWhatTheRulesSayOfEachEvent)
{
    struct Row {
        const char* event;
        const char* article; // of 2026 [2024]
        Duration left;
        std::vector<Command> keys;
        const char* shows;
        std::vector<Command> play_on;
        const char* then;
    };
    const Row rows[] = {
        {"new team control", "29.1", 9s, {ResetShotClock{24s}}, "24 run", {}, "23 run"},
        {"shot hits the ring, the same team regains",
         "29.2",
         9s,
         {ResetShotClock{14s}, kHold},
         "14",
         {kRun},
         "13 run"},
        {"the same, at a throw-in", "29.2", 9s, {kStop, ResetShotClock{14s}}, "14", {kStart}, "13 run"},
        {"shot hits the ring, the other team regains",
         "29.2, 51 [50]: blank until it starts",
         9s,
         {BlankShotClock{}},
         "blank",
         {kRun},
         "23 run"},
        {"basket scored",
         "29.2, 51 [50]: blank until it starts",
         9s,
         {AddScore{Side::kHome, 2}, BlankShotClock{}},
         "blank",
         {kRun},
         "23 run"},
        {"basket scored, the clock stops",
         "50.2 [49.2]; 51 [50]",
         9s,
         {kStop, BlankShotClock{}},
         "blank",
         {kRun, kStart},
         "23 run"},
        {"defensive foul, throw-in in the backcourt",
         "29.2",
         9s,
         {kStop, ResetShotClock{24s}},
         "24",
         {kStart},
         "23 run"},
        {"the same in the frontcourt, 14.0 left", "29.2: kept", 14s, {kStop}, "14", {kStart}, "13 run"},
        {"the same in the frontcourt, 13.9 left",
         "29.2: 14",
         13900ms,
         {kStop, ResetShotClock{14s}},
         "14",
         {kStart},
         "13 run"},
        {"out of bounds off the defence", "29.2: kept", 9s, {kStop}, "9", {kStart}, "8 run"},
        {"injury", "29.2: kept", 9s, {kStop}, "9", {kStart}, "8 run"},
        {"technical foul of the team in control",
         "29.2: kept",
         9s,
         {kStop, AddFoul{Side::kHome, 1}},
         "9",
         {kStart},
         "8 run"},
        {"jump ball, the arrow keeps it",
         "29.2, 12.5: kept",
         9s,
         {kStop, SetPossession{Side::kHome, {}}},
         "9",
         {kStart},
         "8 run"},
        {"double foul",
         "29.2: kept",
         9s,
         {kStop, AddFoul{Side::kHome, 1}, AddFoul{Side::kGuest, 1}},
         "9",
         {kStart},
         "8 run"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.event) + " (" + row.article + ")");
        TestMatch match;
        match.give(at(1), kStart);
        match.give(at(10), SetClock{ClockId::kShot, row.left});
        for (const Command& key : row.keys) {
            ASSERT_TRUE(match.give(at(10), key).applied) << describe(key);
        }
        EXPECT_EQ(shot(match, 10), row.shows);
        for (const Command& key : row.play_on) {
            ASSERT_TRUE(match.give(at(12), key).applied) << describe(key);
        }
        EXPECT_EQ(shot(match, row.play_on.empty() ? 11.2 : 13.2), row.then);
    }
}

// FIBA 29.1: who gains control with less on the game clock than on the shot clock needs none.
TEST(ShotClockEventsTest, IsOffWhileThePeriodHasLessLeftThanIt)
{
    struct Row {
        Duration game;
        Duration reset;
        const char* shows;
    };
    const Row rows[] = {
        {25s, 24s, "24"}, {24s, 24s, "24"}, {23900ms, 24s, "blank"}, {14s, 14s, "14"}, {13s, 14s, "blank"},
    };
    for (const Row& row : rows) {
        TestMatch match;
        match.give(at(1), kStart);
        match.give(at(2), kStop);
        match.give(at(3), SetClock{ClockId::kGame, row.game});
        match.give(at(4), ResetShotClock{row.reset});

        EXPECT_EQ(shot(match, 5), row.shows) << row.game.count() << " us on the game clock";
    }

    // Of a match whose rules do not say so it stays as it is.
    Ruleset before = support::basketball();
    before.shot_clock->off_at_end = false;
    TestMatch old(before);
    old.give(at(1), SetClock{ClockId::kGame, 10s});
    old.give(at(2), ResetShotClock{24s});
    EXPECT_EQ(shot(old, 3), "24");
}

// FIBA 12.5: the arrow points to the side that did not get the opening jump ball, and flips when the throw-in
// that it gives ends. Both are said by a person.
TEST(BasketballTest, TheArrowPointsToWhoDidNotGetTheJumpBallAndFlipsAfterItsThrowIn)
{
    play("basketball.fiba.2026", {
                                     {0, "clock start", "Q1 10:00 run 0:0", "9.1"},
                                     {2, "possession guest", "Q1 9:58 run 0:0 guest serves", "12.5"},
                                     {60, "clock stop", "Q1 9:00 0:0 guest serves", "12.3"},
                                     {70, "clock start", "Q1 9:00 run 0:0 guest serves", "12.4"},
                                     {72, "possession home", "Q1 8:58 run 0:0 home serves", "12.5"},
                                 });
}

TEST(BasketballTest, APlayerWithTheFifthFoulIsOut)
{
    play("basketball.fiba.2026",
         {
             {0, "clock start", "Q1 10:00 run 0:0", "9.1"},
             {1, "foul home #7", "Q1 9:59 run 0:0 fouls 1:0", "41.1"},
             {2, "foul home #7", "Q1 9:58 run 0:0 fouls 2:0", "41.1"},
             {3, "foul home #7", "Q1 9:57 run 0:0 fouls 3:0", "41.1"},
             {4, "foul home #7", "Q1 9:56 run 0:0 fouls 4:0", "41.1"},
             {5, "foul home #7", "Q1 9:55 run 0:0 fouls 5:0 bonus guest home #7 out", "41.1"},
             {6, "foul home -1", "Q1 9:54 run 0:0 fouls 4:0 home #7 out", "41.1"},
         });
}

struct Stops {
    const char* ruleset;
    int period;
    Duration left;
    bool stops; // a basket stops the clock
};

TEST(BasketballTest, ABasketStopsTheClockNearTheEnd)
{
    const Stops rows[] = {
        {"basketball.fiba.2026", 4, 120001ms, false},     // 50.2 [49.2]
        {"basketball.fiba.2026", 4, 120s, true},          // 50.2
        {"basketball.fiba.2026", 3, 60s, false},          // 50.2
        {"basketball.fiba.2026", 5, 120s, true},          // 50.2: in an overtime
        {"basketball.nba.2025", 1, 60s, true},            // rule 5, V: last minute of Q1 to Q3
        {"basketball.nba.2025", 1, 61s, false},           // rule 5, V
        {"basketball.nba.2025", 4, 120s, true},           // rule 5, V
        {"basketball.nba.2025", 5, 120s, true},           // rule 5, V
        {"basketball.ncaa_men.2025", 2, 59900ms, true},   // rule 5
        {"basketball.ncaa_men.2025", 2, 60s, false},      // rule 5
        {"basketball.ncaa_men.2025", 1, 10s, false},      // rule 5
        {"basketball.ncaa_women.2025", 4, 59900ms, true}, // rule 5
        {"basketball.ncaa_women.2025", 5, 59900ms, true}, // rule 5
        {"basketball.ncaa_women.2025", 3, 10s, false},    // rule 5
        {"basketball.nfhs.2025", 4, 10s, false},          // no such rule
    };
    for (const Stops& row : rows) {
        TestMatch match(*find_ruleset(row.ruleset));
        match.give(at(1), kStart);
        for (int i = 0; match.state().at.period < row.period; ++i) {
            ASSERT_TRUE(match.give(at(2 + i), NextPeriod{}).applied);
        }
        ASSERT_TRUE(match.give(at(50), SetClock{ClockId::kGame, row.left}).applied);

        const std::vector<std::string> prompts = match.line(at(50)).prompts;
        EXPECT_EQ(std::count(prompts.begin(), prompts.end(), "BASKET STOPS CLOCK"), row.stops)
            << row.ruleset << ", period " << row.period << ", " << row.left.count() << " us left";
    }
}

// 4 x 75 s and 2 x 30 s, what is left goes on into an overtime, which adds one (rule 5); team fouls of the
// second half count on in it (rule 8).
TEST(BasketballTest, CollegeMenHaveShortTimeoutsAndCarryTheSecondHalfIntoOvertime)
{
    play("basketball.ncaa_men.2025",
         {
             {0, "clock start", "H1 20:00 run 0:0", "rule 5"},
             {10, "timeout home short", "H1 19:50 0:0 short time-out 0:30, left 5:6", "rule 5"},
             {30, "", "H1 19:50 0:0 short time-out 0:10 signal, left 5:6", "rule 5"},
             {41, "timeout end", "H1 19:50 0:0", "rule 5"},
             {42, "timeout home short", "H1 19:50 0:0 short time-out 0:30, left 4:6", "rule 5"},
             {80, "timeout home short", "refused NO_TIMEOUT_LEFT", "rule 5: two of 30 s"},
             {81, "timeout home", "H1 19:50 0:0 time-out 1:15, left 3:6", "rule 5"},
             {141, "", "H1 19:50 0:0 time-out 0:15 signal, left 3:6", "rule 5"},
             {200, "timeout home", "H1 19:50 0:0 time-out 1:15, left 2:6", "rule 5"},
             {300, "timeout home", "H1 19:50 0:0 time-out 1:15, left 1:6", "rule 5"},
             {400, "timeout home", "H1 19:50 0:0 time-out 1:15, left 0:6", "rule 5"},
             {500, "timeout home", "refused NO_TIMEOUT_LEFT", "rule 5: four of 75 s"},
             {501, "period next", "HALF-TIME 15:00 run 0:0", "rule 5"},
             {502, "period next", "H2 20:00 0:0 shot 30", "rule 5"},
             {503, "foul guest", "H2 20:00 0:0 fouls 0:1 shot 30", "rule 8"},
             {504, "period next", "H2 END 1:00 run 0:0 fouls 0:1", "rule 5"},
             {505, "period next", "OT1 5:00 0:0 fouls 0:1 shot 30", "rule 8"},
             {506, "timeout home", "OT1 5:00 0:0 fouls 0:1 shot 30 time-out 1:15, left 0:7",
              "rule 5: one more"},
             {600, "timeout home", "refused NO_TIMEOUT_LEFT", "rule 5"},
             {601, "timeout guest short", "OT1 5:00 0:0 fouls 0:1 shot 30 short time-out 0:30, left 0:6",
              "rule 5: carried"},
         });
}

TEST(BasketballTest, CollegeWomenGainAShortTimeoutWithAnOvertime)
{
    play("basketball.ncaa_women.2025",
         {
             {0, "clock start", "Q1 10:00 run 0:0", "rule 5"},
             {1, "foul home", "Q1 9:59 run 0:0 fouls 1:0", "rule 8"},
             {2, "foul home", "Q1 9:58 run 0:0 fouls 2:0", "rule 8"},
             {3, "foul home", "Q1 9:57 run 0:0 fouls 3:0", "rule 8"},
             {4, "foul home", "Q1 9:56 run 0:0 fouls 4:0", "rule 8"},
             {5, "foul home", "Q1 9:55 run 0:0 fouls 5:0 bonus guest", "rule 8: the fifth"},
             {6, "timeout home", "Q1 9:54 0:0 fouls 5:0 bonus guest time-out 1:00, left 4:5", "rule 5"},
             {70, "timeout home", "Q1 9:54 0:0 fouls 5:0 bonus guest time-out 1:00, left 3:5", "rule 5"},
             {140, "timeout home", "refused NO_TIMEOUT_LEFT", "rule 5: two of 60 s"},
             {141, "period next", "Q1 END 1:15 run 0:0", "rule 5"},
             {142, "period next", "Q2 10:00 0:0 shot 30", "rule 8: each quarter anew"},
             {143, "period next", "HALF-TIME 15:00 run 0:0", "rule 5"},
             {144, "period next", "Q3 10:00 0:0 shot 30", "rule 5"},
             {145, "period next", "Q3 END 1:15 run 0:0", "rule 5"},
             {146, "period next", "Q4 10:00 0:0 shot 30", "rule 5"},
             {147, "period next", "Q4 END 1:00 run 0:0", "rule 5"},
             {148, "period next", "OT1 5:00 0:0 shot 30", "rule 5"},
             {149, "timeout home short", "OT1 5:00 0:0 shot 30 short time-out 0:30, left 3:6",
              "rule 5: one more"},
             {150, "timeout home", "refused NO_TIMEOUT_LEFT", "rule 5: of 30 s"},
         });
}

TEST(BasketballTest, SchoolsHaveThreeLongAndTwoShortTimeoutsAndFoulsOfEachQuarter)
{
    play("basketball.nfhs.2025",
         {
             {0, "clock start", "Q1 8:00 run 0:0", "5-5"},
             {1, "timeout home short", "Q1 7:59 0:0 short time-out 0:30, left 4:5", "5-12"},
             {40, "timeout home short", "Q1 7:59 0:0 short time-out 0:30, left 3:5", "5-12"},
             {80, "timeout home short", "refused NO_TIMEOUT_LEFT", "5-12: two of 30 s"},
             {81, "timeout home", "Q1 7:59 0:0 time-out 1:00, left 2:5", "5-12"},
             {150, "timeout home", "Q1 7:59 0:0 time-out 1:00, left 1:5", "5-12"},
             {220, "timeout home", "Q1 7:59 0:0 time-out 1:00, left 0:5", "5-12"},
             {290, "timeout home", "refused NO_TIMEOUT_LEFT", "5-12: three of 60 s"},
             {291, "foul guest", "Q1 7:59 0:0 fouls 0:1 time-out 0:00 signal, left 0:5", "4-8"},
             {292, "period next", "Q1 END 1:00 run 0:0", "5-6"},
             {293, "period next", "Q2 8:00 0:0 shot 35", "4-8: each quarter anew"},
             {294, "period next", "HALF-TIME 10:00 run 0:0", "5-6"},
         });
}

TEST(BasketballTest, ThreeOnThreeIsWonWithTwentyOneOrWithTwoInTheOvertime)
{
    play("basketball.3x3.2026",
         {
             {0, "clock start", "P1 10:00 run 0:0", "article 5"},
             {1, "set home 20", "P1 9:59 run 20:0", "article 5"},
             {2, "add guest 2", "P1 9:58 run 20:2", "article 4"},
             {3, "add home 1", "P1 9:57 run 21:2 END THE MATCH", "article 5.3: the first with 21"},
             {4, "set home 2", "P1 9:56 run 2:2", "article 5.4"},
             {5, "timeout home", "P1 9:55 2:2 time-out 0:30, left 0:1", "article 8"},
             {30, "", "P1 9:55 2:2 time-out 0:05 signal, left 0:1", "article 8"},
             {36, "timeout home", "refused NO_TIMEOUT_LEFT", "article 8: one"},
             {40, "period next", "P1 END 1:00 run 2:2", "article 5.4"},
             {100, "period next", "OT1 2:2 shot 12", "article 5.4: untimed"},
             {101, "add home 1", "OT1 3:2 shot 12", "article 5.4"},
             {102, "add guest 1", "OT1 3:3 shot 12", "article 5.4"},
             {102, "period next", "refused WRONG_PHASE", "article 5.4: points end it"},
             {103, "add home 1", "OT1 4:3 shot 12 END THE MATCH", "article 5.4: the first with two"},
             {104, "period next", "FINAL 4:3", "article 5.4"},
         });
}

} // namespace
} // namespace scoreboard::match
