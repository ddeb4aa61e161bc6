#include "viewmodel/key_name.h"

#include <gtest/gtest.h>

#include <chrono>

#include "match/actions.h"

namespace scoreboard::viewmodel {
namespace {

using std::chrono::seconds;

TEST(KeyNameTest, SpeaksTheWordsOfTheOfferedActions)
{
    const match::Ruleset& rules = *match::find_ruleset("basketball.fiba.2026");
    match::MatchState state;
    state.at = {1, match::Phase::kPlay};
    state.game.value = seconds(500);
    state.home.points = state.guest.points = {4};
    state.home.fouls = state.guest.fouls = {1};
    state.home.timeouts = state.guest.timeouts = {0};

    const auto actions = match::offered_actions(rules, state, match::BoardTime(seconds(10)));

    ASSERT_FALSE(actions.empty());
    for (const match::Action& action : actions) {
        EXPECT_EQ(key_name(action.command), action.name);
    }
}

TEST(KeyNameTest, LeavesOutWhatBelongsToTheMoment)
{
    EXPECT_EQ(key_name(match::SetClock{match::ClockId::kGame, seconds(7)}),
              key_name(match::SetClock{match::ClockId::kGame, seconds(8)}));
    EXPECT_EQ(key_name(match::NextPeriod{match::PeriodPhase{1, match::Phase::kPlay}, std::nullopt}),
              key_name(match::NextPeriod{}));
}

TEST(KeyNameTest, GuardsStartAndStopAsTheOneKeyTheyAre)
{
    EXPECT_EQ(guard_name("clock start"), guard_name("clock stop"));
    EXPECT_EQ(guard_name("shot run"), guard_name("shot hold"));
    EXPECT_NE(guard_name("add home 2"), guard_name("add guest 2"));
}

TEST(KeyNameTest, NamesTheTotalThatAScoreChanges)
{
    EXPECT_EQ(score_name(match::AddScore{match::Side::kGuest, 3}), "score guest");
    EXPECT_EQ(score_name(match::SetScore{match::Side::kHome, 54, std::nullopt}), "score home");
    EXPECT_EQ(score_name(match::SoundHorn{}), std::nullopt);
}

} // namespace
} // namespace scoreboard::viewmodel
