// kill -9 of the daemon under load: no recorded command is lost, none is doubled, and every answer stays the
// same.
#include <boost/json.hpp>
#include <cstdio>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "support/daemon.h"
#include "support/faulty_machine.h"
#include "support/socket.h"
#include "support/temp_folder.h"
#include "support/wire_controller.h"

namespace scoreboard {
namespace {

using namespace std::chrono_literals;
using namespace support;

// Before a release: more.
int kills()
{
    return long_run() ? 300 : 50;
}
constexpr std::size_t kInFlight = 16;

// Four controllers tap as fast as they are answered until `answers` more answers have come.
void tap_until(std::vector<WireController>& controllers, std::size_t answers, Deadline deadline)
{
    const auto answered = [&] {
        std::size_t sum = 0;
        for (const WireController& controller : controllers) {
            sum += controller.answers().size();
        }
        return sum;
    };
    const std::size_t enough = answered() + answers;
    while (answered() < enough) {
        ASSERT_LT(std::chrono::steady_clock::now(), deadline);
        for (WireController& controller : controllers) {
            while (controller.unanswered() < kInFlight) {
                controller.issue(
                    match::AddScore{controller.issued() % 2 == 0 ? match::Side::kHome : match::Side::kGuest,
                                    controller.issued() % 5 == 4 ? -1 : 1});
            }
            ASSERT_TRUE(controller.pump(within(5ms)));
        }
    }
}

TEST(CrashTest, KillsUnderLoadLoseNothingAndDoubleNothing)
{
    TempFolder folder;
    std::mt19937 random(20261124);
    std::vector<WireController> controllers;
    for (std::uint8_t number = 1; number <= 4; ++number) {
        controllers.emplace_back(number);
    }

    const int kills_planned = kills();
    for (int kill = 0; kill < kills_planned && !HasFatalFailure(); ++kill) {
        Daemon daemon(folder.file("data"));
        for (WireController& controller : controllers) {
            ASSERT_TRUE(controller.connect(daemon.control_port()));
        }
        tap_until(controllers, random() % 200, within(30s));
        daemon.kill();
        for (WireController& controller : controllers) {
            controller.disconnect();
        }
    }

    // Everything that was ever tapped goes out once more.
    Daemon daemon(folder.file("data"));
    std::set<match::Rev> revs;
    std::int64_t home = 0;
    std::int64_t guest = 0;
    for (WireController& controller : controllers) {
        controller.forget_answers();
        ASSERT_TRUE(controller.connect(daemon.control_port()));
        ASSERT_TRUE(controller.settle(within(60s)));
        EXPECT_THAT(controller.contradictions(), testing::IsEmpty());
        EXPECT_EQ(controller.answers().size(), controller.issued());
        match::Rev last = 0;
        for (const auto& [seq, ack] : controller.answers()) {
            EXPECT_TRUE(revs.insert(ack.rev).second) << "two commands at rev " << ack.rev;
            EXPECT_GT(ack.rev, last) << "seq " << seq
                                     << " was recorded before the one that was tapped before it";
            last = ack.rev;
            if (ack.outcome.applied) {
                ((seq - 1) % 2 == 0 ? home : guest) += (seq - 1) % 5 == 4 ? -1 : 1;
            }
        }
    }
    const auto state = boost::json::parse(http_get(daemon.public_port(), "/api/v1/state").body).as_object();
    EXPECT_EQ(state.at("home").at("score").as_int64(), home);
    EXPECT_EQ(state.at("guest").at("score").as_int64(), guest);
    EXPECT_EQ(state.at("rev").to_number<std::size_t>(), revs.size() + 1); // and the match's start
    std::printf("%d kills, %zu commands recorded\n", kills_planned, revs.size());
}

} // namespace
} // namespace scoreboard
