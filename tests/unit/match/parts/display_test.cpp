#include "match/parts/display.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::counts_at;
using support::TestMatch;

TestMatch playing()
{
    TestMatch match;
    match.give(at(1), StartClock{}, counts_at(at(1)));
    return match;
}

TEST(DisplayPartTest, IsHeldAndReleasedOnce)
{
    TestMatch match = playing();
    EXPECT_EQ(match.give(at(2), HoldDisplay{false}).reason, Reason::kAlready);

    EXPECT_TRUE(match.give(at(3), HoldDisplay{true}).applied);
    EXPECT_TRUE(match.state().display_held);
    EXPECT_EQ(match.give(at(4), HoldDisplay{true}).reason, Reason::kAlready);

    EXPECT_TRUE(match.give(at(5), HoldDisplay{false}).applied);
    EXPECT_FALSE(match.state().display_held);
}

TEST(DisplayPartTest, AHoldOfAPeriodThatIsOverIsRefused)
{
    TestMatch match = playing();
    match.give(at(2), NextPeriod{});
    match.see(PeriodPhase{1, Phase::kPlay});

    EXPECT_EQ(match.give(at(3), HoldDisplay{true}).reason, Reason::kStale);
}

TEST(DisplayPartTest, NoHoldOutlivesItsPeriod)
{
    for (const Command& ends : {Command(NextPeriod{}), Command(EndMatch{})}) {
        TestMatch match = playing();
        match.give(at(2), HoldDisplay{true});

        match.give(at(3), ends);

        EXPECT_FALSE(match.state().display_held) << describe(ends);
    }
}

TEST(DisplayPartTest, TheLastPointOfASetReleasesIt)
{
    TestMatch match(*find_ruleset("volleyball.fivb.2025"));
    match.give(at(1), NextPeriod{});
    for (int point = 0; point < 24; ++point) {
        match.give(at(2), AddScore{Side::kHome, 1});
    }
    match.give(at(3), HoldDisplay{true});
    ASSERT_TRUE(match.state().display_held);

    match.give(at(4), AddScore{Side::kHome, 1});

    EXPECT_FALSE(match.state().display_held);
}

TEST(DisplayPartTest, TheHallSeesTheNumbersOfThenAndTheClocksOfNow)
{
    TestMatch match = playing();
    match.give(at(2), AddScore{Side::kHome, 2});
    match.give(at(3), HoldDisplay{true});
    const MatchState then = match.state();
    match.give(at(4), AddScore{Side::kGuest, 3});
    match.give(at(5), AddFoul{Side::kHome, 1});
    match.give(at(11), StopClock{}, counts_at(at(11)));
    match.give(at(12), SetSides{Side::kGuest});

    const MatchState seen = on_display(match.state(), then);

    EXPECT_EQ(score(seen, Side::kHome), 2);
    EXPECT_EQ(score(seen, Side::kGuest), 0);
    EXPECT_EQ(team_fouls(match.timeline().ruleset(), seen, Side::kHome), 0);
    EXPECT_FALSE(runs(seen, ClockId::kGame, at(12)));
    EXPECT_EQ(value_at(seen, ClockId::kGame, at(12)), 590s);
    EXPECT_EQ(seen.left_on_panel, Side::kGuest);
    EXPECT_TRUE(seen.display_held);
}

TEST(DisplayPartTest, SidesStandAsTheyWereSetLast)
{
    TestMatch match;
    EXPECT_EQ(match.give(at(1), SetSides{Side::kHome}).reason, Reason::kAlready);

    EXPECT_TRUE(match.give(at(2), SetSides{Side::kGuest}).applied);
    EXPECT_EQ(match.state().left_on_panel, Side::kGuest);

    EXPECT_TRUE(match.give(at(3), Undo{match.last()}).applied);
    EXPECT_EQ(match.state().left_on_panel, Side::kHome);
}

TEST(DisplayPartTest, ATeamIsCalledWhatItWasNamedLast)
{
    TestMatch match;
    const std::string before = match.state().guest.name;

    EXPECT_TRUE(match.give(at(1), SetTeamName{Side::kGuest, "TIGERS"}).applied);
    const CommandId named = match.last();

    EXPECT_EQ(match.line(at(1)).guest.name, "TIGERS");
    EXPECT_EQ(match.give(at(2), SetTeamName{Side::kGuest, "TIGERS"}).reason, Reason::kAlready);
    for (const char* name : {"", "  ", "X\nY", "\t"}) {
        EXPECT_EQ(match.give(at(2), SetTeamName{Side::kGuest, name}).reason, Reason::kOutOfRange);
    }
    EXPECT_TRUE(match.give(at(3), Undo{named}).applied);
    EXPECT_EQ(match.state().guest.name, before);
}

} // namespace
} // namespace scoreboard::match
