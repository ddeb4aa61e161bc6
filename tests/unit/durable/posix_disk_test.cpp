#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "durable/disk.h"
#include "support/temp_folder.h"

namespace scoreboard::durable {
namespace {

constexpr std::uint64_t kBytes = 256 * 1024;

TEST(PosixDiskTest, AllocatesRoomAndNotJustASize)
{
    const support::TempFolder folder;

    ASSERT_FALSE(posix_disk().allocate(folder.file("ballast"), kBytes));

    struct stat status {};
    ASSERT_EQ(::stat(folder.file("ballast").c_str(), &status), 0);
    EXPECT_EQ(static_cast<std::uint64_t>(status.st_size), kBytes);
    EXPECT_GE(static_cast<std::uint64_t>(status.st_blocks) * 512, kBytes);
}

TEST(PosixDiskTest, RemovesAFileAndMindsNoneThatIsMissing)
{
    const support::TempFolder folder;
    std::ofstream(folder.file("one")) << "text";

    EXPECT_FALSE(posix_disk().remove(folder.file("one")));
    EXPECT_EQ(posix_disk().kind(folder.file("one")), FileKind::kNothing);
    EXPECT_FALSE(posix_disk().remove(folder.file("one")));
    EXPECT_TRUE(posix_disk().remove(folder.file("")));
}

TEST(PosixDiskTest, SyncsOnlyWhatIsThere)
{
    const support::TempFolder folder;
    std::ofstream(folder.file("one")) << "text";

    EXPECT_FALSE(posix_disk().sync(folder.file("one")));
    EXPECT_TRUE(posix_disk().sync(folder.file("other")));
}

TEST(PosixDiskTest, TellsTheRoomThatIsLeft)
{
    const support::TempFolder folder;

    EXPECT_GT(posix_disk().free_bytes(folder.path().string()), 0u);
    EXPECT_EQ(posix_disk().free_bytes(folder.file("nowhere")), 0u);
}

} // namespace
} // namespace scoreboard::durable
