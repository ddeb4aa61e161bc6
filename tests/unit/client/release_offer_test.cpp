#include "client/release_offer.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

// Goal: after a goal against a side that is short, every penalty that may end is one tap away, by the shirt
// number of its player, and nothing is proposed otherwise.
namespace scoreboard::client {
namespace {

using match::Side;
using support::at;
using support::TestMatch;

const match::Ruleset& rules()
{
    return *match::find_ruleset("ice_hockey.iihf.2025");
}

std::optional<OfferView> offer(const TestMatch& match, double now)
{
    return release_offer(rules(), match.state(), match.line(at(now)));
}

TestMatch short_handed()
{
    TestMatch match(rules());
    match.give(at(0), match::StartClock{}, support::counts_at(at(0)));
    match.give(at(10), match::AddPenalty{Side::kHome, 0, 15, false});
    match.give(at(10), match::AddPenalty{Side::kHome, 0, 23, false});
    return match;
}

TEST(ReleaseOfferTest, NamesThePlayersOfTheSideThatConceded)
{
    TestMatch match = short_handed();
    EXPECT_EQ(offer(match, 20), std::nullopt);
    match.give(at(30), match::AddScore{Side::kGuest, 1});

    const auto asked = offer(match, 31);

    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->text, "Goal against HOME: one of its penalties may end");
    ASSERT_EQ(asked->choices.size(), 2U);
    EXPECT_EQ(asked->choices[0].label, "END #15 MINOR");
    EXPECT_EQ(asked->choices[1].label, "END #23 MINOR");
    EXPECT_TRUE(asked->commands.empty()) << "nobody says yes to a penalty that they have not named";
}

TEST(ReleaseOfferTest, IsAnsweredByOneTap)
{
    TestMatch match = short_handed();
    match.give(at(30), match::AddScore{Side::kGuest, 1});
    const match::Command choice = offer(match, 31)->choices[1].command;

    ASSERT_TRUE(match.give(at(32), choice).applied);

    EXPECT_EQ(offer(match, 33), std::nullopt);
    ASSERT_EQ(match.line(at(33)).home.penalties.size(), 1U);
    EXPECT_EQ(match.line(at(33)).home.penalties[0].player, 15);
}

TEST(ReleaseOfferTest, TheNextGoalAsksOnceTheFirstIsAnswered)
{
    TestMatch match = short_handed();
    match.give(at(30), match::AddScore{Side::kGuest, 1});
    const auto first = offer(match, 31);
    match.give(at(40), match::AddScore{Side::kGuest, 1});
    EXPECT_EQ(offer(match, 41), first);

    match.give(at(42), first->choices[1].command);

    const auto second = offer(match, 43);
    ASSERT_TRUE(second);
    ASSERT_EQ(second->choices.size(), 1U);
    EXPECT_EQ(second->choices[0].label, "END #15 MINOR");
}

} // namespace
} // namespace scoreboard::client
