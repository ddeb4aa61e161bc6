#include "support/played_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::play;
using support::TestMatch;

// A penalty of table 14, and who gave it: "3:00 A15 5+2" is a major and a minor of number 15 at 3:00.
struct Given {
    Duration when;
    int player;
    int kind; // of ice hockey's kinds
};
constexpr int kMinor = 0;
constexpr int kDouble = 2;
constexpr int kMajor = 3;

// A match in which the clock has run without a stop, with what was given to the home side until `until`.
TestMatch at_table(const std::vector<Given>& given, Duration until)
{
    TestMatch match(*find_ruleset("ice_hockey.iihf.2025"));
    match.give(at(0), StartClock{});
    for (const Given& penalty : given) {
        match.give(BoardTime(penalty.when), AddPenalty{Side::kHome, penalty.kind, penalty.player, false});
    }
    match.give(BoardTime(until), AddScore{Side::kGuest, 1});
    return match;
}

// What the home side still has to serve, as "15 1:30 run, 23 2:00".
std::string served(const TestMatch& match, Duration when)
{
    std::string text;
    for (const PenaltyLine& line : match.line(BoardTime(when)).home.penalties) {
        text += (text.empty() ? "" : ", ") + std::to_string(*line.player) + " " + line.text +
                (line.running ? " run" : "");
    }
    return text;
}

