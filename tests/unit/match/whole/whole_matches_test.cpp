#include "unit/match/whole/whole_matches.h"

#include <ostream>
#include <set>
#include <string>

#include "support/played_match.h"

namespace scoreboard::whole {

void PrintTo(const WholeMatch& played, std::ostream* out)
{
    *out << played.name << " by " << played.ruleset;
}

namespace {

class WholeMatchTest : public testing::TestWithParam<WholeMatch> {};

TEST_P(WholeMatchTest, ReadsRightAtEveryStepAndCanBeUndoneAndRedoneWhole)
{
    support::play(rules_of(GetParam()), GetParam().rows);
}

TEST_P(WholeMatchTest, IsPlayedToItsEnd)
{
    support::TestMatch match(rules_of(GetParam()));

    support::play_rows(match, GetParam().rows);

    EXPECT_EQ(match.state().at.phase, match::Phase::kFinal);
}

INSTANTIATE_TEST_SUITE_P(All, WholeMatchTest, testing::ValuesIn(all_matches()),
                         [](const testing::TestParamInfo<WholeMatch>& one) { return one.param.name; });

TEST(WholeMatchesTest, EverySetOfRulesThatIsShippedHasOne)
{
    std::set<std::string> played;
    for (const WholeMatch& match : all_matches()) {
        played.insert(match.ruleset);
    }

    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        EXPECT_EQ(played.count(ruleset.id), 1U) << ruleset.id;
    }
}

} // namespace
} // namespace scoreboard::whole
