#include "support/played_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::play;
using support::TestMatch;

constexpr Side kHome = Side::kHome;
constexpr Side kGuest = Side::kGuest;

// ITTF 2.15: from the call on each player serves for one point, in turn, until the match is over.
TEST(ExpediteTest, FromTheCallOnEachSideServesOnceUntilTheMatchIsOver)
{
    TestMatch match(*find_ruleset("table_tennis.bo5.2024"));
    match.give(at(1), SetPossession{kHome, {}});
    double now = 2;
    const auto play_point = [&](Side side) { match.give(at(now++), AddScore{side, 1}); };
    for (int i = 0; i < 5; ++i) {
        play_point(kHome);
    }
    ASSERT_EQ(match.state().possession, kHome); // two by two: hhgghh

    match.give(at(now++), SetLamp{0, true});
    EXPECT_EQ(match.state().possession, kHome); // 2.15.2: who served in the rally that was interrupted
    const char* const servers = "ghghg";        // after each of the next points
    for (int i = 0; i < 5; ++i) {
        play_point(kGuest);
        EXPECT_EQ(match.state().possession, servers[i] == 'h' ? kHome : kGuest) << "point " << i + 1;
    }

    // The umpire says that the other serves: it goes on from there.
    match.give(at(now++), SetPossession{kHome, {}});
    play_point(kGuest);
    EXPECT_EQ(match.state().possession, kGuest);

    // The next game opens with the first receiver, and service changes with every point of it.
    for (int i = 0; i < 5; ++i) {
        play_point(kGuest);
    }
    ASSERT_EQ(match.state().at, (PeriodPhase{1, Phase::kInterval}));
    match.give(at(now++), NextPeriod{});
    ASSERT_EQ(match.state().possession, kGuest);
    play_point(kHome);
    EXPECT_EQ(match.state().possession, kHome);
    play_point(kHome);
    EXPECT_EQ(match.state().possession, kGuest);
}

TEST(ExpediteTest, UndoingTheCallBringsServiceByTwoBack)
{
    TestMatch match(*find_ruleset("table_tennis.bo5.2024"));
    match.give(at(1), SetPossession{kHome, {}});
    match.give(at(2), SetLamp{0, true});
    const CommandId call = match.last();
    match.give(at(3), AddScore{kHome, 1});
    ASSERT_EQ(match.state().possession, kGuest);

    match.give(at(4), Undo{call});

    EXPECT_EQ(match.state().possession, kHome);
}

TEST(ExpediteTest, CalledBetweenGamesItHoldsFromTheNextOneOn)
{
    TestMatch match(*find_ruleset("table_tennis.bo7.2024"));
    match.give(at(1), SetPossession{kHome, {}});
    for (int i = 0; i < 11; ++i) {
        match.give(at(2 + i), AddScore{kHome, 1});
    }
    match.give(at(20), SetLamp{0, true});
    match.give(at(21), NextPeriod{});
    ASSERT_EQ(match.state().possession, kGuest);

    match.give(at(22), AddScore{kHome, 1});

    EXPECT_EQ(match.state().possession, kHome);
}

TEST(ExpediteTest, TheBoardAsksForItAfterTenMinutesUnlessEighteenPointsAreScored)
{
    play("table_tennis.bo5_timed.2024",
         {
             {0, "possession home", "PRE-GAME 10:00 0:0 sets 0:0 home serves", "2.13"},
             {1, "clock start", "SET 1 10:00 run 0:0 sets 0:0 home serves", "2.15.1"},
             {2, "add home 1", "SET 1 9:59 run 1:0 sets 0:0 home serves", "2.11"},
             {600, "add home 1", "SET 1 0:01 run 2:0 sets 0:0 guest serves", "2.15.1"},
             {601, "", "SET 1 0:00 2:0 sets 0:0 guest serves EXPEDITE", "2.15.1: ten minutes"},
             {602, "lamp expedite", "SET 1 0:00 2:0 sets 0:0 guest serves lamp expedite", "2.15.1"},
             {603, "add home 1", "SET 1 0:00 3:0 sets 0:0 home serves lamp expedite", "2.15.3"},
             {604, "add home 1", "SET 1 0:00 4:0 sets 0:0 guest serves lamp expedite", "2.15.3"},
         });
    play("table_tennis.bo7_timed.2024",
         {
             {0, "clock start", "SET 1 10:00 run 0:0 sets 0:0", "2.15.1"},
             {1, "clock set 0:00.0", "SET 1 0:00 0:0 sets 0:0 EXPEDITE", "2.15.1"},
             {2, "set home 9", "SET 1 0:00 9:0 sets 0:0 EXPEDITE", "2.15.2"},
             {3, "set guest 8", "SET 1 0:00 9:8 sets 0:0 EXPEDITE", "2.15.2: seventeen"},
             {4, "add guest 1", "SET 1 0:00 9:9 sets 0:0", "2.15.2: eighteen"},
         });
}

TEST(TableTennisTest, EndsChangeAfterEveryGameAndThereIsOneTimeoutAMatch) // 2.14.1, 3.4.4.2
{
    play("table_tennis.bo7.2024",
         {
             {0, "add home 1", "SET 1 1:0 sets 0:0", "2.11"},
             {1, "timeout home", "SET 1 1:0 time-out 1:00, left 0:1 sets 0:0", "3.4.4.2"},
             {70, "timeout home", "refused NO_TIMEOUT_LEFT", "3.4.4.2: one a match"},
             {71, "set home 11", "SET 1 END 1:00 run 11:0 sets 1:0 CHANGE ENDS", "2.14.1"},
             {72, "period next", "SET 2 0:0 sets 1:0", "2.14.1"},
             {73, "timeout home", "refused NO_TIMEOUT_LEFT", "3.4.4.2: one a match"},
         });
}

} // namespace
} // namespace scoreboard::match
