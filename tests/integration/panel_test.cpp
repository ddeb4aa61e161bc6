// Daemon and firmware through every trouble that a cable can make: the panel never shows a wrong number, and
// is right again when the trouble ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/panel_simulator.h"
#include "support/socket.h"
#include "support/temp_folder.h"
#include "support/wire_controller.h"

namespace scoreboard {
namespace {

using namespace std::chrono_literals;
using namespace support;
using testing::HasSubstr;

class PanelTest : public testing::Test {
protected:
    // Adds a point at home and waits until it is recorded.
    void tap()
    {
        if (!controller.connected()) {
            ASSERT_TRUE(controller.connect(daemon->control_port()));
        }
        controller.issue(match::AddScore{match::Side::kHome, 1});
        ASSERT_TRUE(controller.settle(within(20s)));
        ++points;
    }

    // What the panel shows was the score at some time, and never an older one than it showed before.
    void expect_never_wrong()
    {
        const std::string text = panel.text("home.score");
        if (text.empty()) {
            return; // dark, after a reset
        }
        const int shown = std::stoi(text);
        EXPECT_LE(shown, points);
        EXPECT_GE(shown, newest_shown);
        newest_shown = shown;
    }

    void expect_right_again() { panel.wait_for_text("home.score", std::to_string(points), within(20s)); }

    TempFolder folder;
    PanelSimulator panel{folder.path().string()};
    std::unique_ptr<Daemon> daemon =
        std::make_unique<Daemon>(folder.file("data"), std::vector<std::string>{"--panel", panel.url()});
    WireController controller{1};
    int points = 0;
    int newest_shown = 0;
};

TEST_F(PanelTest, ATapIsShownAndEveryControllerIsTold)
{
    tap();

    expect_right_again();
    const auto deadline = within(20s);
    while ((!controller.panel() || controller.panel()->shown < 2) && controller.pump(deadline)) {
    }
    ASSERT_TRUE(controller.panel());
    EXPECT_EQ(controller.panel()->shown, 2U);
    EXPECT_EQ(controller.panel()->status, session::PanelStatus::kOk);
    EXPECT_THAT(http_get(daemon->public_port(), "/api/v1/state").body,
                HasSubstr("\"panel\":{\"status\":\"ok\",\"shownRev\":2"));
    EXPECT_THAT(run_program({program("scoreboardctl"), "--url", daemon->public_url(), "status"}).output,
                HasSubstr("shown     rev 2, panel ok"));
}

struct Trouble {
    const char* name;
    std::vector<std::vector<std::string>> begin;
    std::vector<std::string> end; // empty: it ends by itself
};

class PanelTroubleTest : public PanelTest, public testing::WithParamInterface<Trouble> {};

TEST_P(PanelTroubleTest, NeverShowsAWrongNumberAndIsRightAgain)
{
    tap();
    expect_right_again();

    for (const auto& words : GetParam().begin) {
        panel.ctl(words);
    }
    for (int i = 0; i < 20; ++i) {
        tap();
        expect_never_wrong();
    }
    if (!GetParam().end.empty()) {
        panel.ctl(GetParam().end);
    }

    expect_right_again();
    EXPECT_TRUE(panel.wait_until(
        [&](const auto&) {
            return http_get(daemon->public_port(), "/api/v1/state")
                       .body.find("\"panel\":{\"status\":\"ok\"") != std::string::npos;
        },
        within(20s)));
}

INSTANTIATE_TEST_SUITE_P(
    Troubles, PanelTroubleTest,
    testing::Values(Trouble{"FlippedBits", {{"set", "bitflip=0.001"}}, {"set", "bitflip=0"}},
                    Trouble{"LostBytes", {{"set", "drop=0.01"}}, {"set", "drop=0"}},
                    Trouble{"StrangeBytes", {{"set", "insert=0.01"}}, {"set", "insert=0"}},
                    Trouble{"DoubledBytes", {{"set", "dup=0.01"}}, {"set", "dup=0"}},
                    Trouble{"Bursts", {{"set", "burst=0.002"}}, {"set", "burst=0"}},
                    Trouble{"ThePanelIsMute", {{"set", "tx-dead=on"}}, {"set", "tx-dead=off"}},
                    Trouble{"ThePanelIsDeaf", {{"set", "rx-dead=on"}}, {"set", "rx-dead=off"}},
                    Trouble{"Unplugged", {{"unplug", "500ms"}}, {}}, Trouble{"Reset", {{"reset"}}, {}}),
    [](const auto& row) { return row.param.name; });

TEST_F(PanelTest, IsRightAgainAfterEveryKillOfTheDaemon)
{
    for (int kill = 0; kill < 50 && !HasFailure(); ++kill) {
        tap();
        daemon->kill();
        controller.disconnect();
        expect_never_wrong();

        daemon =
            std::make_unique<Daemon>(folder.file("data"), std::vector<std::string>{"--panel", panel.url()});

        expect_right_again();
    }
}

} // namespace
} // namespace scoreboard