TEST(PenaltiesTest, AGoalEndsWhatTheTableOfTheRuleBookSays)
{
    struct Row {
        const char* what;
        std::vector<Given> given;
        Duration goal;
        std::size_t candidates; // that the board names
        const char* before;
        const char* after; // once the first of them is ended
    };
    const Row rows[] = {
        {"first minor ends, second starts, nobody returns",
         {{3min, 15, kDouble}},
         270s,
         1,
         "15 0:30 run, 15 2:00",
         "15 2:00 run"},
        {"nothing ends: the major is served first",
         {{3min, 15, kMinor}, {3min, 15, kMajor}},
         270s,
         0,
         "15 3:30 run, 15 2:00",
         "15 3:30 run, 15 2:00"},
        {"A15 returns: the minor was running",
         {{3min, 15, kMajor}, {3min, 15, kMinor}},
         510s,
         1,
         "15 1:30 run",
         ""},
        {"A15 returns",
         {{3min, 15, kMinor}, {4min, 23, kMinor}},
         270s,
         1,
         "15 0:30 run, 23 1:30 run",
         "23 1:30 run"},
        {"A15 returns",
         {{3min, 15, kMinor}, {4min, 23, kMajor}},
         270s,
         1,
         "15 0:30 run, 23 4:30 run",
         "23 4:30 run"},
        {"equal time left: the operator picks",
         {{3min, 15, kMajor}, {3min, 15, kMinor}, {8min, 23, kMinor}},
         540s,
         2,
         "15 1:00 run, 23 1:00 run",
         "23 1:00 run"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        TestMatch match = at_table(row.given, row.goal);
        const Scoreline line = match.line(BoardTime(row.goal));

        ASSERT_EQ(line.release ? line.release->candidates.size() : 0U, row.candidates);
        EXPECT_EQ(served(match, row.goal), row.before);
        // The operator answers ten seconds later; what ends, ended with the goal.
        if (row.candidates > 0) {
            const PenaltyRef ref = line.release->candidates.front();
            ASSERT_TRUE(match.give(BoardTime(row.goal + 10s), EndPenalty{ref.id, ref.part}).applied);
        }
        match.give(BoardTime(row.goal + 10s), StopClock{});
        const std::string then = served(match, row.goal + 10s);
        match.give(BoardTime(row.goal + 10s), AdjustPenalties{10s});
        EXPECT_EQ(served(match, row.goal + 10s), row.after) << "ten seconds on: " << then;
    }
}

TEST(PenaltiesTest, TheThirdOfASideWaitsUntilOneOfTwoEnds)
{
    play("ice_hockey.iihf.2025",
         {
             {0, "clock start", "P1 20:00 run 0:0", "rule 77"},
             {10, "penalty home minor #4", "P1 19:50 run 0:0 home #4 minor 2:00", "rule 16"},
             {20, "penalty home minor #5", "P1 19:40 run 0:0 home #4 minor 1:50 home #5 minor 2:00",
              "rule 16"},
             {30, "penalty home minor #6",
              "P1 19:30 run 0:0 home #4 minor 1:40 home #5 minor 1:50 home #6 minor 2:00 waits", "rule 26"},
             {40, "clock stop", "P1 19:20 0:0 home #4 minor 1:30 home #5 minor 1:40 home #6 minor 2:00 waits",
              "rule 16"},
             {100, "clock start",
              "P1 19:20 run 0:0 home #4 minor 1:30 home #5 minor 1:40 home #6 minor 2:00 waits", "rule 16"},
             {190, "", "P1 17:50 run 0:0 home #5 minor 0:10 home #6 minor 2:00", "rule 26"},
             {200, "", "P1 17:40 run 0:0 home #6 minor 1:50", "rule 26"},
             {210, "add guest 1", "P1 17:30 run 0:1 home #6 minor 1:40 PENALTY MAY END", "rule 16.2"},
             {212, "clock stop", "P1 17:28 0:1 home #6 minor 1:38 PENALTY MAY END", "rule 16.2"},
             {215, "penalty end home 3", "P1 17:28 0:1", "rule 16.2"},
             {216, "penalty end home 3", "refused ALREADY", "rule 16.2"},
             {217, "penalty guest misconduct #9", "P1 17:28 0:1 guest #9 misconduct 10:00", "rule 22"},
             {218, "add home 1", "P1 17:28 1:1 guest #9 misconduct 10:00", "rule 22: not short"},
             // It runs on through the intermission's end, not through the intermission.
             {219, "period next", "P1 END 15:00 run 1:1 guest #9 misconduct 10:00", "rule 22"},
             {800, "period next", "P2 20:00 1:1 guest #9 misconduct 10:00", "rule 22"},
             {900, "clock start", "P2 20:00 run 1:1 guest #9 misconduct 10:00", "rule 22"},
             {960, "clock set 19:30.0", "P2 19:30 run 1:1 guest #9 misconduct 9:00", "the penalties stay"},
         },
         1511559495U);
}

TEST(PenaltiesTest, AHandballSuspensionIsNeverReleasedAndCarriesOverHalfTime)
{
    play("handball.ihf.2016",
         {
             {0, "clock start", "H1 0:00 run 0:0", "2:3"},
             {1740, "penalty guest suspension #7", "H1 29:00 run 0:0 guest #7 suspension 2:00", "16:3"},
             {1750, "add home 1", "H1 29:10 run 1:0 guest #7 suspension 1:50", "no release on a goal"},
             {1800, "period next", "HALF-TIME 10:00 run 1:0 guest #7 suspension 1:00", "16:3"},
             {2400, "period next", "H2 30:00 1:0 guest #7 suspension 1:00", "16:3"},
             {2410, "clock start", "H2 30:00 run 1:0 guest #7 suspension 1:00", "16:3"},
             {2470, "", "H2 31:00 run 1:0", "16:3"},
         },
         4164758079U);
}

TEST(PenaltiesTest, AWaterPoloExclusionMayEndWithAGoal)
{
    play(
        "water_polo.aqua.2025",
        {
            {0, "clock start", "Q1 8:00 run 0:0", "periods"},
            {1, "shot 28", "Q1 7:59 run 0:0 shot 28 run", "possession"},
            {5, "penalty guest exclusion #3", "Q1 7:55 run 0:0 shot 24 run guest #3 exclusion 0:18",
             "exclusion"},
            {6, "shot 18", "Q1 7:54 run 0:0 shot 18 run guest #3 exclusion 0:17", "second possession"},
            {10, "add home 1", "Q1 7:50 run 1:0 shot 14 run guest #3 exclusion 0:13 PENALTY MAY END", "goal"},
            {11, "penalty end guest 1", "Q1 7:49 run 1:0 shot 13 run", "goal"},
        });
}

TEST(PenaltiesTest, CoincidentalPenaltiesTakeNoPlaceAndAreNotReleased)
{
    TestMatch match(*find_ruleset("ice_hockey.iihf.2025"));
    match.give(at(0), StartClock{});
    match.give(at(10), AddPenalty{Side::kHome, kMinor, 4, true});
    match.give(at(10), AddPenalty{Side::kGuest, kMinor, 8, true});

    match.give(at(20), AddScore{Side::kGuest, 1});

    EXPECT_FALSE(match.line(at(20)).release);
    match.give(at(21), AddPenalty{Side::kHome, kMinor, 5, false});
    match.give(at(21), AddPenalty{Side::kHome, kMinor, 6, false});
    EXPECT_EQ(served(match, 21s), "4 1:49 run, 5 2:00 run, 6 2:00 run");
}

TEST(PenaltiesTest, CoincidentalPenaltiesAreEnteredByTheirOwnKey)
{
    play("ice_hockey.iihf.2025",
         {
             {0, "clock start", "P1 20:00 run 0:0", "rule 77"},
             {10, "penalty home minor coincidental #4", "P1 19:50 run 0:0 home #4 minor 2:00", "rule 19"},
             {10, "penalty guest minor coincidental #8",
              "P1 19:50 run 0:0 home #4 minor 2:00 guest #8 minor 2:00", "rule 19"},
             {20, "add guest 1", "P1 19:40 run 0:1 home #4 minor 1:50 guest #8 minor 1:50",
              "rule 19: a goal ends neither"},
             {21, "penalty home major #5",
              "P1 19:39 run 0:1 home #4 minor 1:49 home #5 major 5:00 guest #8 minor 1:49", "rule 19"},
             {21, "penalty home minor #6",
              "P1 19:39 run 0:1 home #4 minor 1:49 home #5 major 5:00 home #6 minor 2:00 guest #8 minor 1:49",
              "rule 19: it takes none of the two places"},
         });
}

TEST(PenaltiesTest, AGoalThatIsUndoneTakesItsProposalBack)
{
    TestMatch match = at_table({{3min, 15, kMinor}}, 270s);
    ASSERT_EQ(match.line(at(270)).release->candidates.size(), 1U);

    match.give(at(271), Undo{match.last()});

    EXPECT_FALSE(match.line(at(271)).release);
}

// Goal: penalties are served in the time that was played, whenever it becomes known. Method: the same stop,
// once in time and once eight seconds late with the tap's time, must leave the same to serve.
TEST(PenaltiesTest, AStopThatCameLateGivesThePenaltyItsTimeBack)
{
    const auto left_after = [](double received) {
        TestMatch match(*find_ruleset("ice_hockey.iihf.2025"));
        match.give(at(0), StartClock{}, support::counts_at(at(0)));
        match.give(at(10), AddPenalty{Side::kHome, kMinor, 4, false});
        match.give(at(received), StopClock{}, support::counts_at(at(30)));
        return match.line(at(100)).home.penalties.at(0).left;
    };

    EXPECT_EQ(left_after(30), Duration(100s));
    EXPECT_EQ(left_after(38), Duration(100s));
}

} // namespace
} // namespace scoreboard::match
