// The real programs killed, or failed by the kernel, at one call after another that writes or syncs: while
// they start, while taps are recorded or saved one by one, and while they stop. What was acknowledged is
// there afterwards, and everything is recorded once.
#include <boost/json.hpp>
#include <csignal>
#include <cstdio>
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

constexpr int kTaps = 4;

struct Injection {
    const char* name;
    const char* what; // of strace, without the number
    const char* call;
    int stride; // of the slice that is tried when the run is not a long one

    bool kills() const { return std::string(what) == "signal=SIGKILL"; }
    std::string at(int n) const { return std::string(call) + ":" + what + ":when=" + std::to_string(n); }
};

void PrintTo(const Injection& injection, std::ostream* out)
{
    *out << injection.name;
}

std::string name_of(const testing::TestParamInfo<Injection>& row)
{
    return row.param.name;
}

struct Hit {
    bool came = false; // the call that was waited for
    bool died = false; // of it
};

Hit hit_of(std::optional<int> exit_code, bool injected)
{
    const bool died = exit_code == 128 + SIGKILL; // nobody else kills
    return {died || injected, died};
}

// `once` runs everything with an injection at call `n`, and says whether that call came. The number of the
// first that did not, which strace knows: most failures are told by nothing else, because the programs bear
// them.
int sweep(const Injection& injection, const std::function<bool(int n)>& once)
{
    const int stride = long_run() ? 1 : injection.stride;
    int runs = 0;
    for (int n = 1;; n += stride, ++runs) {
        SCOPED_TRACE(std::string(injection.call) + " number " + std::to_string(n));
        const bool came = once(n);
        if (!came || testing::Test::HasFailure()) {
            std::printf("%s of %s: %d calls\n", injection.what, injection.call, runs);
            return n;
        }
    }
}

class EveryCallOfAStartTest : public testing::TestWithParam<Injection> {};

// strace counts the calls of each thread, and the first one both opens the log and closes it.
bool start_with(const Injection& injection, int n)
{
    TempFolder folder;
    WireController controller(1);
    tap(controller, kTaps);
    const std::string log = folder.file("strace");
    std::vector<std::string> command = strace_command(injection.at(n), log);
    command.insert(command.end(), {program("scoreboard-daemon"), "--data", folder.file("data"), "--control",
                                   "127.0.0.1:0", "--public", "127.0.0.1:0"});
    ChildProcess daemon(command);
    const auto ready =
        daemon.wait_for_line([](const std::string& line) { return line.starts_with("ready "); }, within(30s));
    bool all = false;
    if (ready) {
        const std::size_t colon = ready->find(':', ready->find("control="));
        all =
            settle(controller, static_cast<std::uint16_t>(std::stoi(ready->substr(colon + 1))), within(30s));
        daemon.signal(SIGTERM);
    }
    const auto exit_code = daemon.wait_for_exit(within(20s));
    const Hit hit = hit_of(exit_code, injected(log));
    EXPECT_TRUE(exit_code) << "the daemon does not end: " << daemon.errors();
    EXPECT_TRUE(!ready || all || hit.died) << "ready, and does not record: " << daemon.errors();
    EXPECT_TRUE(hit.came || all) << "no call failed, and it does not record: " << daemon.errors();
    expect_everything_once(folder.file("data"), controller);
    return hit.came;
}

