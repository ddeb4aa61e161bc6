#include "match/rule_options.h"
#include "support/played_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::play;
using support::TestMatch;
using support::told;

constexpr Side kHome = Side::kHome;
constexpr Side kGuest = Side::kGuest;

// A match that is played by rallies, at 10 s each.
class Rallies {
public:
    explicit Rallies(const char* ruleset) : match_(*find_ruleset(ruleset)) {}

    Outcome give(Command command)
    {
        now_ += 10;
        match_.see(match_.state().at);
        return match_.give(at(now_), std::move(command));
    }
    void wins(Side side, int rallies)
    {
        for (int i = 0; i < rallies; ++i) {
            ASSERT_TRUE(give(AddScore{side, 1}).applied);
        }
    }
    // To `home`:`guest` of the running set, the sides in turn.
    void play_to(int home, int guest)
    {
        for (int i = 0; i < std::max(home, guest); ++i) {
            wins(kHome, i < home ? 1 : 0);
            wins(kGuest, i < guest ? 1 : 0);
        }
    }
    void win_set(Side side, int points)
    {
        if (match_.state().at.phase == Phase::kInterval) {
            ASSERT_TRUE(give(NextPeriod{}).applied);
        }
        wins(side, points);
    }
    std::uint32_t digest() const { return match::digest(match_.state(), at(now_)); }
    std::string reads() const { return told(match_.timeline().ruleset(), match_.line(at(now_))); }
    TestMatch& match() { return match_; }

private:
    TestMatch match_;
    double now_ = 100;
};

TEST(VolleyballTest, ASetNeedsALeadOfTwoAndHasNoCap) // FIVB 6.2
{
    Rallies set("volleyball.fivb.2025");

    set.play_to(24, 24);
    set.wins(kHome, 1);
    EXPECT_EQ(set.reads(), "SET 1 25:24 sets 0:0 home serves set point home");
    set.wins(kHome, 1);
    EXPECT_EQ(set.reads(), "SET 1 END 3:00 run 26:24 sets 1:0 home serves CHANGE ENDS");

    // Undo across the set's end: the point goes, and the set with it.
    EXPECT_TRUE(set.give(Undo{set.match().last()}).applied);
    EXPECT_EQ(set.reads(), "SET 1 25:24 sets 0:0 home serves set point home");
    set.wins(kGuest, 1);
    EXPECT_EQ(set.reads(), "SET 1 25:25 sets 0:0 guest serves");
    set.play_to(6, 6);
    EXPECT_EQ(set.reads(), "SET 1 31:31 sets 0:0 guest serves");
}

TEST(VolleyballTest, TheDecidingSetGoesToFifteenAndChangesEndsAtEight) // FIVB 6.3, 18.2
{
    Rallies match("volleyball.fivb.2025");
    match.win_set(kHome, 25);
    match.win_set(kGuest, 25);
    match.win_set(kHome, 25);
    match.win_set(kGuest, 25);
    ASSERT_TRUE(match.give(NextPeriod{}).applied);
    EXPECT_EQ(match.reads(), "SET 5 0:0 sets 2:2"); // 12.1.2: a new toss

    match.play_to(8, 7);
    EXPECT_EQ(match.reads(), "SET 5 8:7 sets 2:2 home serves CHANGE ENDS");
    match.wins(kGuest, 1);
    EXPECT_EQ(match.reads(), "SET 5 8:8 sets 2:2 guest serves");
    match.play_to(6, 6);
    EXPECT_EQ(match.reads(), "SET 5 14:14 sets 2:2 guest serves");
    match.wins(kHome, 1);
    EXPECT_EQ(match.reads(), "SET 5 15:14 sets 2:2 home serves match point home");
    match.wins(kHome, 1);
    EXPECT_EQ(match.reads(), "FINAL 16:14 sets 3:2 home serves");
    EXPECT_EQ(match.give(AddScore{kHome, 1}).reason, Reason::kWrongPhase);
}

TEST(VolleyballTest, TheSideThatIsFirstAtEightInTheDecidingSetChangesEnds) // FIVB 18.2
{
    Rallies match("volleyball.fivb.2025");
    match.win_set(kHome, 25);
    match.win_set(kGuest, 25);
    match.win_set(kHome, 25);
    match.win_set(kGuest, 25);
    ASSERT_TRUE(match.give(NextPeriod{}).applied);
    match.wins(kGuest, 8);

    EXPECT_EQ(match.reads(), "SET 5 0:8 sets 2:2 guest serves CHANGE ENDS");
    match.wins(kHome, 8);
    EXPECT_EQ(match.reads(), "SET 5 8:8 sets 2:2 home serves");
}

