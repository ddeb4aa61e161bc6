#include "headless/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scoreboard::headless {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

boost::system::result<Arguments, Ending> parse(std::vector<const char*> rest)
{
    std::vector<const char*> all = {"scoreboard-controller-cli", "--board", "tcp://127.0.0.1", "--journal",
                                    "j"};
    all.insert(all.end(), rest.begin(), rest.end());
    return parse_arguments(static_cast<int>(all.size()), all.data());
}

TEST(ArgumentsTest, WaitsTenSecondsForRecordedUnlessTold)
{
    const auto arguments = parse({"horn"});

    ASSERT_TRUE(arguments.has_value());
    EXPECT_EQ(arguments->wait, client::Level::kRecorded);
    EXPECT_EQ(arguments->timeout, 10s);
    EXPECT_EQ(arguments->task, Task::kTap);
}

TEST(ArgumentsTest, ReadsWhatIsAskedFor)
{
    const auto arguments = parse({"--wait", "shown", "--timeout", "2.5", "--name", "bench-1", "script", "-"});

    ASSERT_TRUE(arguments.has_value());
    EXPECT_EQ(arguments->wait, client::Level::kShown);
    EXPECT_EQ(arguments->timeout, 2500ms);
    EXPECT_EQ(arguments->name, "bench-1");
    EXPECT_EQ(arguments->task, Task::kScript);
    EXPECT_EQ(arguments->script, "-");
    EXPECT_EQ(parse({"state"})->task, Task::kState);
    EXPECT_EQ(parse({"entries"})->task, Task::kEntries);
    EXPECT_EQ(parse({"void", "7"})->task, Task::kEffect);
    EXPECT_EQ(parse({"--yes", "void", "7"})->task, Task::kTap);
    EXPECT_EQ(parse({"insert", "--after", "7", "foul", "home"})->task, Task::kEffect);
    EXPECT_FALSE(parse({"void", "--after", "7"}));
    EXPECT_EQ(parse({"watch"})->task, Task::kWatch);
}

TEST(ArgumentsTest, TakesANegativeNumberForANumber)
{
    const auto arguments = parse({"add", "home", "-1"});

    ASSERT_TRUE(arguments.has_value()) << arguments.error().text;
    EXPECT_EQ(std::get<match::Command>(arguments->tap),
              match::Command(match::AddScore{match::Side::kHome, -1}));
}

TEST(ArgumentsTest, EndsWithUsageOnWhatItDoesNotUnderstand)
{
    const std::vector<std::vector<const char*>> rows = {
        {},
        {"bounce"},
        {"--wait", "maybe", "horn"},
        {"--timeout", "-1", "horn"},
        {"script"},
        {"--bogus", "horn"},
        {"state", "now"},
        {"--name", "", "horn"},
        {"match", "new"},
        {"--ruleset", "free.any.1", "--option", "periods.length", "match", "new"},
        {"rulesets", "chess"},
    };
    for (const auto& row : rows) {
        const auto arguments = parse(row);

        ASSERT_TRUE(arguments.has_error());
        EXPECT_EQ(arguments.error().code, kExitUsage);
        EXPECT_THAT(arguments.error().text, HasSubstr("scoreboard-controller-cli: "));
    }
}

TEST(ArgumentsTest, AMatchMayBeByRulesOfTheVenueWithOptionsOfItsOwn)
{
    const auto arguments = parse({"--ruleset", "venue.u14", "--option", "periods.length=8:00", "--option",
                                  "score.increments=1,2", "match", "new"});

    ASSERT_TRUE(arguments.has_value()) << arguments.error().text;
    EXPECT_EQ(std::get<match::Command>(arguments->tap),
              match::Command(match::OpenMatch{
                  "venue.u14", "", "", {{"periods.length", "8:00"}, {"score.increments", "1,2"}}}));
}

TEST(ArgumentsTest, AMatchThatWasLeftIsNamedByItsNumberOrItsId)
{
    const auto arguments = parse({"match", "resume", "2"});

    ASSERT_TRUE(arguments.has_value()) << arguments.error().text;
    EXPECT_EQ(std::get<ResumeKey>(arguments->tap).match, "2");
    EXPECT_EQ(parse({"match", "left"})->task, Task::kLeft);
}

TEST(ArgumentsTest, HelpIsNoError)
{
    const auto arguments = parse({"--help"});

    ASSERT_TRUE(arguments.has_error());
    EXPECT_EQ(arguments.error().code, kExitDone);
    EXPECT_THAT(arguments.error().text, HasSubstr("clock set M:SS.t"));
}

} // namespace
} // namespace scoreboard::headless
