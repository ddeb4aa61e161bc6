// A log whose disk failed is made anew from what can be read, and nothing that was acknowledged is lost,
// whatever fails on the way.
#include "store/rebuild.h"

#include <gmock/gmock.h>
#include <string>

#include "playing.h"
#include "simulation/sim_disk.h"
#include "store/ballast.h"

namespace scoreboard::store {
namespace {

using durable::FileKind;
using simulation::DiskFault;
using simulation::SimDisk;
using testing::HasSubstr;

constexpr const char* kFile = "/board/log.sqlite";
constexpr match::Seq kRecorded = 20;

StoreOptions options_on(SimDisk& disk)
{
    return {.folder = "/board",
            .hardware_id = {},
            .random_id = counted_ids(),
            .disk = &disk,
            .ballast_bytes = Ballast::kBytes};
}

// A board with some baskets recorded, on a disk that is about to fail.
struct Rig {
    explicit Rig(std::uint64_t seed = 1) : disk_(seed)
    {
        playing_.emplace(options_on(disk_));
        playing_->score(1, kRecorded);
        acknowledged_ = playing_->service.head();
    }

    // The commit of one more basket meets `fault`.
    std::string fail(DiskFault fault = DiskFault::kSyncError)
    {
        disk_.plan(fault, disk_.operations());
        give(playing_->service, tap(kAnna, ++taps_, AddScore{Side::kHome, 1}));
        const std::string error = playing_->commit();
        disk_.forget_plan();
        return error;
    }

    std::string rebuild()
    {
        const std::string error = playing_->store->rebuild();
        if (error.empty()) {
            playing_->service.on_rebuilt(playing_->store->take_recovered(), core::Now{kStart, kWall});
        }
        return error;
    }

    // What was acknowledged is there, and once everything has come again, everything is there once.
    void expect_nothing_lost()
    {
        ASSERT_GE(playing_->service.head(), acknowledged_);
        playing_->score(1, taps_);
        EXPECT_EQ(match::score(playing_->service.committed().state, Side::kHome), static_cast<int>(taps_));
    }

    void restart()
    {
        playing_.reset();
        disk_.restart();
        disk_.forget_plan();
        playing_.emplace(options_on(disk_));
    }

