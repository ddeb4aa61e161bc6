#include "viewmodel/match_keys.h"

#include <set>

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scoreboard::viewmodel {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

MatchKeys keys_of(const std::string& ruleset)
{
    return {*match::find_ruleset(ruleset), match::MatchState{}};
}

TEST(MatchKeysTest, AreThoseOfTheSport)
{
    const MatchKeys football = keys_of("football.ifab.2026");

    EXPECT_FALSE(football.has(KeyPart::kShotClock));
    EXPECT_FALSE(football.has(KeyPart::kTimeouts));
    EXPECT_TRUE(football.has(KeyPart::kAddedTime));
    EXPECT_THAT(football.team_keys(match::Side::kHome), testing::IsEmpty());
    EXPECT_THAT(football.own_keys(match::Side::kGuest),
                ElementsAre("count guest yellow card", "count guest red card", "count guest substitution",
                            "count guest corner"));
}

TEST(MatchKeysTest, AreCalledWithoutTheirSide)
{
    const MatchKeys football = keys_of("football.ifab.2026");

    ASSERT_NE(football.find("count home yellow card"), nullptr);
    EXPECT_EQ(football.find("count home yellow card")->label, "YELLOW CARD");
    ASSERT_NE(football.find("add guest 1"), nullptr);
    EXPECT_EQ(football.find("add guest 1")->label, "+1");
}

TEST(MatchKeysTest, AreFoundByWhatTheyGive)
{
    const MatchKeys football = keys_of("football.ifab.2026");

    EXPECT_EQ(football.name_of(match::AddTally{match::Side::kHome, 1, 1}), "count home red card");
    EXPECT_EQ(football.name_of(match::AddTally{match::Side::kHome, 1, -1}), "count home red card -1");
    EXPECT_EQ(football.name_of(match::SetClock{}), "clock set");
}

TEST(MatchKeysTest, KeepCorrectionsOutOfTheColumn)
{
    const MatchKeys basketball = keys_of("basketball.fiba.2026");

    EXPECT_THAT(basketball.team_keys(match::Side::kHome),
                ElementsAre("foul home", "timeout home", "possession home"));
    EXPECT_THAT(basketball.everything(match::Side::kHome), Contains("foul home -1"));
}

TEST(MatchKeysTest, KeepVariantsOutOfTheColumn)
{
    const MatchKeys hockey = keys_of("ice_hockey.iihf.2025");

    EXPECT_THAT(hockey.own_keys(match::Side::kHome), Contains("penalty home minor"));
    EXPECT_THAT(hockey.own_keys(match::Side::kHome), Not(Contains("penalty home minor coincidental")));
    EXPECT_THAT(hockey.everything(match::Side::kHome), Contains("penalty home minor coincidental"));
}

TEST(MatchKeysTest, ATimeoutOfAnotherKindIsAKeyOfItsOwn)
{
    const MatchKeys college = keys_of("basketball.ncaa_men.2025");

    EXPECT_THAT(college.team_keys(match::Side::kHome),
                ElementsAre("foul home", "timeout home", "possession home"));
    EXPECT_THAT(college.own_keys(match::Side::kHome), ElementsAre("timeout home short"));
    ASSERT_NE(college.find("timeout home short"), nullptr);
    EXPECT_EQ(college.find("timeout home short")->label, "SHORT TIME-OUT");
    EXPECT_EQ(college.name_of(match::StartTimeout{match::Side::kHome, 1}), "timeout home short");
}

class EverySportTest : public testing::TestWithParam<match::Ruleset> {};

INSTANTIATE_TEST_SUITE_P(Sports, EverySportTest, testing::ValuesIn(match::all_rulesets()),
                         [](const auto& row) {
                             std::string name = row.param.id;
                             std::replace(name.begin(), name.end(), '.', '_');
                             return name;
                         });

// What a sport has without a control of its own is on the page of all keys: nothing is out of reach.
TEST_P(EverySportTest, HasAKeyForAllThatItsRulesKnow)
{
    const match::MatchState state;
    const MatchKeys keys(GetParam(), state);
    std::set<std::string> reached;
    for (const auto side : {std::optional<match::Side>(), std::optional(match::Side::kHome),
                            std::optional(match::Side::kGuest)}) {
        for (const std::string& name : keys.everything(side)) {
            EXPECT_TRUE(reached.insert(name).second) << name;
        }
    }

    for (const match::Action& action : match::all_actions(GetParam(), state)) {
        if (!std::holds_alternative<match::AcceptOffer>(action.command)) {
            EXPECT_THAT(reached, Contains(action.name)) << GetParam().id;
        }
    }
}

} // namespace
} // namespace scoreboard::viewmodel