TEST_P(EveryCallOfAStartTest, NothingIsLostOrDoubledWhicheverCallItIs)
{
    if (const std::string why = why_no_strace(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    sweep(GetParam(), [](int n) { return start_with(GetParam(), n); });
}

INSTANTIATE_TEST_SUITE_P(Calls, EveryCallOfAStartTest,
                         testing::Values(Injection{"KilledAtAWrite", "signal=SIGKILL", "pwrite64", 7},
                                         Injection{"KilledAtASync", "signal=SIGKILL", "fdatasync", 5},
                                         Injection{"KilledAtASyncOfAFile", "signal=SIGKILL", "fsync", 3},
                                         Injection{"FailedWrite", "error=EIO", "pwrite64", 7},
                                         Injection{"FailedSync", "error=EIO", "fdatasync", 5},
                                         Injection{"FailedSyncOfAFile", "error=EIO", "fsync", 3},
                                         Injection{"FullDisk", "error=ENOSPC", "pwrite64", 7}),
                         name_of);

class EveryCallAtWorkTest : public testing::TestWithParam<Injection> {};

// Each tap is a commit of its own. strace comes when the daemon is ready, so that it counts from the first of
// them on, in the thread that records.
bool work_with(const Injection& injection, int n)
{
    TempFolder folder;
    WireController controller(1);
    Hit hit;
    {
        Daemon daemon(folder.file("data"));
        Strace strace(daemon.process().pid(), injection.at(n));
        bool recorded = true;
        for (int taps = 0; recorded && taps < kTaps; ++taps) {
            tap(controller, 1);
            recorded = settle(controller, daemon.control_port(), within(30s));
        }
        daemon.process().signal(SIGTERM);
        const auto exit_code = daemon.process().wait_for_exit(within(20s));
        hit = hit_of(exit_code, strace.injected());
        EXPECT_TRUE(exit_code) << "the daemon does not end: " << daemon.process().errors();
        EXPECT_TRUE(recorded || hit.died) << "it lives, and does not record: " << daemon.process().errors();
    }
    expect_everything_once(folder.file("data"), controller);
    return hit.came;
}

TEST_P(EveryCallAtWorkTest, NothingIsLostOrDoubledWhicheverCallItIs)
{
    if (const std::string why = why_no_strace(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    const int end = sweep(GetParam(), [](int n) { return work_with(GetParam(), n); });
    EXPECT_TRUE(HasFailure() || end > kTaps)
        << "of every tap there is a call, and " << end << " did not come";
}

INSTANTIATE_TEST_SUITE_P(Calls, EveryCallAtWorkTest,
                         testing::Values(Injection{"KilledAtAWrite", "signal=SIGKILL", "pwrite64", 9},
                                         Injection{"KilledAtASync", "signal=SIGKILL", "fdatasync", 3},
                                         Injection{"FailedWrite", "error=EIO", "pwrite64", 9},
                                         Injection{"FailedSync", "error=EIO", "fdatasync", 3},
                                         Injection{"FullDisk", "error=ENOSPC", "pwrite64", 9}),
                         name_of);

class EveryJournalCallTest : public testing::TestWithParam<Injection> {};

struct SavedTaps {
    int saved = 0;
    Hit hit;
};

// A tablet whose board is out of reach, and what is saved on it, tap by tap; the call that kills it or fails
// is one of its start, of a tap, or of its end.
SavedTaps save_taps(const std::string& injection, const std::string& journal, const std::string& log)
{
    std::vector<std::string> command = strace_command(injection, log);
    command.insert(command.end(),
                   {program("scoreboard-controller-cli"), "--board", "tcp://127.0.0.1:9", "--journal",
                    journal, "--wait", "recorded", "--timeout", "300", "script", "-"});
    ChildProcess tablet(command);
    SavedTaps result;
    for (int taps = 0; taps < kTaps; ++taps) {
        tablet.write("{\"cmd\":\"add\",\"side\":\"home\",\"value\":1,\"at_ms\":0}\n");
        const auto answer = tablet.wait_for_line(
            [](const std::string& line) { return line.find("\"level\"") != std::string::npos; }, within(20s));
        if (!answer) {
            break;
        }
        result.saved += answer->find("\"saved\"") != std::string::npos ? 1 : 0;
    }
    tablet.signal(SIGTERM);
    const auto exit_code = tablet.wait_for_exit(within(20s));
    EXPECT_TRUE(exit_code) << tablet.errors();
    result.hit = hit_of(exit_code, injected(log));
    EXPECT_TRUE(result.hit.came || result.saved == kTaps) << tablet.errors();
    return result;
}

bool save_with(const Injection& injection, int n)
{
    TempFolder folder;
    const std::string journal = folder.file("journal");
    const auto [saved, hit] = save_taps(injection.at(n), journal, folder.file("strace"));
    Daemon daemon(folder.file("data"));

    const Finished again =
        run_program({program("scoreboard-controller-cli"), "--board", daemon.control_url("tcp"), "--journal",
                     journal, "--wait", "recorded", "--timeout", "30", "add", "guest", "1"},
                    {}, 60s);

    EXPECT_EQ(again.exit_code, 0) << again.errors;
    const auto state = boost::json::parse(http_get(daemon.public_port(), "/api/v1/state").body).as_object();
    const std::int64_t recorded = state.at("home").at("score").as_int64();
    EXPECT_GE(recorded, saved) << "a saved tap is lost";
    EXPECT_LE(recorded, saved + (hit.died ? 1 : 0)) << "a tap counted twice, or one that was refused";
    EXPECT_EQ(state.at("guest").at("score").as_int64(), 1);
    EXPECT_EQ(daemon.stop(), 0);
    return hit.came;
}

TEST_P(EveryJournalCallTest, ASavedTapIsRecordedWhicheverCallItIs)
{
    if (const std::string why = why_no_strace(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    const int end = sweep(GetParam(), [](int n) { return save_with(GetParam(), n); });
    EXPECT_TRUE(HasFailure() || end > kTaps)
        << "of every tap there is a call, and " << end << " did not come";
}

INSTANTIATE_TEST_SUITE_P(Calls, EveryJournalCallTest,
                         testing::Values(Injection{"KilledAtAWrite", "signal=SIGKILL", "pwrite64", 17},
                                         Injection{"KilledAtASync", "signal=SIGKILL", "fdatasync", 4},
                                         Injection{"FailedWrite", "error=EIO", "pwrite64", 17},
                                         Injection{"FailedSync", "error=EIO", "fdatasync", 4},
                                         Injection{"FullDisk", "error=ENOSPC", "pwrite64", 17}),
                         name_of);

} // namespace
} // namespace scoreboard
