#include "serial/serial_port.h"

#include <asm/termbits.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "line/pty.h"
#include "serial/port_error.h"

namespace scoreboard::serial {
namespace {

using testing::HasSubstr;

PanelUrl url_of(const std::string& device, std::uint32_t baud = 115200)
{
    return {device, baud, Backend::kAuto};
}

termios2 settings_of(int fd)
{
    termios2 settings{};
    EXPECT_EQ(::ioctl(fd, TCGETS2, &settings), 0);
    return settings;
}

TEST(SerialPortTest, SetsTheLineUpAsThePanelNeedsIt)
{
    line::Pty pty(115200);

    const auto port = open_serial_port(url_of(pty.device(), 250000));

    ASSERT_TRUE(port.has_value()) << port.error().text;
    const termios2 settings = settings_of((*port)->native_handle());
    EXPECT_EQ(settings.c_ospeed, 250000u);
    EXPECT_EQ(settings.c_iflag & (IXON | IXOFF | IXANY | BRKINT | ICRNL), 0u);
    EXPECT_EQ(settings.c_lflag & (ICANON | ECHO | ISIG), 0u);
    EXPECT_EQ(settings.c_cflag & (HUPCL | CRTSCTS), 0u);
    EXPECT_EQ(settings.c_cflag & (CLOCAL | CREAD), static_cast<tcflag_t>(CLOCAL | CREAD));
    EXPECT_NE(::fcntl((*port)->native_handle(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(SerialPortTest, FollowsASymbolicLinkAndNamesItInErrors)
{
    line::Pty pty(115200);
    const std::string name =
        std::filesystem::temp_directory_path() / ("panel-link-" + std::to_string(::getpid()));
    line::DeviceLink link(name);
    link.point_to(pty.device());

    const auto port = open_serial_port(url_of(name));
    const auto second = open_serial_port(url_of(name));

    EXPECT_TRUE(port.has_value());
    ASSERT_TRUE(second.has_error());
    EXPECT_THAT(second.error().text, HasSubstr(name));
}

TEST(SerialPortTest, RefusesAPortThatSomebodyElseDrives)
{
    line::Pty pty(115200);
    const auto first = open_serial_port(url_of(pty.device()));
    ASSERT_TRUE(first.has_value());

    const auto second = open_serial_port(url_of(pty.device()));

    ASSERT_TRUE(second.has_error());
    EXPECT_EQ(second.error().number, EBUSY);
    EXPECT_THAT(second.error().text, HasSubstr("is held by"));
}

TEST(SerialPortTest, FreesThePortAtOnceWhenItIsClosed)
{
    line::Pty pty(115200);

    for (int round = 0; round < 3; ++round) {
        const auto port = open_serial_port(url_of(pty.device()));
        EXPECT_TRUE(port.has_value()) << "round " << round;
    }
}

struct ErrorRow {
    const char* device;
    Backend backend;
    const char* sentence;
};
class SerialPortErrorTest : public testing::TestWithParam<ErrorRow> {};

INSTANTIATE_TEST_SUITE_P(Devices, SerialPortErrorTest,
                         testing::Values(ErrorRow{"/dev/no-such-panel", Backend::kAuto,
                                                  "does not exist: plug the panel's adapter in"},
                                         ErrorRow{"/dev/null", Backend::kPosix, "is no serial port"},
                                         ErrorRow{"/dev/null", Backend::kLibserialport, "is no serial port"},
                                         ErrorRow{"/tmp", Backend::kPosix, "is no serial port"},
                                         ErrorRow{"/proc/self/comm/x", Backend::kAuto, "is no serial port"}));

TEST_P(SerialPortErrorTest, IsASentence)
{
    const ErrorRow& row = GetParam();

    const auto port = open_serial_port({row.device, 115200, row.backend});

    ASSERT_TRUE(port.has_error());
    EXPECT_THAT(port.error().text, HasSubstr(row.device));
    EXPECT_THAT(port.error().text, HasSubstr(row.sentence));
}

struct NumberRow {
    int number;
    const char* sentence;
};
class PortErrorTest : public testing::TestWithParam<NumberRow> {};

INSTANTIATE_TEST_SUITE_P(Numbers, PortErrorTest,
                         testing::Values(NumberRow{EACCES, "usermod -aG dialout scoreboard"},
                                         NumberRow{EBUSY, "is held by another program: close it"},
                                         NumberRow{ENXIO, "no adapter answers behind it"},
                                         NumberRow{EMFILE, "no file descriptor is left"},
                                         NumberRow{ETIMEDOUT, "Connection timed out"}));

TEST_P(PortErrorTest, SaysWhatToDo)
{
    const PortError error = port_error("/dev/scoreboard-panel", GetParam().number);

    EXPECT_THAT(error.text, HasSubstr("/dev/scoreboard-panel"));
    EXPECT_THAT(error.text, HasSubstr(GetParam().sentence));
}

} // namespace
} // namespace scoreboard::serial
