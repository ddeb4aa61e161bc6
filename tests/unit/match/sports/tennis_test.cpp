#include "support/played_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::TestMatch;
using support::told;

constexpr Side kHome = Side::kHome;
constexpr Side kGuest = Side::kGuest;

class Court {
public:
    explicit Court(const char* ruleset) : match_(*find_ruleset(ruleset)) {}

    Outcome give(Command command)
    {
        now_ += 20;
        match_.see(match_.state().at);
        return match_.give(at(now_), std::move(command));
    }
    void points(Side side, int count)
    {
        for (int i = 0; i < count; ++i) {
            ASSERT_TRUE(give(AddScore{side, 1}).applied);
        }
    }
    void games(Side side, int count) { points(side, 4 * count); }
    void games_all(int count)
    {
        for (int i = 0; i < count; ++i) {
            games(kHome, 1);
            games(kGuest, 1);
        }
    }
    std::uint32_t digest() const { return match::digest(match_.state(), at(now_)); }
    std::string reads() const
    {
        const Scoreline line = match_.line(at(now_));
        std::string text = told(match_.timeline().ruleset(), line) + " games";
        for (std::size_t set = 0; set < line.home.by_period.size(); ++set) {
            const int guest = set < line.guest.by_period.size() ? line.guest.by_period[set] : 0;
            text += " " + std::to_string(line.home.by_period[set]) + ":" + std::to_string(guest);
        }
        return text;
    }
    TestMatch& match() { return match_; }

private:
    TestMatch match_;
    double now_ = 100;
};

TEST(TennisTest, CallsThePointsOfAGame) // rule 5
{
    struct Row {
        Side point;
        const char* reads;
    };
    const Row rows[] = {
        {kHome, "SET 1 15:0 sets 0:0 games 0:0"},
        {kGuest, "SET 1 15:15 sets 0:0 games 0:0"},
        {kHome, "SET 1 30:15 sets 0:0 games 0:0"},
        {kHome, "SET 1 40:15 sets 0:0 games 0:0"},
        {kGuest, "SET 1 40:30 sets 0:0 games 0:0"},
        {kGuest, "SET 1 40:40 sets 0:0 games 0:0"},
        {kGuest, "SET 1 40:AD sets 0:0 games 0:0"},
        {kHome, "SET 1 40:40 sets 0:0 games 0:0"},
        {kHome, "SET 1 AD:40 sets 0:0 games 0:0"},
        {kHome, "SET 1 0:0 sets 0:0 CHANGE ENDS games 1:0"}, // rule 10: after the first game
    };
    Court court("tennis.itf_bo3.2026");
    for (const Row& row : rows) {
        court.points(row.point, 1);
        EXPECT_EQ(court.reads(), row.reads);
    }
}

TEST(TennisTest, SixAllIsPlayedOutInATieBreakWithServiceOneThenTwo) // rules 5, 6, 14
{
    Court court("tennis.itf_bo3.2026");
    ASSERT_TRUE(court.give(SetPossession{kHome, {}}).applied);
    court.games(kHome, 1);
    EXPECT_EQ(court.match().state().possession, kGuest); // rule 14: by turns
    court.games(kGuest, 1);
    court.games_all(5);
    EXPECT_EQ(court.reads(), "SET 1 0:0 sets 0:0 home serves games 6:6");
    const char* const servers = "hgghhgg"; // of the first points
    for (int i = 0; i < 7; ++i) {
        EXPECT_EQ(court.match().state().possession, servers[i] == 'h' ? kHome : kGuest) << "point " << i + 1;
        court.points(i % 2 == 0 ? kHome : kGuest, 1);
    }
    EXPECT_EQ(court.reads(), "SET 1 4:3 sets 0:0 home serves games 6:6");
    court.points(kHome, 2);
    EXPECT_EQ(court.reads(), "SET 1 6:3 sets 0:0 guest serves set point home games 6:6");
    court.points(kGuest, 3);
    court.points(kHome, 1);
    EXPECT_EQ(court.reads(), "SET 1 7:6 sets 0:0 guest serves set point home games 6:6"); // a lead of two
    court.points(kHome, 1);
    // Who received first in the tie-break opens the next set.
    EXPECT_EQ(court.reads(), "SET 2 0:0 sets 1:0 guest serves CHANGE ENDS games 7:6 0:0");
}

TEST(TennisTest, ASetNeedsALeadOfTwoGames) // rule 6
{
    Court court("tennis.itf_bo3.2026");
    court.games_all(5);
    court.games(kGuest, 1);
    EXPECT_EQ(court.reads(), "SET 1 0:0 sets 0:0 CHANGE ENDS games 5:6");
    court.games(kGuest, 1);
    EXPECT_EQ(court.reads(), "SET 2 0:0 sets 0:1 games 5:7 0:0");
    court.games(kGuest, 5);
    court.points(kGuest, 3);
    EXPECT_EQ(court.reads(), "SET 2 0:40 sets 0:1 match point guest games 5:7 0:5");
    court.points(kGuest, 1);
    EXPECT_EQ(court.reads(), "FINAL 0:0 sets 0:2 games 5:7 0:6");
    EXPECT_EQ(court.give(AddScore{kHome, 1}).reason, Reason::kWrongPhase);

    // Undo across the end of the match.
    const CommandId last = court.match().timeline().entries().rbegin()[1].id();
    ASSERT_TRUE(court.give(Undo{last}).applied);
    EXPECT_EQ(court.reads(), "SET 2 0:40 sets 0:1 match point guest games 5:7 0:5");
}

