#include "renderer/horn.h"

#include <gtest/gtest.h>

#include "match_fixture.h"

namespace scoreboard::renderer {
namespace {

using namespace std::chrono_literals;
using match::Duration;
using match::MatchState;

struct Row {
    const char* name;
    std::optional<Duration> tapped;  // the horn key, this long ago
    std::optional<Duration> timeout; // began this long ago
    std::optional<Duration> start;   // of the chosen horn, from now
    std::optional<Duration> next_change;
};
void PrintTo(const Row& row, std::ostream* out)
{
    *out << row.name;
}

class ChooseHornTest : public testing::TestWithParam<Row> {};

INSTANTIATE_TEST_SUITE_P(Horns, ChooseHornTest,
                         testing::Values(Row{"nothing", {}, {}, {}, {}},
                                         Row{"a tap that sounds", 1s, {}, -1s, {}},
                                         Row{"a tap of before stays", 60s, {}, -60s, {}},
                                         Row{"the warning lies ahead", {}, 10s, 40s, {}},
                                         Row{"the warning sounds", {}, 51s, -1s, 500ms},
                                         Row{"the end lies ahead", {}, 52s, 8s, {}},
                                         Row{"the end sounds", {}, 61s, -1s, {}},
                                         Row{"a tap goes before what lies ahead", 1s, 10s, -1s, 500ms},
                                         Row{"a tap of before makes room", 2s, 10s, 40s, {}},
                                         Row{"the newer of two that sound", 0s, 51s, 0s, 1500ms}));

TEST_P(ChooseHornTest, TakesTheOneThatSoundsThenTheNextAhead)
{
    const Row& row = GetParam();
    MatchState state = third_quarter();
    if (row.tapped) {
        state.horn = match::Horn{7, kNow - *row.tapped};
    }
    if (row.timeout) {
        state.timeout = match::RunningTimeout{match::Side::kHome, kNow - *row.timeout, {}};
    }

    const auto horn = choose_horn(basketball(), state, kNow);

    ASSERT_EQ(horn.has_value(), row.start.has_value());
    if (horn) {
        EXPECT_EQ(horn->slot.start - kNow, *row.start);
        EXPECT_NE(horn->slot.generation, 0);
        EXPECT_EQ(horn->next_change.has_value(), row.next_change.has_value());
        if (row.next_change) {
            EXPECT_EQ(*horn->next_change - kNow, *row.next_change);
        }
    }
}

TEST(HornOfAnotherKindTest, AShortTimeoutSoundsByItsOwnTimes)
{
    const match::Ruleset& rules = *match::find_ruleset("basketball.ncaa_men.2025");
    MatchState state = third_quarter();
    state.timeout = match::RunningTimeout{match::Side::kHome, kNow - 10s, {}, 1};

    EXPECT_EQ(choose_horn(rules, state, kNow)->slot.start - kNow, 10s); // of 30 s, at 20 s
    EXPECT_EQ(choose_horn(rules, state, kNow + 12s)->slot.start - kNow, 20s);
}

TEST(HornOfAnotherKindTest, ATimeoutWithoutAWarningSoundsOnlyItsEnd)
{
    match::Ruleset rules = basketball();
    rules.timeouts->signal_at = Duration::zero();
    MatchState state = third_quarter();
    state.timeout = match::RunningTimeout{match::Side::kHome, kNow, {}};

    EXPECT_EQ(choose_horn(rules, state, kNow)->slot.start - kNow, rules.timeouts->length);
}

TEST(HornGenerationTest, AGenerationThatWrappedIsNotTakenForNone)
{
    MatchState state = third_quarter();
    state.horn = match::Horn{0, kNow};

    EXPECT_NE(choose_horn(basketball(), state, kNow)->slot.generation, 0);
}

} // namespace
} // namespace scoreboard::renderer
