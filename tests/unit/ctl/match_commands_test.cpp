#include "ctl/match_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scoreboard::ctl {
namespace {

using testing::HasSubstr;

constexpr const char* kList = R"({"matches":[
{"id":"b0-7","status":"open","ruleset":"handball.ihf.2016","home":{"name":"A","score":3},
 "guest":{"name":"B","score":4},"periodText":"H1","beganAt":"2026-11-24T19:03:11.000Z"},
{"id":"b0-1","status":"final","ruleset":"basketball.fiba.2026","home":{"name":"HAWKS","score":54},
 "guest":{"name":"TIGERS","score":49},"periodText":"FINAL","beganAt":"2026-11-24T17:03:11.000Z"}]})";

TEST(MatchCommandsTest, ListsTheMatchesWithTheirNumbers)
{
    EXPECT_EQ(*matches_text(kList),
              "1  2026-11-24 19:03  A 3 : 4 B  open at H1  handball.ihf.2016  b0-7\n"
              "2  2026-11-24 17:03  HAWKS 54 : 49 TIGERS  final  basketball.fiba.2026  b0-1\n");
}

TEST(MatchCommandsTest, AMatchIsNamedByItsNumberOrItsId)
{
    EXPECT_EQ(*match_id(kList, "2"), "b0-1");
    EXPECT_EQ(*match_id(kList, "b0-7"), "b0-7");
    for (const char* none : {"0", "3", "99999999999"}) {
        const auto id = match_id(kList, none);
        EXPECT_TRUE(id.has_error() || *id == none) << none;
    }
    EXPECT_THAT(match_id(kList, "3").error().what, HasSubstr("there is no match 3: the board has 2"));
}

TEST(MatchCommandsTest, SaysThatAnotherVersionAnswered)
{
    EXPECT_THAT(matches_text("{}").error().what, HasSubstr("may be of different versions"));
    EXPECT_THAT(match_id("[", "1").error().what, HasSubstr("may be of different versions"));
}

} // namespace
} // namespace scoreboard::ctl
