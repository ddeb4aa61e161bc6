#include "line/pty.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <filesystem>

namespace scoreboard::line {
namespace {

using Bytes = std::vector<std::uint8_t>;

int open_port(const std::string& device)
{
    return ::open(device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
}

Bytes read_port(int fd)
{
    pollfd waiting{fd, POLLIN, 0};
    ::poll(&waiting, 1, 1'000);
    Bytes bytes(256);
    const ssize_t size = ::read(fd, bytes.data(), bytes.size());
    bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return bytes;
}

TEST(PtyTest, CarriesEveryByteBothWaysUnchanged)
{
    Pty pty(115'200);
    const int port = open_port(pty.device());
    Bytes all(256);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = static_cast<std::uint8_t>(i);
    }
    pty.read();

    pty.write(all);
    const Bytes at_port = read_port(port);
    ASSERT_EQ(::write(port, all.data(), all.size()), 256);
    const Bytes at_panel = pty.read();

    EXPECT_EQ(at_port, all);
    EXPECT_EQ(at_panel, all);
    ::close(port);
}

TEST(PtyTest, KnowsWhetherAnybodyHasItOpenAndLosesWhatNobodyHears)
{
    Pty pty(115'200);
    pty.read();
    EXPECT_FALSE(pty.is_open());
    pty.write(Bytes{1, 2, 3});

    const int port = open_port(pty.device());
    pty.read();
    EXPECT_TRUE(pty.is_open());
    pty.write(Bytes{4});
    EXPECT_EQ(read_port(port), Bytes{4});

    ::close(port);
    pty.read();
    EXPECT_FALSE(pty.is_open());
}

TEST(PtyTest, SeesTheSpeedThatTheOtherEndSets)
{
    Pty pty(57'600);
    EXPECT_EQ(pty.baud(), 57'600u);
    const int port = open_port(pty.device());
    termios settings{};
    ASSERT_EQ(::tcgetattr(port, &settings), 0);
    ::cfsetspeed(&settings, B9600);
    ASSERT_EQ(::tcsetattr(port, TCSANOW, &settings), 0);

    EXPECT_EQ(pty.baud(), 9'600u);
    ::close(port);
}

TEST(PtyTest, ExclusiveUseEndsWithTheProgramThatAskedForIt)
{
    Pty pty(115'200);
    const int first = open_port(pty.device());
    ASSERT_EQ(::ioctl(first, TIOCEXCL), 0);
    ::close(first);
    pty.read();

    // Root may open it whatever was asked for; everybody else needs a fresh one.
    const bool ended = pty.end_exclusive_use();
    const int second = open_port(pty.device());
    int exclusive = 0;
    if (second >= 0) {
        ::ioctl(second, TIOCGEXCL, &exclusive);
        ::close(second);
    }

    EXPECT_EQ(ended, second >= 0);
    EXPECT_EQ(exclusive, 0);
}

TEST(PtyTest, ClosingItHangsTheOtherEndUp)
{
    int port = -1;
    {
        Pty pty(115'200);
        port = open_port(pty.device());
    }
    pollfd polled{port, POLLIN, 0};

    EXPECT_EQ(::poll(&polled, 1, 1'000), 1);
    EXPECT_NE(polled.revents & POLLHUP, 0);
    ::close(port);
}

class DeviceLinkTest : public ::testing::Test {
protected:
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("link-" + std::to_string(::getpid()));
    void SetUp() override { std::filesystem::create_directory(folder_); }
    void TearDown() override { std::filesystem::remove_all(folder_); }
};

TEST_F(DeviceLinkTest, MovesToAnotherDeviceAndGoesAwayAtTheEnd)
{
    const std::filesystem::path path = folder_ / "panel";
    {
        DeviceLink link(path);
        link.point_to("/dev/null");
        EXPECT_EQ(std::filesystem::read_symlink(path), "/dev/null");
        link.point_to("/dev/zero");
        EXPECT_EQ(std::filesystem::read_symlink(path), "/dev/zero");
    }
    EXPECT_FALSE(std::filesystem::exists(std::filesystem::symlink_status(path)));
}

TEST_F(DeviceLinkTest, LeavesALinkAloneThatSomebodyElseHasMoved)
{
    const std::filesystem::path path = folder_ / "panel";
    {
        DeviceLink link(path);
        link.point_to("/dev/null");
        std::filesystem::remove(path);
        std::filesystem::create_symlink("/dev/full", path);
    }
    EXPECT_EQ(std::filesystem::read_symlink(path), "/dev/full");
}

TEST_F(DeviceLinkTest, SaysWhatToDoWhenTheLinkCannotBeMade)
{
    DeviceLink link(folder_ / "no" / "such" / "folder" / "panel");
    try {
        link.point_to("/dev/null");
        FAIL() << "made a link in a folder that does not exist";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("choose another --pty path"), std::string::npos);
    }
}

} // namespace
} // namespace scoreboard::line
