#include "match/command_words.h"

#include <gtest/gtest.h>

namespace scoreboard::match {
namespace {

TEST(CommandWordsTest, ACommandIsSaidAsItsSportSaysIt)
{
    struct Row {
        const char* rules;
        Command command;
        const char* words;
    };
    const Row rows[] = {
        {"baseball.mlb.2025", AddTally{Side::kHome, 0, 1}, "HIT HOME"},
        {"baseball.mlb.2025", AddTally{Side::kGuest, 2, -1}, "LEFT ON BASE GUEST -1"},
        {"baseball.mlb.2025", AddTally{Side::kHome, 9, 1}, "COUNT 10 HOME +1"},
        {"baseball.mlb.2025", SetLamp{1, true}, "ERROR ON"},
        {"handball.ihf.2016", AddTally{Side::kHome, 0, 1, 7}, "YELLOW CARD HOME #7"},
        {"handball.ihf.2016", AddTally{Side::kHome, 9, 1, 7}, "COUNT 10 HOME +1 #7"},
        {"basketball.ncaa_men.2025", StartTimeout{Side::kGuest}, "TIME-OUT GUEST"},
        {"basketball.ncaa_men.2025", StartTimeout{Side::kGuest, 1}, "SHORT TIME-OUT GUEST"},
        {"basketball.fiba.2026", StartTimeout{Side::kGuest, 1}, "TIME-OUT GUEST 2"},
        {"ice_hockey.iihf.2025", AddPenalty{Side::kGuest, 0, 9, false}, "MINOR GUEST #9"},
        {"basketball.fiba.2026", AddPenalty{Side::kGuest, 0, 9, false}, "PENALTY GUEST 1 #9"},
        {"basketball.fiba.2026", AddScore{Side::kHome, 2, 7}, "+2 HOME #7"},
        {"basketball.fiba.2026", AddFoul{Side::kHome}, "FOUL HOME"},
        {"basketball.fiba.2026", Edit{{}, AddFoul{Side::kHome, 1, 4}}, "EDIT FOUL HOME #4"},
        {"baseball.mlb.2025", Insert{{}, AddTally{Side::kHome, 1, 1}}, "INSERT ERROR HOME"},
        {"basketball.fiba.2026", StopClock{}, "STOP"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(in_words(*find_ruleset(row.rules), row.command), row.words);
    }
}

} // namespace
} // namespace scoreboard::match