TEST(TennisTest, AnAdvantageSetGoesOn) // rule 6
{
    Court court("tennis.itf_adv.2026");
    court.games_all(7);
    EXPECT_EQ(court.reads(), "SET 1 0:0 sets 0:0 games 7:7");
    court.games(kHome, 2);
    EXPECT_EQ(court.reads(), "SET 2 0:0 sets 1:0 games 9:7 0:0");
}

TEST(TennisTest, WithoutAdvantageTheNextPointDecidesAndAMatchTieBreakTheMatch) // appendix V
{
    Court court("tennis.itf_mtb.2026");
    court.points(kHome, 3);
    court.points(kGuest, 3);
    court.points(kGuest, 1);
    EXPECT_EQ(court.reads(), "SET 1 0:0 sets 0:0 CHANGE ENDS games 0:1");
    court.games(kGuest, 5);
    court.games(kHome, 6);
    EXPECT_EQ(court.reads(), "SET 3 0:0 sets 1:1 games 0:6 6:0 0:0");
    court.points(kHome, 9);
    EXPECT_EQ(court.reads(), "SET 3 9:0 sets 1:1 match point home games 0:6 6:0 0:0");
    court.points(kGuest, 9);
    court.points(kGuest, 2);
    EXPECT_EQ(court.reads(), "FINAL 0:0 sets 1:2 games 0:6 6:0 0:1");
}

TEST(TennisTest, TheLastSetOfFiveMayHaveALongTieBreak)
{
    Court court("tennis.itf_bo5.2026");
    for (int set = 0; set < 4; ++set) {
        court.games(set % 2 == 0 ? kHome : kGuest, 6);
    }
    court.games_all(6);
    court.points(kHome, 7);
    EXPECT_EQ(court.reads(), "SET 5 7:0 sets 2:2 games 6:0 0:6 6:0 0:6 6:6");
    court.points(kHome, 3);
    EXPECT_EQ(court.reads(), "FINAL 0:0 sets 3:2 games 6:0 0:6 6:0 0:6 7:6");
}

TEST(TennisTest, AShortSetEndsAtFour)
{
    Court court("tennis.itf_short.2026");
    court.games(kHome, 4);

    EXPECT_EQ(court.reads(), "SET 2 0:0 sets 1:0 games 4:0 0:0");
}

TEST(TennisTest, AServeClockRunsBetweenPointsAtAChangeOfEndsAndBetweenSets) // rule 29
{
    support::play("tennis.itf_clock.2026",
                  {
                      {0, "add home 1", "SET 1 15:0 sets 0:0", "rule 5"},
                      {1, "shot 25", "SET 1 15:0 shot 25 run sets 0:0", "rule 29: between points"},
                      {26, "", "SET 1 15:0 shot 0 sets 0:0", "rule 29"},
                      {30, "shot 90", "SET 1 15:0 shot 90 run sets 0:0", "rule 29: at a change of ends"},
                      {60, "shot 120", "SET 1 15:0 shot 120 run sets 0:0", "rule 29: between sets"},
                      {70, "shot blank", "SET 1 15:0 sets 0:0", "play goes on"},
                  });
}

TEST(TennisTest, GamesCanBePutRightAndAPointTakenBack)
{
    Court court("tennis.itf_bo3.2026");
    court.points(kHome, 2);
    EXPECT_TRUE(court.give(AddScore{kHome, -1}).applied);
    EXPECT_EQ(court.give(AddScore{kGuest, -1}).reason, Reason::kOutOfRange);
    EXPECT_TRUE(court.give(SetScore{kGuest, 3, {}}).applied);
    EXPECT_EQ(court.give(SetScore{kGuest, 6, {}}).reason, Reason::kOutOfRange); // 0:6 is no running set
    EXPECT_EQ(court.reads(), "SET 1 15:0 sets 0:0 games 0:3");
    EXPECT_EQ(court.give(NextPeriod{}).reason, Reason::kWrongPhase);
}

// What boards have written must fold to the digests that it carries, for ever.
TEST(TennisTest, LogsThatAreWrittenKeepTheirDigests)
{
    Court court("tennis.itf_bo3.2026");
    ASSERT_TRUE(court.give(SetPossession{kGuest, {}}).applied);
    court.games_all(6);
    court.points(kHome, 5);

    EXPECT_EQ(court.digest(), 514319286U);
}

} // namespace
} // namespace scoreboard::match
