// Goal: a disk of the simulation loses what a real one may lose, and nothing else.

#include "simulation/sim_disk.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <set>
#include <vector>

#include "support/temp_folder.h"

namespace scoreboard::simulation {
namespace {

using durable::FileKind;

constexpr std::uint64_t kSeeds = 200;

std::string text_of(SimDisk& disk, const std::string& path)
{
    const auto text = disk.read(path, 1 << 20);
    return text ? *text : "unreadable";
}

void cut_power(SimDisk& disk)
{
    disk.stop(DiskFault::kPowerCut);
    disk.restart();
}

SimDisk::Handle opened(SimDisk& disk, const std::string& path)
{
    return *disk.open(path, true, nullptr);
}

TEST(SimDiskTest, KeepsWhatWasSyncedWithItsName)
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        SimDisk disk(seed);
        disk.make_folders("/a");
        ASSERT_FALSE(disk.write("/a/b", "text"));
        ASSERT_FALSE(disk.sync_folder("/a"));

        cut_power(disk);

        ASSERT_EQ(text_of(disk, "/a/b"), "text");
    }
}

TEST(SimDiskTest, LosesWritesInAnyMixtureOfSectors)
{
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        SimDisk disk(seed);
        disk.make_folders("/a");
        const std::string old(3 * SimFile::kSector, 'o');
        ASSERT_FALSE(disk.write("/a/b", old));
        ASSERT_FALSE(disk.sync_folder("/a"));
        const auto handle = opened(disk, "/a/b");
        ASSERT_FALSE(disk.write(handle, 0, std::string(3 * SimFile::kSector, 'n')));
        ASSERT_EQ(text_of(disk, "/a/b")[0], 'n') << "a reader sees what was written";

        cut_power(disk);

        std::string mixture;
        for (std::size_t sector = 0; sector < 3; ++sector) {
            mixture += text_of(disk, "/a/b")[sector * SimFile::kSector];
        }
        seen.insert(mixture);
    }
    EXPECT_EQ(seen.size(), 8u) << "each sector old or new, whatever the others are";
}

TEST(SimDiskTest, KeepsANewNameOnlyOnceItsFolderIsSynced)
{
    bool lost = false;
    bool kept = false;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        SimDisk disk(seed);
        disk.make_folders("/a");
        ASSERT_FALSE(disk.write("/a/old", "text"));
        ASSERT_FALSE(disk.sync_folder("/a"));
        ASSERT_FALSE(disk.rename("/a/old", "/a/new"));

        cut_power(disk);

        ASSERT_NE(disk.kind("/a/old"), disk.kind("/a/new")) << "one of the two names, never both or none";
        lost = lost || disk.kind("/a/old") == FileKind::kFile;
        kept = kept || disk.kind("/a/new") == FileKind::kFile;
    }
    EXPECT_TRUE(lost);
    EXPECT_TRUE(kept);
}

TEST(SimDiskTest, AKillLosesNothing)
{
    SimDisk disk(1);
    disk.make_folders("/a");
    ASSERT_FALSE(disk.write(opened(disk, "/a/b"), 0, "text"));

    disk.stop(DiskFault::kKill);
    EXPECT_TRUE(disk.write("/a/c", "more"));
    disk.restart();

    EXPECT_EQ(text_of(disk, "/a/b"), "text");
    EXPECT_EQ(disk.kind("/a/c"), FileKind::kNothing);
}

TEST(SimDiskTest, AFailedSyncLosesItsPagesAndTheNextOneSucceeds)
{
    bool lost = false;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        SimDisk disk(seed);
        disk.make_folders("/a");
        const auto handle = opened(disk, "/a/b");
        ASSERT_FALSE(disk.sync_folder("/a"));
        ASSERT_FALSE(disk.write(handle, 0, "text"));
        disk.plan(DiskFault::kSyncError, 0);

        EXPECT_TRUE(disk.sync(handle));
        EXPECT_FALSE(disk.sync(handle));
        cut_power(disk);

        lost = lost || text_of(disk, "/a/b") != "text";
    }
    EXPECT_TRUE(lost);
}

TEST(SimDiskTest, FlashGarblesTheWholeBlockThatItWasWriting)
{
    bool garbled = false;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        SimDisk disk(seed, {.garbling = true});
        disk.make_folders("/a");
        const std::string old(2 * SimFile::kBlock, 'o');
        ASSERT_FALSE(disk.write("/a/b", old));
        ASSERT_FALSE(disk.sync_folder("/a"));
        ASSERT_FALSE(disk.write(opened(disk, "/a/b"), SimFile::kBlock, "n"));

        cut_power(disk);

        const std::string text = text_of(disk, "/a/b");
        ASSERT_EQ(text.substr(0, SimFile::kBlock), old.substr(0, SimFile::kBlock)) << "the other block";
        garbled = garbled || text.substr(2 * SimFile::kBlock - 100) != std::string(100, 'o');
    }
    EXPECT_TRUE(garbled);
}

TEST(SimDiskTest, AFullDiskTakesNoMoreThanItHas)
{
    SimDisk disk(1);
    disk.make_folders("/a");
    const auto handle = opened(disk, "/a/b");
    ASSERT_FALSE(disk.write(handle, 0, "text"));
    disk.plan(DiskFault::kFull, 0);

    EXPECT_FALSE(disk.write(handle, 0, "more"));
    EXPECT_EQ(disk.write(handle, 4, "x"), std::errc::no_space_on_device);
    disk.make_room();
    EXPECT_FALSE(disk.write(handle, 4, "x"));
}

TEST(SimDiskTest, LocksAFileUntilTheMachineOrItsProcessRestarts)
{
    SimDisk disk(1);
    disk.make_folders("/a");
    auto first = std::move(*disk.lock("/a/lock"));

    EXPECT_EQ(disk.lock("/a/lock").error(), std::errc::operation_would_block);
    disk.stop(DiskFault::kKill);
    disk.restart();
    const auto second = disk.lock("/a/lock");
    EXPECT_TRUE(second);
    first.reset();
    EXPECT_FALSE(disk.lock("/a/lock")) << "what was left of the dead process lets go of nothing";
}

// How many bytes the write-ahead log has after each of some commits.
std::vector<std::size_t> log_sizes(const std::string& path, const std::string& vfs, bool psow,
                                   const std::function<std::size_t()>& size)
{
    SQLite::Database database("file:" + path + (psow ? "?psow=1" : "?psow=0"),
                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI, 0, vfs);
    database.execAndGet("PRAGMA locking_mode=EXCLUSIVE");
    database.exec("PRAGMA synchronous=FULL");
    database.execAndGet("PRAGMA journal_mode=WAL");
    database.exec("CREATE TABLE t(a)");
    std::vector<std::size_t> sizes;
    for (int i = 0; i < 6; ++i) {
        database.exec("INSERT INTO t VALUES(zeroblob(50))");
        sizes.push_back(size());
    }
    return sizes;
}

TEST(SimDiskTest, SqliteWritesTheSameAsOnARealFileSystem)
{
    for (const bool psow : {false, true}) {
        const support::TempFolder folder;
        const std::string real = folder.file("a.sqlite");
        SimDisk disk(1);
        disk.make_folders("/a");

        const auto simulated = log_sizes("/a/a.sqlite", disk.vfs(), psow,
                                         [&] { return text_of(disk, "/a/a.sqlite-wal").size(); });

        EXPECT_EQ(simulated,
                  log_sizes(real, "", psow, [&] { return std::filesystem::file_size(real + "-wal"); }));
    }
}

} // namespace
} // namespace scoreboard::simulation
