#include "match/parts/timeouts.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::TestMatch;

constexpr Side kHome = Side::kHome;
constexpr PeriodPhase kFirst{1, Phase::kPlay};

TEST(TimeoutsPartTest, StopsTheGameClockAtItsOwnTimeAndEndsWhenItStarts)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(110), StartTimeout{kHome});

    EXPECT_FALSE(runs(match.state(), ClockId::kGame, at(111)));
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(111)), 590s);
    ASSERT_TRUE(match.line(at(120)).timeout.has_value());
    EXPECT_EQ(match.line(at(120)).timeout->remaining, 50s);
    match.give(at(180), StartClock{});
    EXPECT_FALSE(match.line(at(181)).timeout.has_value());
}

TEST(TimeoutsPartTest, SignalIsDueAfterFiftySeconds)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(110), StartTimeout{kHome});

    EXPECT_FALSE(match.line(at(159.9)).timeout->signal);
    EXPECT_TRUE(match.line(at(160)).timeout->signal);
}

TEST(TimeoutsPartTest, ALateOneCountsInThePeriodSeenAndLeavesTheClockOfTheNextAlone)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(700), NextPeriod{});
    match.see(kFirst);

    EXPECT_TRUE(match.give(at(710), StartTimeout{kHome}).applied);

    EXPECT_EQ(match.state().home.timeouts, (std::vector<int>{1}));
    EXPECT_TRUE(runs(match.state(), ClockId::kGame, at(711))); // the interval's
    EXPECT_FALSE(match.state().timeout.has_value());
}

TEST(TimeoutsPartTest, NoneIsCarriedFromHalfToHalf)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    EXPECT_EQ(match.line(at(101)).home.timeouts_left, 2);
    for (int i = 0; i < 4; ++i) {
        match.give(at(700 + i), NextPeriod{});
    }

    EXPECT_EQ(match.state().at, (PeriodPhase{3, Phase::kPlay}));
    EXPECT_EQ(match.line(at(710)).home.timeouts_left, 3);
}

// What limits the first kind, as FIBA's two from 2:00 of the last quarter on, says nothing of another.
TEST(TimeoutsPartTest, AnotherKindHasAnAllowanceOfItsOwn)
{
    Ruleset rules = support::basketball();
    rules.timeouts->more = {TimeoutKind{"short", 30s, 20s, 1, 1}};
    TestMatch match(rules);
    match.give(at(100), StartClock{});
    for (int i = 0; match.state().at.period < 4; ++i) {
        match.give(at(200 + i), NextPeriod{});
    }
    match.give(at(300), SetClock{ClockId::kGame, 60s});
    EXPECT_EQ(match.line(at(300)).home.timeouts_by_kind, (std::vector<int>{2, 1}));
    ASSERT_TRUE(match.give(at(301), StartTimeout{kHome}).applied);
    ASSERT_TRUE(match.give(at(302), StartTimeout{kHome}).applied);
    ASSERT_EQ(match.give(at(303), StartTimeout{kHome}).reason, Reason::kNoTimeoutLeft);

    EXPECT_TRUE(match.give(at(304), StartTimeout{kHome, 1}).applied);

    EXPECT_EQ(match.line(at(304)).timeout->text, "0:30");
    EXPECT_EQ(match.line(at(304)).timeout->kind, "short");
    EXPECT_EQ(match.line(at(304)).home.timeouts_by_kind, (std::vector<int>{0, 0}));
    EXPECT_EQ(match.state().home.late_timeouts, 2);
    EXPECT_EQ(match.give(at(305), StartTimeout{kHome, 1}).reason, Reason::kNoTimeoutLeft);
    EXPECT_EQ(match.give(at(306), StartTimeout{kHome, 2}).reason, Reason::kNoSuchPart);
}

TEST(TimeoutsPartTest, UndoOfATimeoutGivesItBackAndLetsTheClockHaveRunOn)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(110), StartTimeout{kHome});

    match.give(at(112), Undo{match.last()});

    EXPECT_EQ(match.line(at(113)).home.timeouts_left, 2);
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(120)), 580s);
}

} // namespace
} // namespace scoreboard::match
