// The real programs on disks that fail: nothing that was acknowledged is lost or doubled, the match goes on,
// and every screen says what is true.
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/faulty_machine.h"
#include "support/recorded_once.h"
#include "support/socket.h"
#include "support/temp_folder.h"
#include "support/wire_controller.h"

namespace scoreboard {
namespace {

using namespace std::chrono_literals;
using namespace support;
using testing::HasSubstr;
using testing::IsEmpty;

Finished status_of(const Daemon& daemon)
{
    return run_program({program("scoreboardctl"), "--url", daemon.public_url(), "status"});
}

// While the fault lasts the match goes on without a record, and says so; afterwards everything is recorded.
void expect_live_only_until(Daemon& daemon, WireController& controller, const std::function<void()>& heal)
{
    const std::size_t recorded = controller.answers().size();
    tap(controller, 3);
    const auto score = static_cast<std::int64_t>(controller.issued());

    ASSERT_TRUE(wait_until(daemon, "/healthz", log_is("live-only"), &controller))
        << daemon.process().errors();
    ASSERT_TRUE(wait_until(daemon, "/api/v1/state", home_is(score), &controller));
    const auto state = boost::json::parse(http_get(daemon.public_port(), "/api/v1/state").body).as_object();
    EXPECT_EQ(state.at("unrecorded").as_int64(), 3);
    EXPECT_EQ(http_get(daemon.public_port(), "/healthz").status, 503);
    const Finished status = status_of(daemon);
    EXPECT_EQ(status.exit_code, 2);
    EXPECT_THAT(status.output, HasSubstr("NOT RECORDED  the last 3"));
    EXPECT_THAT(status.errors, HasSubstr("log.sqlite"));
    EXPECT_EQ(controller.answers().size(), recorded) << "acknowledged without a record";

    heal();

    ASSERT_TRUE(settle(controller, daemon.control_port(), within(60s))) << daemon.process().errors();
    EXPECT_TRUE(wait_until(daemon, "/api/v1/state", [score](const boost::json::object& document) {
        return !document.contains("unrecorded") && home_is(score)(document);
    }));
    EXPECT_EQ(status_of(daemon).exit_code, 0);
    EXPECT_THAT(controller.contradictions(), IsEmpty());
}

class CallsFailTest : public testing::TestWithParam<const char*> {};

TEST_P(CallsFailTest, TheMatchGoesOnWithoutARecordAndIsRecordedOnceTheDiskIsBack)
{
    if (const std::string why = why_no_strace(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    TempFolder folder;
    WireController controller(1);
    {
        Daemon daemon(folder.file("data"));
        tap(controller, 5);
        ASSERT_TRUE(settle(controller, daemon.control_port(), within(20s)));
        auto fault = std::make_unique<Strace>(daemon.process().pid(),
                                              std::string("pwrite64,fdatasync,fsync:error=") + GetParam());

        expect_live_only_until(daemon, controller, [&] { fault.reset(); });

        EXPECT_EQ(daemon.stop(), 0);
    }
    expect_everything_once(folder.file("data"), controller);
}

INSTANTIATE_TEST_SUITE_P(Errors, CallsFailTest, testing::Values("EIO", "EROFS", "ENOSPC"),
                         [](const auto& error) { return std::string(error.param); });

TEST(FullDiskTest, TheMatchGoesOnAndIsRecordedOnceThereIsRoom)
{
    if (const std::string why = why_no_mounts(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    TempFolder folder;
    SmallDisk disk(SmallDisk::Kind::kMemory, folder.path().string(), 2); // too small for ballast
    WireController controller(1);
    {
        Daemon daemon(disk.path() + "/data");
        tap(controller, 5);
        ASSERT_TRUE(settle(controller, daemon.control_port(), within(20s)));
        disk.fill();

        expect_live_only_until(daemon, controller, [&] { disk.make_room(); });

        EXPECT_EQ(daemon.stop(), 0);
    }
    expect_everything_once(disk.path() + "/data", controller);
}

TEST(FullDiskTest, BallastLetsTheMatchBeRecordedOn)
{
    if (const std::string why = why_no_mounts(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    TempFolder folder;
    SmallDisk disk(SmallDisk::Kind::kMemory, folder.path().string(), 16);
    WireController controller(1);
    Daemon daemon(disk.path() + "/data");
    ASSERT_TRUE(std::filesystem::exists(disk.path() + "/data/ballast"));
    disk.fill();

    tap(controller, 50);

    EXPECT_TRUE(settle(controller, daemon.control_port(), within(30s))) << daemon.process().errors();
    EXPECT_FALSE(std::filesystem::exists(disk.path() + "/data/ballast"));
    EXPECT_EQ(http_get(daemon.public_port(), "/healthz").status, 200);
    EXPECT_EQ(daemon.stop(), 0);
}

enum class Failure { kPowerCut, kReadOnly };

class LostDiskTest : public testing::TestWithParam<Failure> {};

TEST_P(LostDiskTest, TheMatchGoesOnInMemoryAndWhatWasAcknowledgedIsThereAfterTheRepair)
{
    if (const std::string why = why_no_mounts(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    for (int round = 0; round < (long_run() ? 20 : 1); ++round) {
        TempFolder folder;
        SmallDisk disk(SmallDisk::Kind::kExt4, folder.path().string(), 24);
        WireController controller(1);
        {
            Daemon daemon(disk.path() + "/data");
            tap(controller, 20 + round);
            ASSERT_TRUE(settle(controller, daemon.control_port(), within(20s)));
            ASSERT_TRUE(GetParam() == Failure::kPowerCut ? disk.cut_power() : disk.go_read_only());
            tap(controller, 3);
            const auto score = static_cast<std::int64_t>(controller.issued());

            EXPECT_TRUE(wait_until(daemon, "/healthz", log_is("live-only"), &controller))
                << daemon.process().errors();
            EXPECT_TRUE(wait_until(daemon, "/api/v1/state", home_is(score), &controller));
            EXPECT_EQ(controller.unanswered(), 3u);
            daemon.kill();
        }
        ASSERT_TRUE(disk.power_up());
        expect_everything_once(disk.path() + "/data", controller);
    }
}

INSTANTIATE_TEST_SUITE_P(Failures, LostDiskTest, testing::Values(Failure::kPowerCut, Failure::kReadOnly),
                         [](const auto& failure) {
                             return failure.param == Failure::kPowerCut ? "PowerCut" : "ReadOnly";
                         });

TEST(DamagedLogTest, IsSetAsideAndTheDaemonStarts)
{
    for (const bool truncated : {true, false}) {
        TempFolder folder;
        const std::string log = folder.file("data") + "/log.sqlite";
        WireController controller(1);
        {
            Daemon daemon(folder.file("data"));
            tap(controller, 200);
            ASSERT_TRUE(settle(controller, daemon.control_port(), within(30s)));
            ASSERT_EQ(daemon.stop(), 0);
        }
        const auto size = std::filesystem::file_size(log);
        if (truncated) {
            std::filesystem::resize_file(log, size / 2);
        } else {
            std::fstream file(log, std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(static_cast<std::streamoff>(size / 2));
            file.write("\xA5\x5A\xA5\x5A\xA5\x5A\xA5\x5A", 8);
        }

        Daemon daemon(folder.file("data"));

        EXPECT_EQ(daemon.field("rev"), "1");
        EXPECT_TRUE(std::filesystem::exists(log + ".damaged-1"));
        controller.forget_answers();
        EXPECT_TRUE(settle(controller, daemon.control_port(), within(30s)));
        EXPECT_TRUE(wait_until(daemon, "/api/v1/state", home_is(200)));
        EXPECT_THAT(daemon.process().errors(), HasSubstr("was kept as " + log + ".damaged-1"));
    }
}

} // namespace
} // namespace scoreboard
