#include "ctl/scoreboard_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scoreboard::ctl {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

std::string document(const std::string& clock, const std::string& shot, const std::string& panel,
                     const std::string& timeout = "null")
{
    return R"({"logId":"aee8f0bf","rev":1042,"ruleset":"basketball.fiba.2026",)"
           R"("game":{"periodText":"Q3"},"clock":)" +
           clock + R"(,"shotClock":)" + shot +
           R"(,"home":)"
           R"({"name":"Hawks","score":54,"fouls":4,"bonus":true,"timeoutsLeft":2,"possession":true})" +
           R"(,"guest":)"
           R"({"name":"Éoles","score":9,"fouls":3,"bonus":false,"timeoutsLeft":1,"possession":false})" +
           R"(,"timeout":)" + timeout + R"(,"panel":)" + panel + "}";
}

constexpr const char* kRunning = R"({"running":true,"remainingMs":462000,"text":"7:42"})";
constexpr const char* kShot = R"({"running":false,"remainingMs":14000,"text":"14"})";
constexpr const char* kWell = R"({"status":"ok","shownRev":1042})";

TEST(ScoreboardTextTest, SaysScoreClocksAndLevels)
{
    EXPECT_EQ(*scoreboard_text(document(kRunning, kShot, kWell), 0ms),
              "Q3            7:42 running   shot 14 stopped\n"
              "Hawks   54   fouls 4   time-outs left 2   bonus   possession\n"
              "Éoles    9   fouls 3   time-outs left 1\n"
              "recorded  rev 1042 of log aee8f0bf\n"
              "shown     rev 1042, panel ok\n");
}

// What a sport has not is not told as if it stood at nothing.
TEST(ScoreboardTextTest, SaysWhatTheSportHas)
{
    struct Row {
        const char* ruleset;
        const char* clock;
        const char* home; // beside name and score
        const char* more; // of the document
        const char* expected;
    };
    const Row rows[] = {
        {"tennis.itf_bo3.2026", "", R"(,"scoreText":"40","sets":1,"byPeriod":[6,3])",
         R"("prompts":["CHANGE ENDS"])",
         "P1          \n"
         "Hawks   40   sets 1 (6 3)   possession\n"
         "Crows    2\n"
         "to do     CHANGE ENDS\n"},
        {"ice_hockey.iihf.2025", "7:42",
         R"(,"tallies":{"shot":12},"penalties":[{"name":"minor","running":true,"text":"1:12","player":15,)"
         R"("releasable":true},{"name":"major","running":false,"waits":true,"text":"5:00"}])",
         R"("addedTime":"+2")",
         "P1            7:42 stopped   +2\n"
         "Hawks    1   time-outs left 1   shot 12   minor #15 1:12 may end   major 5:00 waits   possession\n"
         "Crows    2   time-outs left 1\n"},
        {"ice_hockey.our_hall.1", "7:42", "", R"("jam":{"number":3,"on":true,"text":"1:45"})",
         "P1            7:42 stopped  \n"
         "Hawks    1   time-outs left 1   possession\n"
         "Crows    2   time-outs left 1\n"
         "jam 3   1:45\n"},
        {"baseball.mlb.2025", "", R"(,"byPeriod":[0,1])",
         R"("count":{"half":"TOP","balls":2,"strikes":1,"outs":0,"bases":[true,false,true],"batter":7})",
         "P1          \n"
         "Hawks    1 (0 1)   possession\n"
         "Crows    2\n"
         "TOP  balls 2, strikes 1, outs 0, runner on 1, runner on 3\n"},
    };
    for (const Row& row : rows) {
        const std::string ruleset = row.ruleset;
        const std::string shared = R"("fouls":0,"bonus":false,"timeoutsLeft":1,"possession":)";
        const std::string text =
            R"({"logId":"aee8f0bf","rev":1,"sport":")" + ruleset.substr(0, ruleset.find('.')) +
            R"(","ruleset":")" + ruleset +
            R"(","game":{"periodText":"P1"},"clock":{"running":false,"text":")" + row.clock +
            R"("},"shotClock":null,"timeout":null,"panel":{"status":"ok","shownRev":1},)" + row.more +
            R"(,"home":{"name":"Hawks","score":1,)" + shared + "true" + row.home +
            R"(},"guest":{"name":"Crows","score":2,)" + shared + "false}}";

        ASSERT_TRUE(scoreboard_text(text, 0ms)) << scoreboard_text(text, 0ms).error().what;
        EXPECT_THAT(*scoreboard_text(text, 0ms), testing::StartsWith(row.expected)) << ruleset;
    }
}

TEST(ScoreboardTextTest, CountsARunningClockOn)
{
    EXPECT_THAT(*scoreboard_text(document(kRunning, kShot, kWell), 2s), HasSubstr(" 7:40 running"));
    EXPECT_THAT(*scoreboard_text(document(kRunning, kShot, kWell), 3600s), HasSubstr(" 0.0 running"));
}

TEST(ScoreboardTextTest, TellsWhatIsNotShownYet)
{
    EXPECT_THAT(*scoreboard_text(document(kRunning, "null", R"({"status":"fault","shownRev":1040})"), 0ms),
                HasSubstr("shown     rev 1040, panel fault, 2 not shown yet"));
    EXPECT_THAT(*scoreboard_text(document(kRunning, "null", R"({"status":"absent","shownRev":0})"), 0ms),
                HasSubstr("this board drives no panel"));
}

TEST(ScoreboardTextTest, TellsWhatIsNotRecorded)
{
    std::string text = document(kRunning, "null", kWell);
    text.insert(text.size() - 1, R"(,"unrecorded":3)");

    EXPECT_THAT(*scoreboard_text(text, 0ms), HasSubstr("\nNOT RECORDED  the last 3: the board cannot save"));
    EXPECT_THAT(*scoreboard_text(document(kRunning, "null", kWell), 0ms), Not(HasSubstr("NOT RECORDED")));
}

TEST(ScoreboardTextTest, SaysWhoseTimeoutRuns)
{
    const std::string timeout = R"({"side":"guest","remainingMs":42000,"text":"0:42"})";

    EXPECT_THAT(*scoreboard_text(document(kRunning, "null", kWell, timeout), 0ms),
                HasSubstr("time-out guest 0:42"));
}

TEST(ScoreboardTextTest, WhatIsNoDocumentIsAFailureWithASentence)
{
    for (const char* text : {"", "{", "[]", "{}", R"({"home":7,"guest":8})", "<html></html>"}) {
        const auto result = scoreboard_text(text, 0ms);

        ASSERT_FALSE(result.has_value()) << text;
        EXPECT_THAT(result.error().what, HasSubstr("no state document"));
    }
}

} // namespace
} // namespace scoreboard::ctl
