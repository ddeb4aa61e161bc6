#include "match/actions.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::TestMatch;

bool offers(const TestMatch& match, double now, const std::string& name)
{
    const std::vector<Action> actions = offered_actions(match.timeline().ruleset(), match.state(), at(now));
    return std::any_of(actions.begin(), actions.end(),
                       [&name](const Action& action) { return action.name == name; });
}

TEST(ActionsTest, OffersWhatFitsThePhase)
{
    struct Row {
        const char* name;
        bool pre;
        bool play;
        bool interval;
        bool final;
    };
    const Row rows[] = {
        {"add home 1", true, true, true, true},      {"add guest 3", true, true, true, true},
        {"add home -1", false, false, false, false}, {"add guest -1", false, true, true, true},
        {"foul home", true, true, true, true},       {"timeout guest", false, true, false, false},
        {"possession home", true, true, true, true}, {"clock start", true, true, false, false},
        {"clock stop", true, true, true, true},      {"clock accept", false, false, false, false},
        {"shot 24", true, true, true, true},         {"shot hold", true, true, true, true},
        {"period next", false, true, true, false},   {"horn", true, true, true, true},
    };
    TestMatch pre;
    TestMatch play;
    play.give(at(1), StartClock{});
    play.give(at(2), StopClock{});
    play.give(at(3), AddScore{Side::kGuest, 1});
    TestMatch interval = play;
    interval.give(at(4), NextPeriod{});
    TestMatch final = play;
    for (int i = 0; i < 7; ++i) {
        final.give(at(5 + i), NextPeriod{});
    }
    ASSERT_EQ(final.state().at.phase, Phase::kFinal);

    for (const Row& row : rows) {
        if (std::string(row.name) != "add guest -1") {
            EXPECT_EQ(offers(pre, 20, row.name), row.pre) << row.name << " before the match";
        }
        EXPECT_EQ(offers(play, 20, row.name), row.play) << row.name << " in play";
        EXPECT_EQ(offers(interval, 20, row.name), row.interval) << row.name << " in an interval";
        EXPECT_EQ(offers(final, 20, row.name), row.final) << row.name << " after the match";
    }
}

// Goal: a key never promises what the rules refuse, nor hides what they allow, in any registered sport.
// Method: random play; at every step each action of the sport is tried on a copy.
class ActionsOfTest : public testing::TestWithParam<std::string> {};

std::vector<std::string> all_ids()
{
    std::vector<std::string> ids;
    for (const Ruleset& ruleset : all_rulesets()) {
        ids.push_back(ruleset.id);
    }
    return ids;
}

INSTANTIATE_TEST_SUITE_P(OfASport, ActionsOfTest, testing::ValuesIn(all_ids()), [](const auto& named) {
    std::string name = named.param;
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
});

TEST_P(ActionsOfTest, InRandomPlayEveryOfferedActionIsAcceptedAndEveryOtherIsRefusedWithAReason)
{
    const Ruleset& ruleset = *find_ruleset(GetParam());
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        TestMatch match(ruleset);
        double now = 100;
        for (int step = 0; step < 120; ++step) {
            now += static_cast<double>(random() % 40000) / 1000;
            match.see(match.state().at);
            const std::vector<Action> all = all_actions(ruleset, match.state());
            const std::vector<Action> offered = offered_actions(ruleset, match.state(), at(now));
            std::set<std::string> names;
            std::set<std::string> labels;
            for (const Action& action : offered) {
                names.insert(action.name);
                ASSERT_TRUE(labels.insert(action.label).second)
                    << ruleset.id << " seed " << seed << ": two keys say " << action.label;
            }
            ASSERT_EQ(names.size(), offered.size()) << "a name is not unique";
            for (const Action& action : all) {
                const Outcome outcome = match.timeline().judge(match.next(at(now), action.command));
                ASSERT_EQ(outcome.applied, names.contains(action.name))
                    << ruleset.id << " seed " << seed << ": " << action.name;
                ASSERT_EQ(outcome.reason == Reason::kNone, outcome.applied) << action.name;
                ASSERT_EQ(outcome.text.empty(), outcome.applied) << action.name;
            }
            ASSERT_FALSE(offered.empty());
            match.give(at(now), offered[random() % offered.size()].command);
        }
    }
}

TEST(ActionsTest, EveryActionHasANameAndALabelOfItsOwn)
{
    for (const Ruleset& ruleset : all_rulesets()) {
        TestMatch match(ruleset);
        std::set<std::string> names;
        std::set<std::string> labels;
        for (const Action& action : all_actions(ruleset, match.state())) {
            EXPECT_TRUE(names.insert(action.name).second) << action.name;
            EXPECT_FALSE(action.label.empty()) << action.name;
            EXPECT_TRUE(labels.insert(action.label).second)
                << ruleset.id << ": two keys say " << action.label;
        }
    }
}

} // namespace
} // namespace scoreboard::match
