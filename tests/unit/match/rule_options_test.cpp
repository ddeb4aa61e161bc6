#include "match/rule_options.h"

#include <algorithm>

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
        {"rally.points", "25",
         "there is no rally in basketball.fiba.2026: this sport has no such part; leave rally.points out"},
        {"penalties.shown_max", "2",
         "there is no penalties in basketball.fiba.2026: this sport has no such part"},
        {"period.count", "4", "there is no period in basketball.fiba.2026; did you mean periods.count?"},
        {"", "", "there is no "},
        {"periods.count", "0", "periods.count cannot be \"0\"; it takes a number from 1 to 20"},
        {"periods.count", "4x", "periods.count cannot be \"4x\""},
        {"periods.length", "0:00", "it takes a time from 0:30 to 99:59, as 10:00"},
        {"periods.length", "20", "\"20\": 20 is 0:20; for minutes write 20:00; it takes a time from 0:30"},
        {"periods.half_interval", "15", "15 is 0:15; for minutes write 15:00"},
        {"periods.interval", "-1", "it takes a time from 0:30 to 99:59, as 2:00, or 0:00 for none"},
        {"fouls.span", "game", "it takes period, half or match"},
        {"fouls.double_from", "4", "fouls.double_from (4) is below fouls.bonus_from (5)"},
        {"periods.basket_stops", "11:00", "periods.basket_stops is longer than periods.length"},
        {"periods.basket_stops_before", "11:00", "basket_stops_before is longer than periods.length"},
        {"periods.warning_at", "11:00", "periods.warning_at is longer than periods.length"},
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

TEST(RuleOptionsTest, NumbersThatContradictEachOtherAreRefusedInEverySport)
{
    struct OfASport {
        const char* ruleset;
        const char* key;
        const char* value;
        const char* said; // empty: it is no contradiction
    };
    const OfASport rows[] = {
        {"volleyball.fivb.2025", "rally.ends_at_last", "15", "is not below rally.last_points (15)"},
        {"volleyball.fivb.2025", "rally.ends_at_last", "14", ""},
        {"volleyball.fivb.2025", "rally.breaks", "8,25", "rally.breaks has 25, but a set ends with 25"},
        {"volleyball.fivb.2025", "rally.breaks", "8,16", ""},
        {"tennis.itf_bo3.2026", "tennis.tiebreak_at", "3", "a set would end before it is won"},
        {"tennis.itf_bo3.2026", "tennis.tiebreak_at", "5", ""},
        {"tennis.itf_bo3.2026", "tennis.tiebreak_at", "0", ""},
        {"handball.ihf.2016", "periods.overtimes_max", "3", "it must be a multiple of that"},
        {"handball.ihf.2016", "periods.overtimes_max", "2", ""},
        {"handball.ihf.2016", "periods.length", "20", "for minutes write 20:00"},
        {"handball.ihf.2016", "periods.length", "0:40", ""},
        {"ice_hockey.iihf.2025", "penalties.length.minor", "2", "2 is 0:02; for minutes write 2:00"},
        {"water_polo.aqua.2025", "penalties.length.exclusion", "20", ""},
    };
    for (const OfASport& row : rows) {
        const std::vector<RuleOption> options{{row.key, row.value}};
        const std::string problem = altered(rules(row.ruleset), options).problem;
        EXPECT_EQ(problem.empty(), *row.said == '\0') << row.key << " " << row.value << ": " << problem;
        EXPECT_NE(problem.find(row.said), std::string::npos)
            << row.key << " " << row.value << ": " << problem;
    }
}

TEST(RuleOptionsTest, AShotClockOfNothingIsNone)
{
    const std::vector<RuleOption> options{{"shot_clock.full", "0:00"}};

    const Altered made = altered(rules("basketball.nfhs.2025"), options);

    ASSERT_EQ(made.problem, "");
    support::TestMatch match(made.ruleset);
    match.give(support::at(0), StartClock{});
    EXPECT_FALSE(match.line(support::at(1)).shot.visible);
    EXPECT_EQ(match.give(support::at(1), ResetShotClock{35s}).reason, Reason::kNoSuchPart);
}

TEST(RuleOptionsTest, ATimeoutMayEndWithoutAWarning)
{
    const std::vector<RuleOption> options{{"timeouts.signal_at", "0:00"}};
    support::TestMatch match(altered(rules("basketball.fiba.2026"), options).ruleset);
    match.give(support::at(0), StartClock{});
    match.give(support::at(1), StopClock{});
    match.give(support::at(2), StartTimeout{Side::kHome});

    EXPECT_FALSE(match.line(support::at(2)).timeout->signal);
    EXPECT_FALSE(match.line(support::at(60)).timeout->signal);
}

TEST(RuleOptionsTest, TeamFoulsBeginAnewWhereTheirSpanSays)
{
    struct OfASpan {
        const char* span;
        int in_second; // of one foul a quarter
        int in_third;
    };
    for (const OfASpan& row : {OfASpan{"period", 1, 1}, OfASpan{"half", 2, 1}, OfASpan{"match", 2, 3}}) {
        const std::vector<RuleOption> options{{"fouls.span", row.span}};
        support::TestMatch match(altered(rules("basketball.nfhs.2025"), options).ruleset);
        match.give(support::at(0), StartClock{});
        std::vector<int> fouls;
        for (int quarter = 1; quarter <= 3; ++quarter) {
            match.give(support::at(quarter), AddFoul{Side::kHome, 1});
            fouls.push_back(match.line(support::at(quarter)).home.fouls);
            match.give(support::at(quarter), NextPeriod{});
            match.give(support::at(quarter), NextPeriod{});
        }

        EXPECT_EQ(fouls, (std::vector{1, row.in_second, row.in_third})) << row.span;
    }
}

TEST(RuleOptionsTest, TheDownsOfASeriesCanBeSet)
{
    const std::vector<RuleOption> options{{"downs.downs", "3"}, {"downs.to_go", "12"}};
    support::TestMatch match(altered(rules("american_football.nfl.2025"), options).ruleset);

    EXPECT_EQ(match.give(support::at(0), SetDowns{{4, 1, 20}}).reason, Reason::kOutOfRange);
    match.give(support::at(1), SetDowns{{3, 1, 20}});
    const auto actions = all_actions(match.timeline().ruleset(), match.state());
    const auto first = std::find_if(actions.begin(), actions.end(),
                                    [](const Action& action) { return action.name == "down first"; });
    ASSERT_NE(first, actions.end());
    EXPECT_EQ(first->command, Command(SetDowns{{1, 12, 20}}));
}

// Method: each field of each ruleset at the ends of its range, alone; what is no contradiction is played by
// chance, every action offered must be accepted (TestMatch says so), and all of it must undo to the start.
TEST(RuleOptionsTest, WhatCanBeSetCanBePlayed)
{
    for (const Ruleset& shipped : all_rulesets()) {
        Ruleset ruleset = shipped;
        for (const RuleField& field : rule_fields(ruleset)) {
            for (const char* value : {"0", "1", "20", "0:30", "60:00", "true", "false", "99", "half"}) {
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
