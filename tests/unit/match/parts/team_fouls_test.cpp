#include "match/parts/team_fouls.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::TestMatch;

constexpr Side kHome = Side::kHome;

TEST(TeamFoulsPartTest, CountsByPeriodAndAnIntervalToThePeriodBeforeIt)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(110), AddFoul{kHome, 1});
    match.give(at(700), NextPeriod{});
    match.see(PeriodPhase{1, Phase::kInterval});
    match.give(at(710), AddFoul{kHome, 1});
    match.see(std::nullopt);
    EXPECT_EQ(match.line(at(720)).home.fouls, 2);

    match.give(at(800), NextPeriod{});

    EXPECT_EQ(match.line(at(810)).home.fouls, 0);
    EXPECT_EQ(match.state().home.fouls, (std::vector<int>{2}));
}

TEST(TeamFoulsPartTest, ALateFoulCountsInThePeriodThatWasSeen)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(700), NextPeriod{});
    match.give(at(800), NextPeriod{});
    match.see(PeriodPhase{1, Phase::kPlay});

    match.give(at(810), AddFoul{kHome, 1});

    EXPECT_EQ(match.line(at(810)).home.fouls, 0);
    EXPECT_EQ(match.state().home.fouls, (std::vector<int>{1}));
}

TEST(TeamFoulsPartTest, ACorrectionNeverLeadsBelowZeroNorAbove99)
{
    TestMatch match;
    match.give(at(100), StartClock{});

    EXPECT_EQ(match.give(at(101), AddFoul{kHome, -1}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(102), AddFoul{kHome, 0}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(103), AddFoul{kHome, 100}).reason, Reason::kOutOfRange);
    EXPECT_TRUE(match.give(at(104), AddFoul{kHome, 99}).applied);
    EXPECT_EQ(match.give(at(105), AddFoul{kHome, 1}).reason, Reason::kOutOfRange);
    EXPECT_TRUE(match.give(at(106), AddFoul{kHome, -99}).applied);
}

TEST(TeamFoulsPartTest, AMadeUpPeriodIsRefused)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    for (const int period : {0, -7, 65, 2147483647}) {
        match.see(PeriodPhase{period, Phase::kPlay});

        EXPECT_EQ(match.give(at(101), AddFoul{kHome, 1}).reason, Reason::kOutOfRange) << period;
    }
}

} // namespace
} // namespace scoreboard::match
