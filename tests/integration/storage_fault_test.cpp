// The real programs on disks that fail: nothing that was acknowledged is lost or doubled, the match goes on,
// and every screen says what is true.
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/faulty_machine.h"
#include "support/socket.h"
#include "support/temp_folder.h"
#include "support/wire_controller.h"

namespace scoreboard {
namespace {

using namespace std::chrono_literals;
using namespace support;
using testing::HasSubstr;
using testing::IsEmpty;

void tap(WireController& controller, int count)
{
    for (int n = 0; n < count; ++n) {
        controller.issue(match::AddScore{match::Side::kHome, 1});
    }
}

// As a tablet does: whenever the connection is gone, another, until everything is answered.
bool settle(WireController& controller, std::uint16_t port, Deadline deadline)
{
    while (controller.unanswered() > 0) {
        if (std::chrono::steady_clock::now() > deadline ||
            (!controller.connected() && !controller.connect(port))) {
            return false;
        }
        controller.pump(within(20ms));
        // What was answered STORAGE_FAULT waits for the next connection, which the board asks for by closing.
    }
    return true;
}

// The document or the health, asked for again and again until `wanted` holds of it.
template <class Wanted>
bool wait_until(const Daemon& daemon, const char* target, Wanted wanted, WireController* controller = nullptr)
{
    const Deadline deadline = within(60s);
    while (std::chrono::steady_clock::now() < deadline) {
        if (controller != nullptr &&
            (controller->connected() || controller->connect(daemon.control_port()))) {
            controller->pump(within(20ms));
        }
        const HttpReply reply = http_get(daemon.public_port(), target);
        boost::json::error_code error;
        const auto value = boost::json::parse(reply.body, error);
        if (!error && value.is_object() && wanted(value.as_object())) {
            return true;
        }
    }
    return false;
}

auto log_is(const char* status)
{
    return [status](const boost::json::object& health) { return health.at("log").as_string() == status; };
}

auto home_is(std::int64_t score)
{
    return [score](const boost::json::object& state) {
        return state.at("home").at("score").as_int64() == score;
    };
}

Finished status_of(const Daemon& daemon)
{
    return run_program({program("scoreboardctl"), "--url", daemon.public_url(), "status"});
}

// Everything that was ever tapped comes again, to a daemon started anew on the same folder.
void expect_everything_once(const std::string& data, WireController& controller)
{
    Daemon daemon(data);
    controller.disconnect();
    controller.forget_answers();
    ASSERT_TRUE(settle(controller, daemon.control_port(), within(30s)));
    EXPECT_THAT(controller.contradictions(), IsEmpty());
    EXPECT_TRUE(wait_until(daemon, "/api/v1/state", home_is(static_cast<std::int64_t>(controller.issued()))));
    EXPECT_EQ(daemon.stop(), 0);
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

struct Injection {
    const char* name;
    const char* what; // of strace, without the number
    const char* call;
};

void PrintTo(const Injection& injection, std::ostream* out)
{
    *out << injection.name;
}

class EveryCallTest : public testing::TestWithParam<Injection> {};

TEST_P(EveryCallTest, NothingIsLostOrDoubledWhicheverCallItIs)
{
    if (const std::string why = why_no_strace(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    const int most = long_run() ? 1000 : 4;
    const int stride = long_run() ? 1 : 5;
    int untouched = 0; // runs that ended before the call came
    for (int n = 1; n < most * stride && untouched == 0; n += stride) {
        SCOPED_TRACE(std::string(GetParam().call) + " number " + std::to_string(n));
        TempFolder folder;
        WireController controller(1);
        tap(controller, 6);
        std::vector<std::string> command = strace_command(std::string(GetParam().call) + ":" +
                                                          GetParam().what + ":when=" + std::to_string(n));
        command.insert(command.end(), {program("scoreboard-daemon"), "--data", folder.file("data"),
                                       "--control", "127.0.0.1:0", "--public", "127.0.0.1:0"});
        ChildProcess daemon(command);
        const auto ready = daemon.wait_for_line(
            [](const std::string& line) { return line.starts_with("ready "); }, within(30s));
        if (ready) {
            const std::size_t colon = ready->find(':', ready->find("control="));
            const auto port = static_cast<std::uint16_t>(std::stoi(ready->substr(colon + 1)));
            const bool all = settle(controller, port, within(30s));
            const bool ended = daemon.wait_for_exit(within(0ms)).has_value();
            EXPECT_TRUE(all || ended) << daemon.errors();
            const bool fault = daemon.errors().find("STORAGE FAULT") != std::string::npos;
            untouched += !ended && !fault && all ? 1 : 0;
            daemon.signal(SIGTERM);
            if (!daemon.wait_for_exit(within(20s))) {
                ADD_FAILURE() << "the daemon does not end: " << daemon.errors();
            }
        } else {
            EXPECT_TRUE(daemon.wait_for_exit(within(20s))) << "neither ready nor ended: " << daemon.errors();
        }
        expect_everything_once(folder.file("data"), controller);
        if (HasFailure()) {
            return;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Calls, EveryCallTest,
                         testing::Values(Injection{"KilledAtAWrite", "signal=SIGKILL", "pwrite64"},
                                         Injection{"KilledAtASync", "signal=SIGKILL", "fdatasync"},
                                         Injection{"FailedWrite", "error=EIO", "pwrite64"},
                                         Injection{"FailedSync", "error=EIO", "fdatasync"},
                                         Injection{"FullDisk", "error=ENOSPC", "pwrite64"}),
                         [](const auto& call) { return call.param.name; });

class EveryJournalCallTest : public testing::TestWithParam<Injection> {};

// A tablet whose board is out of reach, and what is saved on it until the call that kills it or fails.
int save_taps(const std::string& injection, const std::string& journal, int taps)
{
    std::vector<std::string> command = strace_command(injection);
    command.insert(command.end(),
                   {program("scoreboard-controller-cli"), "--board", "tcp://127.0.0.1:9", "--journal",
                    journal, "--wait", "recorded", "--timeout", "300", "script", "-"});
    ChildProcess tablet(command);
    int saved = 0;
    for (bool alive = true; alive && saved < taps; saved += alive ? 1 : 0) {
        tablet.write("{\"cmd\":\"add\",\"side\":\"home\",\"value\":1,\"at_ms\":0}\n");
        alive = tablet
                    .wait_for_line(
                        [](const std::string& line) { return line.find("\"saved\"") != std::string::npos; },
                        within(20s))
                    .has_value();
    }
    tablet.signal(SIGTERM);
    EXPECT_TRUE(tablet.wait_for_exit(within(20s))) << tablet.errors();
    return saved;
}

TEST_P(EveryJournalCallTest, ASavedTapIsRecordedWhicheverCallItIs)
{
    if (const std::string why = why_no_strace(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    constexpr int kTaps = 4;
    const int most = long_run() ? 120 : 4;
    const int stride = long_run() ? 1 : 9;
    const bool kills = std::string(GetParam().what) == "signal=SIGKILL";
    bool ended = false;
    for (int n = 1; n < most * stride && !ended; n += stride) {
        SCOPED_TRACE(std::string(GetParam().call) + " number " + std::to_string(n));
        TempFolder folder;
        const std::string journal = folder.file("journal");
        const int saved =
            save_taps(std::string(GetParam().call) + ":" + GetParam().what + ":when=" + std::to_string(n),
                      journal, kTaps);
        ended = kills && saved == kTaps; // the call did not come any more
        Daemon daemon(folder.file("data"));

        const Finished again =
            run_program({program("scoreboard-controller-cli"), "--board", daemon.control_url("tcp"),
                         "--journal", journal, "--wait", "recorded", "--timeout", "30", "add", "guest", "1"},
                        {}, 60s);

        ASSERT_EQ(again.exit_code, 0) << again.errors;
        const auto state =
            boost::json::parse(http_get(daemon.public_port(), "/api/v1/state").body).as_object();
        const std::int64_t recorded = state.at("home").at("score").as_int64();
        ASSERT_GE(recorded, saved) << "a saved tap is lost";
        ASSERT_LE(recorded, saved + (kills ? 1 : 0)) << "a tap counted twice, or one that was refused";
        ASSERT_EQ(state.at("guest").at("score").as_int64(), 1);
        EXPECT_EQ(daemon.stop(), 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Calls, EveryJournalCallTest,
                         testing::Values(Injection{"KilledAtAWrite", "signal=SIGKILL", "pwrite64"},
                                         Injection{"KilledAtASync", "signal=SIGKILL", "fdatasync"},
                                         Injection{"FailedSync", "error=EIO", "fdatasync"}),
                         [](const auto& call) { return call.param.name; });

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
