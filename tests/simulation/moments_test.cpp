// Goal: a run with moments left out can be written down as a command, and is the same run but for those.
#include "simulation/moments.h"

#include <gtest/gtest.h>

#include "simulation/run_seed.h"

namespace scoreboard::simulation {
namespace {

TEST(MomentsTest, AreWrittenAsRangesAndReadAgain)
{
    const Moments moments{1, 2, 3, 5, 7, 8};

    EXPECT_EQ(text_of(moments), "1-3,5,7-8");
    EXPECT_EQ(parse_moments("1-3,5,7-8"), moments);
}

TEST(MomentsTest, NothingElseIsTaken)
{
    for (const char* text : {"", ",", "0", "3-1", "1-", "-2", "1,,2", "two", "1-999999999", "4 5"}) {
        EXPECT_EQ(parse_moments(text), std::nullopt) << text;
    }
}

TEST(MomentsTest, ThatAreLeftOutAreMissingFromTheStory)
{
    Plan whole;
    whole.seed = 7;
    Plan part = whole;
    part.no_taps = {2};

    const Report all = simulate(whole);
    const Report fewer = simulate(part);

    EXPECT_EQ(fewer.violation, "");
    EXPECT_EQ(fewer.taps_tried, all.taps_tried);
    EXPECT_NE(fewer.story, all.story);
    EXPECT_EQ(command_of(part), "./dev sim --seed 7 --no-taps 2");
}

} // namespace
} // namespace scoreboard::simulation
