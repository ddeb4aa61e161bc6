// The daemon as a service: how it starts, what it refuses to start with, how it ends and what it remembers.
#include <boost/json.hpp>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/socket.h"
#include "support/temp_folder.h"
#include "support/wire_controller.h"

namespace scoreboard {
namespace {

using namespace std::chrono_literals;
using namespace support;
using testing::HasSubstr;
using testing::StartsWith;

boost::json::object state_of(const Daemon& daemon)
{
    return boost::json::parse(http_get(daemon.public_port(), "/api/v1/state").body).as_object();
}

// Whether the board has noted where its clocks stand.
bool has_a_beat(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return bytes.find("SBH1") != std::string::npos;
}

TEST(LifecycleTest, AnEmptyLogBeginsWithAMatch)
{
    TempFolder folder;

    Daemon daemon(folder.file("data"));

    EXPECT_EQ(daemon.field("rev"), "1");
    EXPECT_EQ(daemon.field("panel"), "none");
    const auto state = state_of(daemon);
    EXPECT_EQ(state.at("logId").as_string(), daemon.field("log"));
    EXPECT_EQ(state.at("ruleset").as_string(), "basketball.fiba.2026");
    EXPECT_EQ(state.at("home").at("name").as_string(), "HOME");
}

TEST(LifecycleTest, ASignalEndsItCleanly)
{
    for (const int number : {SIGTERM, SIGINT}) {
        TempFolder folder;
        Daemon daemon(folder.file("data"));

        daemon.process().signal(number);

        EXPECT_EQ(daemon.process().wait_for_exit(within(20s)), 0);
    }
}

TEST(LifecycleTest, ASignalEndsItWithReadersAndControllersConnected)
{
    TempFolder folder;
    Daemon daemon(folder.file("data"));
    auto reader = Socket::connect(daemon.public_port());
    ASSERT_TRUE(reader && reader->send("GET /api/v1/stream HTTP/1.1\r\nHost: x\r\n\r\n"));
    ASSERT_THAT(reader->read_until("event: state", within(10s)), HasSubstr("event: state"));
    WireController controller(1);
    ASSERT_TRUE(controller.connect(daemon.control_port()));
    controller.issue(match::AddScore{match::Side::kHome, 2});
    ASSERT_TRUE(controller.settle(within(10s)));

    EXPECT_EQ(daemon.stop(), 0);
}

TEST(LifecycleTest, ARestartKeepsLogAndState)
{
    TempFolder folder;
    std::string log;
    {
        Daemon daemon(folder.file("data"));
        log = daemon.field("log");
        WireController controller(1);
        ASSERT_TRUE(controller.connect(daemon.control_port()));
        controller.issue(match::AddScore{match::Side::kHome, 3});
        controller.issue(match::AddScore{match::Side::kGuest, 2});
        ASSERT_TRUE(controller.settle(within(10s)));
        ASSERT_EQ(daemon.stop(), 0);
    }

    Daemon again(folder.file("data"));

    EXPECT_EQ(again.field("log"), log);
    EXPECT_EQ(again.field("rev"), "3");
    EXPECT_EQ(state_of(again).at("home").at("score").as_int64(), 3);
    EXPECT_EQ(state_of(again).at("guest").at("score").as_int64(), 2);
}

TEST(LifecycleTest, AnotherBootStandsEveryClock)
{
    TempFolder folder;
    {
        Daemon daemon(folder.file("data"), {"--boot-id", "00000000000000000000000000000001"});
        WireController controller(1);
        ASSERT_TRUE(controller.connect(daemon.control_port()));
        controller.issue(match::StartClock{});
        ASSERT_TRUE(controller.settle(within(10s)));
        ASSERT_TRUE(state_of(daemon).at("clock").at("running").as_bool());
        daemon.kill();
    }

    Daemon again(folder.file("data"), {"--boot-id", "00000000000000000000000000000002"});

    EXPECT_FALSE(state_of(again).at("clock").at("running").as_bool());
}

TEST(LifecycleTest, APowerCutPausesTheClockAtTheLastHeartbeat)
{
    TempFolder folder;
    std::int64_t length = 0;
    {
        Daemon daemon(folder.file("data"), {"--boot-id", "00000000000000000000000000000001"});
        WireController controller(1);
        ASSERT_TRUE(controller.connect(daemon.control_port()));
        length = state_of(daemon).at("clock").at("remainingMs").as_int64();
        controller.issue(match::StartClock{});
        ASSERT_TRUE(controller.settle(within(10s)));
        const auto deadline = within(30s);
        while (!has_a_beat(folder.file("data") + "/heartbeat") &&
               std::chrono::steady_clock::now() < deadline) {
            ASSERT_TRUE(controller.pump(within(20ms)));
        }
        daemon.kill();
    }

    Daemon again(folder.file("data"), {"--boot-id", "00000000000000000000000000000002"});

    const auto clock = state_of(again).at("clock").as_object();
    EXPECT_FALSE(clock.at("running").as_bool());
    EXPECT_LT(clock.at("remainingMs").as_int64(), length) << "it came back at the START";
}

TEST(LifecycleTest, ASecondDaemonOnTheSameLogSaysWhoHoldsIt)
{
    TempFolder folder;
    Daemon daemon(folder.file("data"));

    const Finished second = run_program({program("scoreboard-daemon"), "--data", folder.file("data"),
                                         "--control", "127.0.0.1:0", "--public", "127.0.0.1:0"});

    EXPECT_EQ(second.exit_code, 1);
    EXPECT_THAT(second.errors, HasSubstr(std::to_string(daemon.process().pid())));
}

TEST(LifecycleTest, APortThatIsTakenIsNamed)
{
    TempFolder folder;
    Daemon daemon(folder.file("data"));

    for (const char* flag : {"--control", "--public"}) {
        std::vector<std::string> command{program("scoreboard-daemon"), "--data", folder.file("other")};
        command.insert(command.end(), {"--control", flag == std::string("--control") ? daemon.field("control")
                                                                                     : "127.0.0.1:0"});
        command.insert(command.end(), {"--public", flag == std::string("--public") ? daemon.field("control")
                                                                                   : "127.0.0.1:0"});

        const Finished second = run_program(command);

        EXPECT_EQ(second.exit_code, 1);
        EXPECT_THAT(second.errors, HasSubstr(daemon.field("control")));
        EXPECT_THAT(second.errors, HasSubstr(flag));
    }
}

struct Row {
    const char* name;
    std::vector<std::string> arguments;
    int exit_code;
    const char* said;
};

class StartUpTest : public testing::TestWithParam<Row> {};

TEST_P(StartUpTest, RefusesWithASentence)
{
    std::vector<std::string> command{program("scoreboard-daemon")};
    command.insert(command.end(), GetParam().arguments.begin(), GetParam().arguments.end());

    const Finished result = run_program(command);

    EXPECT_EQ(result.exit_code, GetParam().exit_code);
    EXPECT_THAT(result.errors, HasSubstr(GetParam().said));
    EXPECT_EQ(result.output, "");
}

INSTANTIATE_TEST_SUITE_P(
    Flags, StartUpTest,
    testing::Values(
        Row{"NoData", {}, 64, "--data DIR"}, Row{"UnknownFlag", {"--nonsense"}, 64, "--nonsense"},
        Row{"NotLoopback", {"--data", "/tmp/x", "--control", "0.0.0.0:7410"}, 64, "without pairing"},
        Row{"PublicNotLoopback", {"--data", "/tmp/x", "--public", "192.168.1.7:80"}, 64, "only loopback"},
        Row{"NoAddress", {"--data", "/tmp/x", "--control", "7410"}, 64, "127.0.0.1:7410"},
        Row{"UnknownPanel", {"--data", "/tmp/x", "--panel", "lamp:/dev/x"}, 64, "plp+serial:"},
        Row{"UnknownLayout", {"--data", "/tmp/x", "--layout", "huge"}, 64, "known: multisport"},
        Row{"NoConfig", {"--config", "/nowhere.toml"}, 1, "/nowhere.toml: cannot be read"},
        Row{"FolderThatCannotBe",
            {"--data", "/proc/nowhere/data", "--control", "127.0.0.1:0"},
            1,
            "/proc/nowhere"},
        Row{"NoBootId", {"--data", "/tmp/x", "--boot-id", "seven"}, 1, "32 hexadecimal digits"}),
    [](const auto& row) { return row.param.name; });

TEST(LifecycleTest, CheckConfigSaysOkOrWhere)
{
    TempFolder folder;
    std::ofstream(folder.file("good.toml")) << "[board]\nname = \"Court 1\"\n";
    std::ofstream(folder.file("bad.toml")) << "[panel]\ndevice = \"plp+serial:/dev/x?baud=fast\"\n";

    const Finished good =
        run_program({program("scoreboard-daemon"), "--config", folder.file("good.toml"), "--check-config"});
    const Finished bad =
        run_program({program("scoreboard-daemon"), "--config", folder.file("bad.toml"), "--check-config"});

    EXPECT_EQ(good.exit_code, 0);
    EXPECT_EQ(good.output, "ok\n");
    EXPECT_EQ(bad.exit_code, 1);
    EXPECT_THAT(bad.errors, HasSubstr("bad.toml:2:10: panel.device: "));
}

TEST(LifecycleTest, AForeignLogIsNamedAndLeftAsItIs)
{
    TempFolder folder;
    std::filesystem::create_directory(folder.file("data"));
    std::ofstream(folder.file("data/log.sqlite")) << "this is a letter to my aunt, and no log";

    const Finished result = run_program({program("scoreboard-daemon"), "--data", folder.file("data"),
                                         "--control", "127.0.0.1:0", "--public", "127.0.0.1:0"});

    EXPECT_EQ(result.exit_code, 1);
    EXPECT_THAT(result.errors, HasSubstr("log.sqlite"));
    std::ifstream file(folder.file("data/log.sqlite"));
    std::string text;
    std::getline(file, text);
    EXPECT_THAT(text, StartsWith("this is a letter"));
}

TEST(LifecycleTest, CtlPrintsTheScoreAndTellsAnUnreachableBoard)
{
    TempFolder folder;
    std::string url;
    {
        Daemon daemon(folder.file("data"));
        url = daemon.public_url();
        const Finished status = run_program({program("scoreboardctl"), "--url", url, "status"});
        const Finished as_json = run_program({program("scoreboardctl"), "--url", url, "status", "--json"});

        EXPECT_EQ(status.exit_code, 0);
        EXPECT_THAT(status.output, HasSubstr("recorded  rev 1 of log " + daemon.field("log")));
        EXPECT_THAT(status.output, HasSubstr("this board drives no panel"));
        EXPECT_EQ(boost::json::parse(as_json.output).at("rev").as_int64(), 1);
    }

    const Finished gone = run_program({program("scoreboardctl"), "--url", url, "status"});

    EXPECT_EQ(gone.exit_code, 1);
    EXPECT_THAT(gone.errors, HasSubstr("no board answers at " + url));
}

TEST(LifecycleTest, CtlWatchFollowsTheScoreAndTheBoardsReturn)
{
    TempFolder folder;
    auto daemon = std::make_unique<Daemon>(folder.file("data"));
    const std::string control = daemon->field("control");
    const std::string address = daemon->field("public");
    ChildProcess watch({program("scoreboardctl"), "--url", daemon->public_url(), "--json", "watch"});
    const auto says = [](const std::string& text) {
        return [text](const std::string& line) { return line.find(text) != std::string::npos; };
    };
    ASSERT_TRUE(watch.wait_for_line(says("\"rev\":1,"), within(20s)));
    WireController controller(1);
    ASSERT_TRUE(controller.connect(daemon->control_port()));

    controller.issue(match::AddScore{match::Side::kHome, 2});
    ASSERT_TRUE(controller.settle(within(10s)));
    EXPECT_TRUE(watch.wait_for_line(says("\"rev\":2,"), within(20s)));
    controller.disconnect();
    daemon->kill();
    daemon = std::make_unique<Daemon>(folder.file("data"),
                                      std::vector<std::string>{"--control", control, "--public", address});

    EXPECT_TRUE(watch.wait_for_line(says("\"rev\":2,"), within(20s))) << watch.errors();
    EXPECT_THAT(watch.errors(), HasSubstr("has gone"));
}

TEST(LifecycleTest, APanelThatIsNotThereIsToldAndTheRestGoesOn)
{
    TempFolder folder;
    const std::string device = folder.file("no-panel");

    Daemon daemon(folder.file("data"), {"--panel", "plp+serial:" + device + "?baud=115200"});

    WireController controller(1);
    ASSERT_TRUE(controller.connect(daemon.control_port()));
    controller.issue(match::AddScore{match::Side::kHome, 2});
    EXPECT_TRUE(controller.settle(within(10s)));
    const Finished status = run_program({program("scoreboardctl"), "--url", daemon.public_url(), "status"});
    EXPECT_EQ(status.exit_code, 2);
    EXPECT_THAT(status.errors, HasSubstr(device));
    EXPECT_THAT(status.output, HasSubstr("panel fault"));
}

} // namespace
} // namespace scoreboard
