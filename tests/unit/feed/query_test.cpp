#include "feed/query.h"

#include <gtest/gtest.h>

namespace scoreboard::feed {
namespace {

TEST(QueryTest, TakesATargetApart)
{
    const Target target = parse_target("/api/v1/state?after=aee8f0bf-7&wait=30");

    EXPECT_EQ(target.path, "/api/v1/state");
    EXPECT_EQ(target.parameter("after"), "aee8f0bf-7");
    EXPECT_EQ(target.parameter("wait"), "30");
    EXPECT_EQ(target.parameter("limit"), std::nullopt);
}

TEST(QueryTest, DecodesPercentCodesAndKeepsBrokenOnes)
{
    const Target target = parse_target("/x?a=%41%2Fb&b=100%&c=%4&d=%zz&e=a+b&f");

    EXPECT_EQ(target.parameter("a"), "A/b");
    EXPECT_EQ(target.parameter("b"), "100%");
    EXPECT_EQ(target.parameter("c"), "%4");
    EXPECT_EQ(target.parameter("d"), "%zz");
    EXPECT_EQ(target.parameter("e"), "a b");
    EXPECT_EQ(target.parameter("f"), "");
}

TEST(QueryTest, TakesAnythingWithoutHarm)
{
    for (const char* text : {"", "?", "??", "&", "?&&&", "?=", "?=&=", "/%"}) {
        EXPECT_NO_FATAL_FAILURE(parse_target(text)) << text;
    }
}

} // namespace
} // namespace scoreboard::feed
