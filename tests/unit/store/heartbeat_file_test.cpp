#include "store/heartbeat_file.h"

#include <fstream>
#include <gtest/gtest.h>

#include "simulation/sim_disk.h"
#include "support/temp_folder.h"

namespace scoreboard::store {
namespace {

using namespace std::chrono_literals;
using core::Heartbeat;
using support::TempFolder;

Heartbeat beat(match::Rev rev)
{
    Heartbeat beat;
    beat.clock_rev = rev;
    beat.clock_chain.fill(static_cast<std::uint8_t>(rev));
    beat.game_value = 600s - std::chrono::seconds(rev);
    beat.shot_value = 24s;
    return beat;
}

std::optional<Heartbeat> found(const std::string& path)
{
    return (*HeartbeatFile::open(path))->newest();
}

void write(const std::string& path, match::Rev first, match::Rev last)
{
    const auto file = std::move(*HeartbeatFile::open(path));
    for (match::Rev rev = first; rev <= last; ++rev) {
        EXPECT_EQ(file->write(beat(rev)), "");
    }
}

// As a cut in the middle of a write leaves a block.
void garble(const std::string& path, std::streamoff at)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(at);
    file.write("\xFF\x00\xFF\x00\xFF", 5);
}

TEST(HeartbeatFileTest, FindsNothingInANewFile)
{
    const TempFolder folder;

    EXPECT_EQ(found(folder.file("heartbeat")), std::nullopt);
    EXPECT_EQ(found(folder.file("heartbeat")), std::nullopt) << "nor at the second start";
}

TEST(HeartbeatFileTest, FindsTheNewestHoweverManyWereWritten)
{
    const TempFolder folder;
    const std::string path = folder.file("heartbeat");
    for (match::Rev last = 1; last <= 9; ++last) {
        write(path, last, last);

        EXPECT_EQ(found(path), beat(last));
    }
}

TEST(HeartbeatFileTest, NeverGrows)
{
    const TempFolder folder;
    const std::string path = folder.file("heartbeat");
    write(path, 1, 1);
    const auto size = std::filesystem::file_size(path);

    write(path, 2, 50);

    EXPECT_EQ(std::filesystem::file_size(path), size);
}

TEST(HeartbeatFileTest, FallsBackByOneWhenTheNewestWasCutShort)
{
    const TempFolder folder;
    const std::string path = folder.file("heartbeat");
    write(path, 1, 6);

    garble(path, 6 % 4 * 4096 + 30); // where the sixth stands

    EXPECT_EQ(found(path), beat(5));
    write(path, 7, 7);
    EXPECT_EQ(found(path), beat(7)) << "and the file goes on";
}

TEST(HeartbeatFileTest, SaysWhatIsWrongWithAFileThatCannotBeOpened)
{
    const TempFolder folder;

    const auto file = HeartbeatFile::open(folder.file("missing/heartbeat"));

    ASSERT_FALSE(file);
    EXPECT_NE(file.error().text.find("missing/heartbeat"), std::string::npos) << file.error().text;
}

// What is told of the file that is opened after the disk was stopped.
struct AfterACut {
    match::Rev written = 0; // the newest that was durable
    match::Rev found = 0;
    bool met = false;
};

AfterACut stop_at(simulation::DiskFault fault, std::uint64_t operation, simulation::SimDisk::Traits traits)
{
    constexpr const char* kPath = "/board/heartbeat";
    simulation::SimDisk disk(operation, traits);
    disk.make_folders("/board");
    disk.plan(fault, operation);
    AfterACut result;
    {
        auto file = HeartbeatFile::open(kPath, disk);
        for (match::Rev rev = 1; file && rev <= 9; ++rev) {
            if ((*file)->write(beat(rev)).empty()) {
                result.written = rev;
            } else if (disk.stopped()) {
                break;
            }
        }
    }
    result.met = disk.happened(fault);
    if (!disk.stopped()) {
        disk.stop(simulation::DiskFault::kPowerCut);
    }
    disk.restart();
    disk.forget_plan();
    const auto again = HeartbeatFile::open(kPath, disk);
    EXPECT_TRUE(again);
    const auto& newest = (*again)->newest();
    result.found = newest ? newest->clock_rev : 0;
    EXPECT_TRUE(!newest || *newest == beat(newest->clock_rev));
    EXPECT_EQ((*again)->write(beat(20)), "");
    return result;
}

TEST(HeartbeatFileTest, HoldsTheLastBeatOrTheNextWhereverThePowerIsCutOrTheDiskFails)
{
    using simulation::DiskFault;
    for (const DiskFault fault : {DiskFault::kPowerCut, DiskFault::kSyncError, DiskFault::kWriteError}) {
        for (const bool garbling : {false, true}) {
            std::uint64_t operation = 1;
            for (bool met = true; met; ++operation) {
                SCOPED_TRACE("fault " + std::to_string(static_cast<int>(fault)) + " at operation " +
                             std::to_string(operation));

                const AfterACut result = stop_at(fault, operation, {.garbling = garbling});

                met = result.met;
                ASSERT_GE(result.found, result.written);
                ASSERT_LE(result.found, result.written + 1);
            }
            EXPECT_GT(operation, 20u) << "the fault met too few operations";
        }
    }
}

} // namespace
} // namespace scoreboard::store
