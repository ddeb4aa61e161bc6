#include "match/ruleset.h"

#include <set>

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;

TEST(RulesetsTest, EveryRulesetHasANameOfItsOwnAndSaysWhereItIsFrom)
{
    std::set<std::string> ids;
    for (const Ruleset& ruleset : all_rulesets()) {
        EXPECT_TRUE(ids.insert(ruleset.id).second) << ruleset.id;
        EXPECT_EQ(find_ruleset(ruleset.id), &ruleset);
        EXPECT_EQ(ruleset.id.rfind(ruleset.sport + ".", 0), 0U) << ruleset.id;
        EXPECT_FALSE(ruleset.name.empty()) << ruleset.id;
        EXPECT_FALSE(ruleset.source.empty()) << ruleset.id;
        EXPECT_EQ(ruleset.fold_version, kFoldVersion) << ruleset.id;
    }
    EXPECT_FALSE(ids.empty());
}

TEST(RulesetsTest, FindsNothingUnderAnotherName)
{
    EXPECT_EQ(find_ruleset("basketball.fiba.1932"), nullptr);
    EXPECT_EQ(find_ruleset(""), nullptr);
}

TEST(RulesetsTest, LimitsOfEveryRulesetMakeSense)
{
    for (const Ruleset& ruleset : all_rulesets()) {
        const PeriodRules& periods = ruleset.periods;
        EXPECT_GE(periods.regular, 1) << ruleset.id;
        EXPECT_LE(periods.half_after, periods.regular) << ruleset.id;
        EXPECT_LE(periods.tenths_below, periods.length) << ruleset.id;
        EXPECT_GE(periods.overtime_parts, 1) << ruleset.id;
        if (const auto& timeouts = ruleset.timeouts) {
            EXPECT_LE(timeouts->signal_at, timeouts->length) << ruleset.id;
            EXPECT_LE(timeouts->late_maximum, timeouts->first_half + timeouts->second_half) << ruleset.id;
        }
        if (const auto& fouls = ruleset.fouls) {
            EXPECT_LE(fouls->bonus_from, fouls->maximum) << ruleset.id;
            EXPECT_LE(fouls->double_from, fouls->maximum) << ruleset.id;
        }
        std::vector<DelayProfile> delays{periods.delay, periods.last_minute_delay};
        if (const auto& shot_clock = ruleset.shot_clock) {
            EXPECT_LT(shot_clock->reset_short, shot_clock->full) << ruleset.id;
            delays.push_back(shot_clock->delay);
        }
        EXPECT_LE(ruleset.lamps.size(), 32U) << ruleset.id;
        for (const DelayProfile& delay : delays) {
            EXPECT_LT(delay.start_max, delay.automatic_max) << ruleset.id;
            EXPECT_LT(delay.automatic_max, delay.offer_max) << ruleset.id;
            EXPECT_LT(delay.uncertainty_max, delay.start_max) << ruleset.id;
        }
    }
}

TEST(RulesetsTest, BasketballHasTheNumbersOfFiba2026)
{
    const Ruleset& rules = support::basketball();

    EXPECT_EQ(rules.periods.regular, 4);
    EXPECT_EQ(rules.periods.length, 10min);
    EXPECT_EQ(rules.periods.overtime, 5min);
    EXPECT_EQ(rules.periods.interval, 2min);
    EXPECT_EQ(rules.periods.half_interval, 15min);
    EXPECT_EQ(rules.periods.half_after, 2);
    EXPECT_EQ(rules.periods.tenths_below, 60s);
    EXPECT_EQ(rules.periods.delay, (DelayProfile{30s, 120s, 2s, 150ms, 10s}));
    EXPECT_EQ(rules.periods.last_minute_delay, (DelayProfile{10s, 60s, 1s, 50ms, 10s}));
    EXPECT_EQ(rules.score->increments, (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(rules.fouls->bonus_from, 5);
    EXPECT_TRUE(rules.fouls->overtime_with_last);
    EXPECT_EQ(rules.timeouts, (TimeoutRules{60s, 50s, 2, 3, 2, 2min, 1}));
    EXPECT_EQ(rules.shot_clock->full, 24s);
    EXPECT_EQ(rules.shot_clock->reset_short, 14s);
    EXPECT_EQ(rules.shot_clock->tenths_below, 5s);
    EXPECT_EQ(rules.shot_clock->delay, (DelayProfile{5s, 24s, 1s, 50ms, 3s}));
}

} // namespace
} // namespace scoreboard::match
