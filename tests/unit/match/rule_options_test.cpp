#include "match/rule_options.h"

#include <gtest/gtest.h>

#include "match/rule_fields.h"
#include "support/random_play.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::RandomPlay;

const Ruleset& rules(const char* id)
{
    return *find_ruleset(id);
}

TEST(RuleOptionsTest, EveryFieldOfEveryRulesetTakesWhatItIs)
{
    for (const Ruleset& shipped : all_rulesets()) {
        Ruleset ruleset = shipped;
        EXPECT_EQ(contradiction_in(ruleset), "") << shipped.id;
        for (const RuleField& field : rule_fields(ruleset)) {
            EXPECT_EQ(set_option(ruleset, {field.key, text_of(field)}), "") << shipped.id;
            EXPECT_FALSE(set(field, "what")) << shipped.id << " " << field.key;
        }
        EXPECT_EQ(ruleset, shipped);
    }
}

TEST(RuleOptionsTest, SetsANumberATimeASwitchAndAList)
{
    const std::vector<RuleOption> options{
        {"periods.count", "2"},    {"periods.half_after", "1"},           {"periods.length", "7:30"},
        {"shot_clock.full", "30"}, {"fouls.overtime_with_last", "false"}, {"score.increments", "1,2"}};

    const Altered made = altered(rules("basketball.fiba.2026"), options);

    ASSERT_EQ(made.problem, "");
    EXPECT_EQ(made.ruleset.periods.regular, 2);
    EXPECT_EQ(made.ruleset.periods.length, 7min + 30s);
    EXPECT_EQ(made.ruleset.shot_clock->full, 30s);
    EXPECT_FALSE(made.ruleset.fouls->overtime_with_last);
    EXPECT_EQ(made.ruleset.score->increments, (std::vector{1, 2}));
    EXPECT_EQ(made.ruleset.id, "basketball.fiba.2026");
    EXPECT_EQ(made.ruleset.name, "Basketball, FIBA 2026, altered");
    EXPECT_NE(made.ruleset.source.find("; altered: periods.count 2, "), std::string::npos);
}

// A panel shows tenths in the place of minutes, and has two digits for the shot clock.
TEST(RuleOptionsTest, TenthsBeginWhereAPanelCanShowThem)
{
    struct Row {
        const char* key;
        const char* value;
        const char* said;
    };
    const Row rows[] = {{"periods.tenths_below", "0:30", ""},
                        {"periods.tenths_below", "1:30", "0:00 to 1:00"},
                        {"shot_clock.tenths_below", "0:10", ""},
                        {"shot_clock.tenths_below", "0:24", "0:00 to 0:10"}};
    for (const Row& row : rows) {
        const std::vector<RuleOption> options{{row.key, row.value}};
        const std::string problem = altered(rules("basketball.fiba.2026"), options).problem;

        EXPECT_EQ(problem.empty(), std::string(row.said).empty()) << row.key << " " << row.value;
        EXPECT_NE(problem.find(row.said), std::string::npos) << problem;
    }
}

TEST(RuleOptionsTest, SetsToWinSayHowManySetsThereAre)
{
    const std::vector<RuleOption> options{{"rally.sets_to_win", "2"}};

    EXPECT_EQ(altered(rules("volleyball.fivb.2025"), options).ruleset.periods.regular, 3);
}

TEST(RuleOptionsTest, ThePenaltyThatARuleBookIsUnsureOfCanBeSet)
{
    const std::vector<RuleOption> options{{"penalties.length.exclusion", "20"}};

    const Altered made = altered(rules("water_polo.aqua.2025"), options);

    ASSERT_EQ(made.problem, "");
    EXPECT_EQ(made.ruleset.penalties->kinds[0].length, 20s);
}

struct Row {
    const char* key;
    const char* value;
    const char* said;
};

TEST(RuleOptionsTest, SaysWhatMayStandThere)
{
    const Row rows[] = {
        {"periods.cuont", "4",
         "there is no periods.cuont in basketball.fiba.2026; did you mean periods.count?"},
        {"rally.points", "25", "there is no rally in basketball.fiba.2026; did you mean "},
        {"", "", "there is no "},
        {"periods.count", "0", "periods.count cannot be \"0\"; it takes a number from 1 to 20"},
        {"periods.count", "4x", "periods.count cannot be \"4x\""},
        {"periods.length", "0:00", "it takes a time from 0:01 to 99:59, as 10:00"},
        {"fouls.overtime_with_last", "yes", "it takes true or false"},
        {"score.increments", "0", "at most 8 numbers from 1 to 99, as 1,2,3"},
        {"shot_clock.full", "10", "shot_clock.short (0:14) is longer than shot_clock.full (0:10)"},
        {"periods.count", "2", "periods.half_after (2) is not below periods.count (2)"},
        {"score.increments", "2,1,2", "has a number twice"},
        {"score.increments", "", "nobody could score"},
        {"timeouts.signal_at", "61", "timeouts.signal_at is longer than timeouts.length"},
    };
    for (const Row& row : rows) {
        const std::vector<RuleOption> options{{row.key, row.value}};
        EXPECT_NE(altered(rules("basketball.fiba.2026"), options).problem.find(row.said), std::string::npos)
            << row.key << " " << row.value << ": " << altered(rules("basketball.fiba.2026"), options).problem;
    }
}

// Method: each field of each ruleset at the ends of its range, alone; what is no contradiction is played by
// chance, every action offered must be accepted (TestMatch says so), and all of it must undo to the start.
TEST(RuleOptionsTest, WhatCanBeSetCanBePlayed)
{
    for (const Ruleset& shipped : all_rulesets()) {
        Ruleset ruleset = shipped;
        for (const RuleField& field : rule_fields(ruleset)) {
            for (const char* value : {"0", "1", "20", "60:00", "true", "false", "99"}) {
                const std::vector<RuleOption> options{{field.key, value}};
                const Altered made = altered(shipped, options);
                if (!made.problem.empty()) {
                    continue;
                }
                SCOPED_TRACE(shipped.id + " " + field.key + " " + value);
                RandomPlay play(made.ruleset, 1);
                for (int step = 0; step < 25; ++step) {
                    play.step();
                    ASSERT_TRUE(play.match().timeline().entries().back().outcome.applied)
                        << play.match().timeline().entries().back().outcome.text;
                }
            }
        }
    }
}

} // namespace
} // namespace scoreboard::match
