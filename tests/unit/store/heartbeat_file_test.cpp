#include "store/heartbeat_file.h"

#include <fstream>
#include <gtest/gtest.h>

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

} // namespace
} // namespace scoreboard::store