    SimDisk disk_;
    std::optional<Playing> playing_;
    match::Seq taps_ = kRecorded;
    match::Rev acknowledged_ = 0;
};

class RebuildTest : public testing::Test, protected Rig {};

TEST_F(RebuildTest, GoesOnAfterAFailedSyncWithEverythingThatWasAcknowledged)
{
    ASSERT_THAT(fail(), HasSubstr("log.sqlite"));

    ASSERT_EQ(rebuild(), "");

    expect_nothing_lost();
    EXPECT_EQ(playing_->store->fault(), "");
    restart();
    expect_nothing_lost();
}

TEST_F(RebuildTest, KeepsWhatTheDiskMadeOfTheOldLogUnderANameThatSaysSo)
{
    fail();

    ASSERT_EQ(rebuild(), "");

    EXPECT_EQ(disk_.kind(std::string(kFile) + ".before-rebuild-1"), FileKind::kFile);
    EXPECT_EQ(disk_.kind(std::string(kFile) + ".before-rebuild-1-wal"), FileKind::kFile);
    EXPECT_EQ(disk_.kind(std::string(kFile) + ".rebuilding"), FileKind::kNothing);
    EXPECT_EQ(disk_.kind(std::string(kFile) + ".rebuilt"), FileKind::kNothing);
}

TEST_F(RebuildTest, KeepsThreeOldLogsAndNotOneForEachFault)
{
    for (int n = 0; n < 5; ++n) {
        ASSERT_NE(fail(), "");
        ASSERT_EQ(rebuild(), "");
    }

    EXPECT_EQ(disk_.kind(std::string(kFile) + ".before-rebuild-3"), FileKind::kFile);
    EXPECT_EQ(disk_.kind(std::string(kFile) + ".before-rebuild-4"), FileKind::kNothing);
    expect_nothing_lost();
}

TEST_F(RebuildTest, GivesUpTheBallastOnAFullDiskAndTakesItAgain)
{
    ASSERT_EQ(disk_.kind("/board/ballast"), FileKind::kFile);
    ASSERT_THAT(fail(DiskFault::kFull), HasSubstr("disk is full"));

    ASSERT_EQ(rebuild(), "");
    EXPECT_EQ(disk_.kind("/board/ballast"), FileKind::kNothing);
    EXPECT_EQ(disk_.kind(std::string(kFile) + ".before-rebuild-1"), FileKind::kNothing)
        << "on a full disk the old log is no evidence, only room that is missing";
    expect_nothing_lost();
    disk_.make_room();
    playing_->store->checkpoint(true);

    EXPECT_EQ(disk_.kind("/board/ballast"), FileKind::kFile);
}

TEST_F(RebuildTest, RefusesALogThatLacksWhatWasAcknowledged)
{
    playing_.reset();

    const auto rebuilt = store::rebuild(kFile, {acknowledged_ + 1, {}}, durable::OldFiles::kKept, disk_);

    ASSERT_FALSE(rebuilt);
    EXPECT_THAT(rebuilt.error().text, HasSubstr("was acknowledged, cannot be read"));
    EXPECT_EQ(disk_.kind(std::string(kFile) + ".rebuilding"), FileKind::kNothing);
    EXPECT_EQ(opened(options_on(disk_))->take_recovered().head, acknowledged_);
}

TEST_F(RebuildTest, RefusesALogThatHoldsAnotherEntryWhereOneWasAcknowledged)
{
    playing_.reset();

    const auto rebuilt = store::rebuild(kFile, {acknowledged_, {}}, durable::OldFiles::kKept, disk_);

    EXPECT_FALSE(rebuilt);
}

TEST(StartTest, AReadErrorAtAnyStepSetsNothingAside)
{
    std::uint64_t step = 0;
    for (bool met = true; met; ++step) {
        ASSERT_LT(step, 1000u);
        SCOPED_TRACE("step " + std::to_string(step));
        Rig rig(step);
        rig.playing_.reset();
        rig.disk_.plan(DiskFault::kReadError, rig.disk_.reads() + step);

        const bool started = LogStore::open(options_on(rig.disk_)).has_value();

        met = rig.disk_.happened(DiskFault::kReadError);
        ASSERT_TRUE(started || met);
        rig.disk_.forget_plan();
        ASSERT_EQ(opened(options_on(rig.disk_))->take_recovered().head, rig.acknowledged_);
    }
    EXPECT_GT(step, 10u) << "the fault met too few steps";
}

struct SecondFault {
    const char* name;
    DiskFault fault;
};

void PrintTo(const SecondFault& row, std::ostream* out)
{
    *out << row.name;
}

class SecondFaultTest : public testing::TestWithParam<SecondFault> {};

TEST_P(SecondFaultTest, AtAnyStepOfTheRebuildLosesNothing)
{
    const DiskFault fault = GetParam().fault;
    std::uint64_t step = 0;
    for (bool met = true; met; ++step) {
        ASSERT_LT(step, 1000u);
        SCOPED_TRACE("step " + std::to_string(step));
        Rig rig(step);
        ASSERT_NE(rig.fail(), "");
        rig.disk_.plan(fault,
                       (fault == DiskFault::kReadError ? rig.disk_.reads() : rig.disk_.operations()) + step);

        const std::string error = rig.rebuild();

        met = rig.disk_.happened(fault);
        rig.disk_.forget_plan();
        rig.disk_.make_room();
        if (rig.disk_.stopped()) {
            rig.restart();
        } else if (!error.empty()) {
            ASSERT_TRUE(met) << error;
            ASSERT_EQ(rig.rebuild(), "");
        }
        ASSERT_NO_FATAL_FAILURE(rig.expect_nothing_lost());
        rig.restart();
        ASSERT_NO_FATAL_FAILURE(rig.expect_nothing_lost());
    }
    EXPECT_GT(step, 10u) << "the fault met too few steps";
}

INSTANTIATE_TEST_SUITE_P(Faults, SecondFaultTest,
                         testing::Values(SecondFault{"Kill", DiskFault::kKill},
                                         SecondFault{"PowerCut", DiskFault::kPowerCut},
                                         SecondFault{"SyncError", DiskFault::kSyncError},
                                         SecondFault{"WriteError", DiskFault::kWriteError},
                                         SecondFault{"ReadError", DiskFault::kReadError},
                                         SecondFault{"Full", DiskFault::kFull}),
                         [](const auto& fault) { return fault.param.name; });

} // namespace
} // namespace scoreboard::store
