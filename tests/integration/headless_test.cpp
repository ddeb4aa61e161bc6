// The headless controller against the real daemon and the real firmware: taps that were saved while nobody
// listened.
#include <algorithm>
#include <boost/json.hpp>
#include <csignal>
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

constexpr int kTaps = 20;

boost::json::object state_of(const Daemon& daemon)
{
    return boost::json::parse(http_get(daemon.public_port(), "/api/v1/state").body).as_object();
}

// Every entry of the log up to `head`, as a controller that joins gets them.
std::vector<match::Entry> log_of(const Daemon& daemon, match::Rev head)
{
    WireController reader(0xEE);
    EXPECT_TRUE(reader.connect(daemon.control_port()));
    const auto deadline = within(10s);
    while ((reader.entries().empty() || reader.entries().back().rev < head) && reader.pump(deadline) &&
           std::chrono::steady_clock::now() < deadline) {
    }
    EXPECT_THAT(reader.contradictions(), testing::IsEmpty());
    return reader.entries();
}

class HeadlessTest : public testing::TestWithParam<const char*> {
protected:
    std::vector<std::string> controller(const std::string& board, std::vector<std::string> words) const
    {
        std::vector<std::string> command{program("scoreboard-controller-cli"), "--board", board, "--journal",
                                         folder.file("journal")};
        command.insert(command.end(), words.begin(), words.end());
        return command;
    }

    Finished run_controller(const std::string& board, const std::vector<std::string>& words) const
    {
        return run_program(controller(board, words), {}, 60s);
    }

    TempFolder folder;
};

// Goal: what was saved while the daemon was down is recorded once, in order, and shown, although the
// controller was killed in between. Method: a scripted controller saves twenty taps and dies by SIGKILL;
// another run of it, with one tap more, finds the daemon up.
TEST_P(HeadlessTest, TwentyTapsSavedOfflineAreRecordedOnceInOrderAndShown)
{
    PanelSimulator panel(folder.path().string());
    int home = 0;
    int guest = 0;
    // A port that nobody listens on.
    std::string board = std::string(GetParam()) + "://127.0.0.1:9";
    {
        ChildProcess offline(controller(board, {"--wait", "recorded", "--timeout", "300", "script", "-"}));
        for (int i = 0; i < kTaps; ++i) {
            const bool at_home = i % 2 == 0;
            const int points = i % 3 + 1;
            (at_home ? home : guest) += points;
            offline.write(std::string(R"({"cmd":"add","side":")") + (at_home ? "home" : "guest") +
                          R"(","value":)" + std::to_string(points) + ",\"at_ms\":0}\n");
        }
        int saved = 0;
        const auto is_saved = [](const std::string& line) {
            return line.find("\"saved\"") != std::string::npos;
        };
        while (saved < kTaps && offline.wait_for_line(is_saved, within(30s))) {
            ++saved;
        }
        ASSERT_EQ(saved, kTaps) << offline.errors();
        offline.signal(SIGKILL);
        ASSERT_EQ(offline.wait_for_exit(within(20s)), 128 + SIGKILL);
    }

    Daemon daemon(folder.file("data"), {"--panel", panel.url()});
    board = daemon.control_url(GetParam());
    const Finished again = run_controller(board, {"--wait", "shown", "--timeout", "30", "add", "home", "1"});

    ASSERT_EQ(again.exit_code, 0) << again.errors;
    std::vector<match::Entry> entries = log_of(daemon, kTaps + 2);
    ASSERT_EQ(entries.size(),
              std::size_t{kTaps} + 2); // the match's start before them, one tap more behind them
    for (std::size_t i = 1; i < entries.size(); ++i) {
        EXPECT_EQ(entries[i].id().seq, i);
        EXPECT_TRUE(entries[i].outcome.applied);
    }
    EXPECT_EQ(state_of(daemon).at("home").at("score").as_int64(), home + 1);
    EXPECT_EQ(state_of(daemon).at("guest").at("score").as_int64(), guest);
    panel.wait_for_text("home.score", std::to_string(home + 1), within(10s));
    panel.wait_for_text("guest.score", std::to_string(guest), within(10s));
}

// Goal: a STOP tapped during an outage counts from the tap. Method: the clock runs on the board while a
// controller that cannot reach it saves a STOP; eight seconds of game time later it reaches the board.
TEST_P(HeadlessTest, AStopTappedDuringAnOutagePutsTheClocksBackToTheTap)
{
    PanelSimulator panel(folder.path().string());
    Daemon daemon(folder.file("data"), {"--panel", panel.url()});
    const std::string board = daemon.control_url(GetParam());
    const std::string nowhere = std::string(GetParam()) + "://127.0.0.1:9";
    ASSERT_EQ(run_controller(board, {"clock", "start"}).exit_code, 0);
    ASSERT_EQ(run_controller(board, {"shot", "24"}).exit_code, 0);
    const auto remaining = [&](const char* clock) {
        return state_of(daemon).at(clock).at("remainingMs").as_int64();
    };

    const std::int64_t game_before = remaining("clock");
    const std::int64_t shot_before = remaining("shotClock");
    const Finished saved = run_controller(nowhere, {"--wait", "saved", "clock", "stop"});
    const std::int64_t game_after = remaining("clock");
    const std::int64_t shot_after = remaining("shotClock");
    ASSERT_EQ(saved.exit_code, 0) << saved.errors;
    const auto deadline = within(60s);
    while (remaining("clock") > game_after - 8000 && std::chrono::steady_clock::now() < deadline) {
    }
    const Finished sent = run_controller(board, {"--wait", "shown", "add", "home", "2"});

    ASSERT_EQ(sent.exit_code, 0) << sent.errors;
    const auto state = state_of(daemon);
    EXPECT_FALSE(state.at("clock").at("running").as_bool());
    EXPECT_LE(remaining("clock"), game_before);
    EXPECT_GE(remaining("clock"), game_after);
    EXPECT_LE(remaining("shotClock"), shot_before);
    EXPECT_GE(remaining("shotClock"), shot_after);
    panel.wait_for_text("clock", std::string(state.at("clock").at("text").as_string()), within(10s));
    panel.wait_for_text("shot", std::string(state.at("shotClock").at("text").as_string()), within(10s));
}

INSTANTIATE_TEST_SUITE_P(Transports, HeadlessTest, testing::Values("tcp", "ws"),
                         [](const auto& row) { return std::string(row.param); });

} // namespace
} // namespace scoreboard
