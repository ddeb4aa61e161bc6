#include "system/venue_ruleset.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace scoreboard::system {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kYouth = R"(id = "venue.u14"
name = "Basketball, our U14"
base = "basketball.fiba.2026"

[periods]
length = "8:00"

[shot_clock]
full = 30

[timeouts]
first_half = 1
)";

TEST(VenueRulesetTest, IsTheShippedRulesetButForWhatTheFileSays)
{
    const VenueRulesetFile file = parse_venue_ruleset(kYouth, "u14.toml");

    ASSERT_THAT(file.problems, IsEmpty());
    match::Ruleset expected = *match::find_ruleset("basketball.fiba.2026");
    expected.id = "venue.u14";
    expected.name = "Basketball, our U14";
    expected.source = "this venue, after basketball.fiba.2026";
    expected.periods.length = 8min;
    expected.shot_clock->full = 30s;
    expected.timeouts->first_half = 1;
    EXPECT_EQ(*file.ruleset, expected);
    EXPECT_EQ(file.base, "basketball.fiba.2026");
}

struct Row {
    const char* name;
    const char* changed; // a line of the file above …
    const char* to;      // … written as this
    const char* said;
};

class VenueRulesetProblemTest : public testing::TestWithParam<Row> {};

TEST_P(VenueRulesetProblemTest, IsSaidWithItsPlaceAndWhatToDo)
{
    std::string text = kYouth;
    const std::string line = GetParam().changed;
    ASSERT_NE(text.find(line), std::string::npos);
    text.replace(text.find(line), line.size(), GetParam().to);

    const VenueRulesetFile file = parse_venue_ruleset(text, "u14.toml");

    EXPECT_FALSE(file.ruleset);
    EXPECT_THAT(file.problems, ElementsAre(HasSubstr(GetParam().said)));
}

INSTANTIATE_TEST_SUITE_P(
    Files, VenueRulesetProblemTest,
    testing::Values(
        Row{"NoToml", "[periods]", "[periods", "u14.toml:5:9: "},
        Row{"NoBase", "base = \"basketball.fiba.2026\"", "", "base is missing; write base = "},
        Row{"UnknownBase", "basketball.fiba.2026", "basketball.fiba.2027",
            "u14.toml:3:8: there is no ruleset \"basketball.fiba.2027\"; did you mean basketball.fiba.2026?"},
        Row{"NameOfShippedRules", "venue.u14", "handball.ihf.2016",
            "u14.toml:1:6: \"handball.ihf.2016\" is the name of shipped rules"},
        Row{"NoId", "venue.u14", "Our U14", "as \"venue.u14\""},
        Row{"NumberForAName", "\"Basketball, our U14\"", "14", "u14.toml:2:8: name is a text"},
        Row{"UnknownKey", "length = ", "lenght = ",
            "u14.toml:6:1: there is no periods.lenght in venue.u14; did you mean periods.length?"},
        Row{"UnknownPart", "[shot_clock]\nfull", "[penalties]\nrunning_max",
            "u14.toml:9:1: there is no penalties in venue.u14: this sport has no such part; leave "
            "penalties.running_max out"},
        Row{"MinutesWithoutSeconds", "length = \"8:00\"", "length = 20",
            "u14.toml:6:1: periods.length cannot be \"20\": 20 is 0:20; for minutes write 20:00; it takes"},
        Row{"NoTime", "\"8:00\"", "\"8 min\"",
            "periods.length cannot be \"8 min\"; it takes a time from 0:30 to 99:59, as 10:00"},
        Row{"OutOfRange", "first_half = 1", "first_half = -1",
            "u14.toml:12:1: timeouts.first_half cannot be \"-1\"; it takes a number from 0 to 99"},
        Row{"AKindThatNoRuleHas", "full = 30", "full = 1979-05-27",
            "u14.toml:9:1: shot_clock.full is neither a number"},
        Row{"ALineBreakInAValue", "\"8:00\"", "\"8\\n00\"", "periods.length cannot be \"8?00\""},
        Row{"Contradiction", "full = 30", "full = 10",
            "u14.toml: shot_clock.short (0:14) is longer than shot_clock.full (0:10)"}),
    [](const auto& row) { return row.param.name; });

class RulesetFolderTest : public testing::Test {
protected:
    void write(const std::string& name, const std::string& text)
    {
        std::ofstream(folder_.path() / name) << text;
    }
    Configuration configuration(const std::string& ruleset = match::default_ruleset().id) const
    {
        Configuration made;
        made.rulesets_folder = folder_.path().string();
        made.ruleset = ruleset;
        return made;
    }

    support::TempFolder folder_;
};

TEST_F(RulesetFolderTest, EveryTomlFileOfTheFolderIsTaken)
{
    write("u14.toml", kYouth);
    write("README", "no rules");
    Configuration read = configuration("venue.u14"); // an empty log may begin by them

    EXPECT_THAT(load_rulesets(read), IsEmpty());

    ASSERT_EQ(read.venue_rulesets.size(), 1U);
    EXPECT_EQ(read.venue_rulesets[0].id, "venue.u14");
}

TEST_F(RulesetFolderTest, TwoFilesWithOneNameAreAProblem)
{
    write("a.toml", kYouth);
    write("b.toml", kYouth);
    Configuration read = configuration();

    EXPECT_THAT(load_rulesets(read), ElementsAre(HasSubstr("b.toml: another file has rules of the name")));
}

TEST_F(RulesetFolderTest, AFolderThatIsNotThereHoldsNone)
{
    Configuration read = configuration();
    read.rulesets_folder += "/nowhere";

    EXPECT_THAT(load_rulesets(read), IsEmpty());
}

TEST_F(RulesetFolderTest, SaysWhichRulesThereAreWhenThoseOfTheFirstMatchAreNot)
{
    write("u14.toml", kYouth);
    Configuration read = configuration("chess");

    EXPECT_THAT(load_rulesets(read), ElementsAre(HasSubstr("no ruleset \"chess\"; known: venue.u14, ")));
}

} // namespace
} // namespace scoreboard::system
