#include "match/parts/team_fouls.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::TestMatch;

constexpr Side kHome = Side::kHome;

// Three quarters in sequence, with a foul of the home side wherever one can be given.
TEST(TeamFoulsPartTest, ByTheRulesOfFibaAnIntervalCountsToThePeriodThatFollows)
{
    TestMatch match;
    match.see(PeriodPhase{1, Phase::kPre});
    EXPECT_TRUE(match.give(at(10), AddFoul{kHome, 1}).applied);
    match.see(std::nullopt);
    EXPECT_EQ(match.line(at(11)).home.fouls, 1);
    match.give(at(100), StartClock{});
    EXPECT_EQ(match.line(at(101)).home.fouls, 1);
    for (int foul = 0; foul < 4; ++foul) {
        match.give(at(110 + foul), AddFoul{kHome, 1});
    }
    EXPECT_TRUE(match.line(at(120)).guest.bonus);
    match.give(at(700), NextPeriod{});
    EXPECT_EQ(match.line(at(701)).home.fouls, 0);
    EXPECT_FALSE(match.line(at(701)).guest.bonus);
    match.see(PeriodPhase{1, Phase::kInterval});
    match.give(at(710), AddFoul{kHome, 1});
    match.see(std::nullopt);
    EXPECT_EQ(match.line(at(711)).home.fouls, 1);

    match.give(at(820), NextPeriod{});

    EXPECT_EQ(match.line(at(821)).home.fouls, 1);
    EXPECT_EQ(match.state().home.fouls, (std::vector<int>{5, 1}));
}

TEST(TeamFoulsPartTest, WhatIsCommittedBeforeAnOvertimeCountsWithTheLastQuarter)
{
    TestMatch match;
    match.give(at(1), StartClock{});
    for (int i = 0; i < 7; ++i) {
        match.give(at(2 + i), NextPeriod{});
    }
    ASSERT_EQ(match.state().at, (PeriodPhase{4, Phase::kInterval}));
    match.give(at(20), AddFoul{kHome, 4});

    match.give(at(21), NextPeriod{});
    match.give(at(22), AddFoul{kHome, 1});

    EXPECT_EQ(match.state().home.fouls, (std::vector<int>{0, 0, 0, 0, 5}));
    EXPECT_TRUE(match.line(at(23)).guest.bonus);
}

TEST(TeamFoulsPartTest, InAnIntervalAFoulOfThePeriodBeforeIsTakenBackInTheHistory)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(110), AddFoul{kHome, 1});
    match.give(at(700), NextPeriod{});

    const Outcome outcome = match.give(at(710), AddFoul{kHome, -1});

    EXPECT_EQ(outcome.text,
              "Fouls count for the next period already: correct one of the last in the history.");
    EXPECT_EQ(match.state().home.fouls, (std::vector<int>{1}));
}

TEST(TeamFoulsPartTest, ElsewhereAnIntervalCountsToThePeriodBeforeIt)
{
    TestMatch match(*find_ruleset("basketball.nba.2025"));
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
