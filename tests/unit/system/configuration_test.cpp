#include "system/configuration.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace scoreboard::system {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> problems_of(std::string_view text)
{
    Configuration configuration;
    return parse_configuration(text, "board.toml", configuration);
}

TEST(ConfigurationTest, ReadsEveryKey)
{
    Configuration read;

    const auto problems = parse_configuration(R"(
[board]
name = "Court 1"
data = "/srv/board"
[control]
listen = "127.0.0.1:7000"
connections_max = 8
[public]
listen = "[::1]:8000"
connections_max = 20
[panel]
device = "plp+serial:/dev/ttyUSB0?baud=57600"
layout = "multisport"
[match]
ruleset = "basketball.fiba.2026"
rulesets = "/etc/scoreboard/rulesets"
home = "Hawks"
guest = "Tigers"
[log]
level = "debug"
)",
                                              "board.toml", read);

    EXPECT_THAT(problems, IsEmpty());
    EXPECT_EQ(read.board_name, "Court 1");
    EXPECT_EQ(read.data, "/srv/board");
    EXPECT_EQ(read.control, (Endpoint{"127.0.0.1", 7000}));
    EXPECT_EQ(read.controllers_max, 8U);
    EXPECT_EQ(read.spectators, (Endpoint{"::1", 8000}));
    EXPECT_EQ(read.spectators_max, 20U);
    EXPECT_EQ(read.panel, "plp+serial:/dev/ttyUSB0?baud=57600");
    EXPECT_EQ(read.layout, "multisport");
    EXPECT_EQ(read.rulesets_folder, "/etc/scoreboard/rulesets");
    EXPECT_EQ(read.home, "Hawks");
    EXPECT_EQ(read.guest, "Tigers");
    EXPECT_EQ(read.log_level, Severity::kDebug);
    EXPECT_EQ(read.place_of("control.listen"), "board.toml:6:10: ");
}

TEST(ConfigurationTest, AnEmptyFileLeavesTheDefaults)
{
    EXPECT_THAT(problems_of(""), IsEmpty());
}

TEST(ConfigurationTest, NamesTheNearestKeyToAnUnknownOne)
{
    EXPECT_THAT(problems_of("[control]\nlissen = \"127.0.0.1:7000\"\n"),
                ElementsAre("board.toml:2:1: there is no key control.lissen; did you mean control.listen?"));
}

TEST(ConfigurationTest, ReportsEveryProblemWithItsPlace)
{
    const auto problems = problems_of("[public]\nconnections_max = 0\n[log]\nlevel = \"loud\"\n");

    EXPECT_THAT(problems,
                testing::UnorderedElementsAre(HasSubstr("board.toml:2:19: public.connections_max: "),
                                              HasSubstr("board.toml:4:9: log.level: ")));
}

TEST(ConfigurationTest, SaysWhyOnlyLoopbackIsServed)
{
    const auto problems = problems_of("[control]\nlisten = \"0.0.0.0:7410\"\n");

    EXPECT_THAT(problems,
                ElementsAre(testing::AllOf(HasSubstr("board.toml:2:10: control.listen: 0.0.0.0:7410"),
                                           HasSubstr("without pairing"), HasSubstr("127.0.0.1:7410"))));
}

struct Row {
    const char* name;
    const char* text;
    const char* said;
};

class ConfigurationProblemTest : public testing::TestWithParam<Row> {};

TEST_P(ConfigurationProblemTest, IsSaidWithItsPlaceAndWhatToDo)
{
    EXPECT_THAT(problems_of(GetParam().text), ElementsAre(HasSubstr(GetParam().said)));
}

INSTANTIATE_TEST_SUITE_P(
    Files, ConfigurationProblemTest,
    testing::Values(
        Row{"NoToml", "[control\n", "board.toml:1:9: "},
        Row{"UnknownSection", "[boards]\nname = \"x\"\n", "board.toml:1:2: there is no section [boards]"},
        Row{"KeyOutsideASection", "listen = \"127.0.0.1:1\"\n", "board.toml:1:1: there is no key listen"},
        Row{"TextForANumber", "[public]\nconnections_max = \"9\"\n", "a whole number belongs here"},
        Row{"NumberForAText", "[board]\nname = 7\n", "a text in quotes belongs here"},
        Row{"ListForAText", "[board]\nname = [\"x\"]\n", "write board.name = \"Court 1\""},
        Row{"NoAddress", "[control]\nlisten = \"7410\"\n", "write one in digits with its port"},
        Row{"NoName", "[board]\nname = \"\"\n", "a name has 1 to 64 bytes"},
        Row{"OutOfRange", "[control]\nconnections_max = 65\n", "from 1 to 64"},
        Row{"EmptyDevice", "[panel]\ndevice = \"\"\n", "or \"none\""}),
    [](const auto& row) { return row.param.name; });

TEST(ConfigurationTest, AMissingFileIsSaid)
{
    Configuration configuration;

    EXPECT_THAT(read_configuration("/nowhere/board.toml", configuration),
                ElementsAre(HasSubstr("/nowhere/board.toml: cannot be read")));
}

TEST(ConfigurationTest, AFlagOverridesTheFileAndNamesItself)
{
    Configuration configuration;
    ASSERT_THAT(parse_configuration("[board]\nname = \"File\"\n", "board.toml", configuration), IsEmpty());

    EXPECT_EQ(assign(configuration, "board.name", std::string("Flag"), "--name"), "");

    EXPECT_EQ(configuration.board_name, "Flag");
    EXPECT_EQ(configuration.place_of("board.name"), "--name: ");
}

TEST(ConfigurationTest, TheExampleFileIsSoundAndNamesEveryKey)
{
    std::ifstream file(SCOREBOARD_EXAMPLE_CONFIGURATION);
    std::stringstream text;
    text << file.rdbuf();
    Configuration configuration;

    EXPECT_THAT(read_configuration(SCOREBOARD_EXAMPLE_CONFIGURATION, configuration), IsEmpty());
    for (const std::string& key : configuration_keys()) {
        EXPECT_TRUE(configuration.places.contains(key)) << key << " is missing in the example";
    }
}

} // namespace
} // namespace scoreboard::system
