#include "match/parts/possession.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::TestMatch;

TEST(PossessionPartTest, ArrowPointsToOneSideInAnyPhase)
{
    TestMatch match;
    EXPECT_FALSE(match.line(at(1)).home.possession);
    EXPECT_FALSE(match.line(at(1)).guest.possession);

    match.give(at(1), SetPossession{Side::kGuest, std::nullopt});

    EXPECT_FALSE(match.line(at(1)).home.possession);
    EXPECT_TRUE(match.line(at(1)).guest.possession);
}

TEST(PossessionPartTest, SettingWhatSomebodyElseHasChangedSinceIsRefused)
{
    TestMatch match;
    match.give(at(1), SetPossession{Side::kGuest, match.state().match});
    const CommandId first = match.last();
    match.give(at(2), SetPossession{Side::kHome, first});

    EXPECT_EQ(match.give(at(3), SetPossession{Side::kGuest, first}).reason, Reason::kDepends);
    EXPECT_EQ(match.state().possession, Side::kHome);
}

} // namespace
} // namespace scoreboard::match