TEST(VolleyballTest, WhoReceivesAndWinsServesAndTheNextSetOpensWithTheOther) // FIVB 7.6.2, 12.1.2
{
    Rallies match("volleyball.fivb.2025");
    ASSERT_TRUE(match.give(SetPossession{kGuest, {}}).applied); // the toss
    EXPECT_EQ(match.reads(), "PRE-GAME 0:0 sets 0:0 guest serves");
    match.wins(kHome, 3);
    EXPECT_EQ(match.reads(), "SET 1 3:0 sets 0:0 home serves");
    match.wins(kGuest, 1);
    EXPECT_EQ(match.reads(), "SET 1 3:1 sets 0:0 guest serves");
    match.wins(kHome, 22);
    ASSERT_TRUE(match.give(NextPeriod{}).applied);
    EXPECT_EQ(match.reads(), "SET 2 0:0 sets 1:0 home serves"); // the guest opened set 1
    match.wins(kGuest, 25);
    ASSERT_TRUE(match.give(NextPeriod{}).applied);
    EXPECT_EQ(match.reads(), "SET 3 0:0 sets 1:1 guest serves");
}

TEST(VolleyballTest, WhatTheSetAllowsAndNoMore)
{
    Rallies match("volleyball.fivb.2025");
    EXPECT_EQ(match.give(StartClock{}).reason, Reason::kNoSuchPart);
    EXPECT_EQ(match.give(BlankShotClock{}).text, "Volleyball has no shot clock.");
    EXPECT_EQ(match.give(SetScore{kHome, 3, {}}).reason, Reason::kWrongPhase);
    match.wins(kHome, 1);
    EXPECT_EQ(match.give(NextPeriod{}).reason, Reason::kWrongPhase);
    EXPECT_EQ(match.give(AddScore{kHome, 2}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(AddScore{kGuest, -1}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(SetScore{kHome, 27, {}}).reason, Reason::kOutOfRange); // 27:0 is no set
    EXPECT_TRUE(match.give(SetScore{kHome, 25, {}}).applied);
    EXPECT_EQ(match.reads(), "SET 1 END 3:00 run 25:0 sets 1:0 home serves CHANGE ENDS");
    EXPECT_EQ(match.give(AddScore{kHome, 1}).reason, Reason::kWrongPhase);
    EXPECT_TRUE(match.give(AddScore{kHome, -1}).applied); // the last point was none
    EXPECT_EQ(match.reads(), "SET 1 24:0 sets 0:0 home serves set point home");
    EXPECT_TRUE(match.give(StartTimeout{kGuest}).applied);
    EXPECT_TRUE(match.give(StartTimeout{kGuest}).applied);
    EXPECT_EQ(match.give(StartTimeout{kGuest}).reason, Reason::kNoTimeoutLeft); // 15.4.1: two a set
    for (int i = 0; i < 6; ++i) {
        EXPECT_TRUE(match.give(AddTally{kHome, 0, 1}).applied);
    }
    EXPECT_EQ(match.give(AddTally{kHome, 0, 1}).reason, Reason::kOutOfRange); // 15.1: six a set
    match.wins(kHome, 1);
    ASSERT_TRUE(match.give(NextPeriod{}).applied);
    EXPECT_TRUE(match.give(AddTally{kHome, 0, 1}).applied);
}

TEST(VolleyballTest, ADefaultEndsTheMatchAtOnce)
{
    Rallies match("volleyball.fivb.2025");
    match.wins(kHome, 1);

    EXPECT_TRUE(match.give(EndMatch{}).applied);

    EXPECT_EQ(match.reads(), "FINAL 1:0 sets 0:0 home serves");
}

TEST(VolleyballTest, ADefaultedMatchReadsThreeTimesTwentyFiveToNothing) // FIVB 6.4.1
{
    play("volleyball.fivb.2025",
         {
             {0, "add home 1", "SET 1 1:0 sets 0:0 home serves", "6.1"},
             {1, "set home 25", "SET 1 END 3:00 run 25:0 sets 1:0 home serves CHANGE ENDS", "6.4.1"},
             {2, "period next", "SET 2 0:0 sets 1:0", "6.4.1"},
             {3, "set home 25", "SET 2 END 3:00 run 25:0 sets 2:0 CHANGE ENDS", "6.4.1"},
             {4, "period next", "SET 3 0:0 sets 2:0", "6.4.1"},
             {5, "set home 25", "FINAL 25:0 sets 3:0", "6.4.1"},
         });
}

TEST(VolleyballTest, ARedCardGivesTheOtherSideAPointAndTheService) // FIVB 21.3
{
    play("volleyball.fivb.2025", {
                                     {0, "possession home", "PRE-GAME 0:0 sets 0:0 home serves", "7.1"},
                                     {1, "add home 1", "SET 1 1:0 sets 0:0 home serves", "6.1"},
                                     {2, "add guest 1", "SET 1 1:1 sets 0:0 guest serves", "21.3: to home"},
                                     {3, "add guest 1", "SET 1 1:2 sets 0:0 guest serves", "21.3: once more"},
                                 });
}

TEST(VolleyballTest, EndsChangeAfterEverySetButNotBeforeTheDecidingOne) // FIVB 18.2.1
{
    Rallies match("volleyball.fivb.2025");
    for (const Side side : {kHome, kGuest, kHome, kGuest}) {
        match.win_set(side, 25);
        const bool toss = match.match().state().at.period == 4; // 7.1: it says who stands where
        EXPECT_EQ(match.reads().find("CHANGE ENDS") == std::string::npos, toss) << match.reads();
    }
}

TEST(VolleyballTest, ACompetitionMaySetTechnicalTimeoutsAndChallenges)
{
    const RuleOption options[] = {{"rally.breaks", "8,16"}, {"tallies.maximum.challenge", "1"}};
    const Altered rules = altered(*find_ruleset("volleyball.fivb.2025"), options);
    ASSERT_EQ(rules.problem, "");
    TestMatch match(rules.ruleset);
    const auto pauses = [&match] {
        const std::vector<std::string> prompts = match.line(at(90)).prompts;
        return std::count(prompts.begin(), prompts.end(), "PAUSE") == 1;
    };
    for (int point = 1; point <= 17; ++point) {
        match.give(at(point), AddScore{kHome, 1});
        EXPECT_EQ(pauses(), point == 8 || point == 16) << point;
    }
    EXPECT_TRUE(match.give(at(30), AddTally{kGuest, 1, 1}).applied);
    EXPECT_EQ(match.give(at(31), AddTally{kGuest, 1, 1}).reason, Reason::kOutOfRange);
}

TEST(BeachVolleyballTest, EndsChangeEverySevenPointsAndEveryFiveOfTheLastSet)
{
    Rallies match("beach_volleyball.fivb.2025");
    match.play_to(4, 3);
    EXPECT_EQ(match.reads(), "SET 1 4:3 sets 0:0 home serves CHANGE ENDS");
    match.wins(kHome, 17);
    EXPECT_EQ(match.reads(), "SET 1 END 1:00 run 21:3 sets 1:0 home serves");
    match.win_set(kGuest, 21);
    ASSERT_TRUE(match.give(NextPeriod{}).applied);
    match.wins(kHome, 5);
    EXPECT_EQ(match.reads(), "SET 3 5:0 sets 1:1 home serves CHANGE ENDS");
    match.wins(kHome, 10);
    EXPECT_EQ(match.reads(), "FINAL 15:0 sets 2:1 home serves");
}

TEST(BadmintonTest, TheThirtiethPointWinsWithoutALead) // law 7.5
{
    Rallies game("badminton.bwf.2024");
    game.play_to(20, 20);
    EXPECT_EQ(game.reads(), "SET 1 20:20 sets 0:0 guest serves RIGHT");
    game.wins(kHome, 1);
    EXPECT_EQ(game.reads(), "SET 1 21:20 sets 0:0 home serves LEFT set point home");
    game.wins(kGuest, 1);
    game.play_to(8, 8);
    EXPECT_EQ(game.reads(), "SET 1 29:29 sets 0:0 guest serves LEFT set point home set point guest");
    game.wins(kHome, 1);
    EXPECT_EQ(game.reads(), "SET 1 END 2:00 run 30:29 sets 1:0 home serves CHANGE ENDS");
    ASSERT_TRUE(game.give(NextPeriod{}).applied);
    EXPECT_EQ(game.reads(), "SET 2 0:0 sets 1:0 home serves RIGHT"); // law 7.6: the winner serves first
    game.wins(kGuest, 11);
    EXPECT_EQ(game.reads(), "SET 2 0:11 sets 1:0 guest serves LEFT PAUSE"); // law 16.2
}

TEST(BadmintonTest, EndsChangeAtElevenInTheThirdGameAndThePauseLastsAMinute) // laws 8.1.3, 16.2.1
{
    Rallies game("badminton.bwf.2024");
    game.win_set(kHome, 21);
    game.win_set(kGuest, 21);
    EXPECT_EQ(game.reads(), "SET 2 END 2:00 run 0:21 sets 1:1 guest serves CHANGE ENDS");
    ASSERT_TRUE(game.give(NextPeriod{}).applied);
    game.wins(kHome, 11);

    EXPECT_EQ(game.reads(), "SET 3 11:0 sets 1:1 home serves LEFT CHANGE ENDS PAUSE");
    const TestMatch& match = game.match();
    const BoardTime began = *match.state().rally->paused_at;
    const auto pauses = [&](Duration after) {
        return told(match.timeline().ruleset(), match.line(began + after)).find("PAUSE") != std::string::npos;
    };
    EXPECT_TRUE(pauses(std::chrono::milliseconds(59999)));
    EXPECT_FALSE(pauses(std::chrono::seconds(60)));
    game.wins(kGuest, 1);
    EXPECT_EQ(game.reads(), "SET 3 11:1 sets 1:1 guest serves LEFT");
}

TEST(BadmintonTest, ThreeTimesFifteenChangesEndsAtEight)
{
    Rallies game("badminton.bwf15.2026");
    game.win_set(kHome, 15);
    game.win_set(kGuest, 15);
    ASSERT_TRUE(game.give(NextPeriod{}).applied);
    game.wins(kHome, 8);

    EXPECT_EQ(game.reads(), "SET 3 8:0 sets 1:1 home serves RIGHT CHANGE ENDS PAUSE");
}

TEST(BadmintonTest, ThreeTimesFifteenEndsAtTwentyOne)
{
    Rallies game("badminton.bwf15.2026");
    game.play_to(20, 20);
    game.wins(kGuest, 1);

    EXPECT_EQ(game.reads(), "SET 1 END 2:00 run 20:21 sets 0:1 guest serves CHANGE ENDS");
}

TEST(TableTennisTest, ServiceChangesEveryTwoAndEveryOneFromTenAll) // 2.13.3
{
    Rallies game("table_tennis.bo5.2024");
    ASSERT_TRUE(game.give(SetPossession{kHome, {}}).applied);
    const char* const servers = "hhgghhgghhgghhgghhgg"; // of the first twenty points
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(game.match().state().possession, servers[i] == 'h' ? kHome : kGuest) << "point " << i + 1;
        game.wins(i % 2 == 0 ? kHome : kGuest, 1);
    }
    EXPECT_EQ(game.reads(), "SET 1 10:10 sets 0:0 home serves");
    game.wins(kHome, 1);
    EXPECT_EQ(game.reads(), "SET 1 11:10 sets 0:0 guest serves set point home");
    game.wins(kGuest, 1);
    EXPECT_EQ(game.reads(), "SET 1 11:11 sets 0:0 home serves");
    game.wins(kGuest, 2);
    ASSERT_TRUE(game.give(NextPeriod{}).applied);
    EXPECT_EQ(game.reads(), "SET 2 0:0 sets 0:1 guest serves"); // 2.13.6: the first receiver serves first
}

TEST(TableTennisTest, EndsChangeAtFiveInTheLastPossibleGame) // 2.14.2
{
    Rallies game("table_tennis.bo5.2024");
    game.win_set(kHome, 11);
    game.win_set(kGuest, 11);
    game.win_set(kHome, 11);
    game.win_set(kGuest, 11);
    ASSERT_TRUE(game.give(NextPeriod{}).applied);
    game.wins(kGuest, 5);

    EXPECT_EQ(game.reads(), "SET 5 0:5 sets 2:2 CHANGE ENDS");
}

// Goal: a set that has ended is no wall. Method: a point of set 1 is undone while set 2 is played; what was
// played in set 2 has no effect any more, is marked, and counts again with a redo.
TEST(RallyTest, UndoingAPointOfASetThatIsOverTakesTheNextSetBackUntilItIsRedone)
{
    Rallies match("volleyball.fivb.2025");
    match.wins(kHome, 25);
    const CommandId set_point = match.match().last();
    ASSERT_TRUE(match.give(NextPeriod{}).applied);
    match.wins(kGuest, 2);
    const CommandId second = match.match().last();
    const MatchState before = match.match().state();

    ASSERT_TRUE(match.give(Undo{set_point}).applied);
    const CommandId undo = match.match().last();
    EXPECT_EQ(match.reads(), "SET 1 24:0 sets 0:0 home serves set point home");
    EXPECT_TRUE(match.match().timeline().ineffective(second));

    ASSERT_TRUE(match.give(Redo{undo}).applied);
    EXPECT_EQ(match.match().state(), before);
}

// What boards have written must fold to the digests that it carries, for ever.
TEST(RallyTest, LogsThatAreWrittenKeepTheirDigests)
{
    const auto digest_of = [](const char* ruleset) {
        Rallies played(ruleset);
        EXPECT_TRUE(played.give(SetPossession{kGuest, {}}).applied);
        played.win_set(kHome, 3);
        played.play_to(5, 6);
        played.give(StartTimeout{kGuest});
        played.wins(kGuest, 1);
        played.give(AddScore{kHome, -1});
        return played.digest();
    };

    EXPECT_EQ(digest_of("volleyball.fivb.2025"), 3569877942U);
    EXPECT_EQ(digest_of("beach_volleyball.fivb.2025"), 3569877942U);
    EXPECT_EQ(digest_of("badminton.bwf.2024"), 3402707974U);
    EXPECT_EQ(digest_of("table_tennis.bo5.2024"), 3822962378U);
}

} // namespace
} // namespace scoreboard::match
