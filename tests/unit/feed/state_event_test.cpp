#include "feed/state_event.h"

#include <gtest/gtest.h>

#include "a_match.h"

namespace scoreboard::feed {
namespace {

using namespace std::chrono_literals;

constexpr match::BoardTime kNow{1000s};
constexpr public_json::Moment kMoment{kNow, 1795546991482};

TEST(StateEventTest, CarriesItsNameItsIdAndTheDocumentOnOneLine)
{
    const FeedState state = a_match();

    EXPECT_EQ(state_event(state, kMoment), "event: state\nid: aee8f0bf-1042\ndata: " +
                                               public_json::state_json(state.match, kMoment) + "\n\n");
}

TEST(StateEventTest, AMatchWhereNothingRunsNeverChangesByItself)
{
    EXPECT_EQ(next_change(a_match(), kNow), std::nullopt);
    EXPECT_EQ(next_change(FeedState{}, kNow), std::nullopt);
}

TEST(StateEventTest, ATimeoutThatEndsIsAChange)
{
    FeedState state = a_match();
    state.match.state.timeout = match::RunningTimeout{match::Side::kHome, kNow - 40s, {}};

    const auto next = next_change(state, kNow);

    ASSERT_TRUE(next.has_value());
    EXPECT_GT(*next, kNow);
    EXPECT_LE(*next, kNow + 20s);
}

} // namespace
} // namespace scoreboard::feed
