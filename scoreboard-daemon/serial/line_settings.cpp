#include "serial/line_settings.h"

// asm/termbits.h has what <termios.h> hides: any baud rate. The two cannot stand in one file.
#include <asm/termbits.h>
#include <fcntl.h>
#include <linux/serial.h>
#include <sys/file.h>
#include <sys/ioctl.h>

#include <cerrno>

#include "serial/port_error.h"

namespace scoreboard::serial {
namespace {

constexpr tcflag_t kInputOff =
    IXON | IXOFF | IXANY | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | INPCK;
constexpr tcflag_t kLocalOff = ICANON | ECHO | ECHOE | ECHOK | ECHONL | ISIG | IEXTEN;
constexpr tcflag_t kControlOff = HUPCL | CRTSCTS | PARENB | CSTOPB | CSIZE | CBAUD;
constexpr tcflag_t kControlOn = CLOCAL | CREAD | CS8;

void shape(termios2& settings, std::uint32_t baud)
{
    settings.c_iflag = (settings.c_iflag & ~kInputOff) | IGNBRK;
    settings.c_oflag &= ~static_cast<tcflag_t>(OPOST);
    settings.c_lflag &= ~kLocalOff;
    settings.c_cflag = (settings.c_cflag & ~kControlOff) | kControlOn | BOTHER;
    settings.c_ispeed = baud;
    settings.c_ospeed = baud;
    settings.c_cc[VMIN] = 1;
    settings.c_cc[VTIME] = 0;
}

// What the driver kept that would spoil frames; empty if all is well. A speed within 2 % is the same speed.
std::string refused_setting(const termios2& settings, std::uint32_t baud)
{
    if ((settings.c_iflag & kInputOff) != 0 || (settings.c_lflag & kLocalOff) != 0) {
        return "raw bytes";
    }
    if ((settings.c_cflag & CRTSCTS) != 0) {
        return "no flow control";
    }
    const auto difference = static_cast<std::int64_t>(settings.c_ospeed) - static_cast<std::int64_t>(baud);
    if (difference * 50 > std::int64_t{baud} || difference * 50 < -std::int64_t{baud}) {
        return std::to_string(baud) + " baud";
    }
    return {};
}

// Best effort: an FTDI adapter else keeps short answers for 16 ms.
void ask_for_low_latency(int fd)
{
    serial_struct port{};
    if (::ioctl(fd, TIOCGSERIAL, &port) == 0) {
        port.flags |= static_cast<int>(ASYNC_LOW_LATENCY);
        ::ioctl(fd, TIOCSSERIAL, &port);
    }
}

} // namespace

std::optional<PortError> prepare_port(int fd, const std::string& device, std::uint32_t baud)
{
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return port_error(device, errno);
    }
    if (::ioctl(fd, TIOCEXCL) != 0 || ::fcntl(fd, F_SETFD, FD_CLOEXEC) != 0) {
        return port_error(device, errno);
    }
    termios2 settings{};
    if (::ioctl(fd, TCGETS2, &settings) != 0) {
        return port_error(device, errno);
    }
    shape(settings, baud);
    if (::ioctl(fd, TCSETS2, &settings) != 0) {
        return port_error(device, errno);
    }
    if (::ioctl(fd, TCGETS2, &settings) != 0) {
        return port_error(device, errno);
    }
    if (const std::string refused = refused_setting(settings, baud); !refused.empty()) {
        return PortError{
            device + " cannot be set to " + refused + ": use another adapter or another baud rate", 0};
    }
    ask_for_low_latency(fd);
    ::ioctl(fd, TCFLSH, TCIOFLUSH); // what stands in the buffers is from another time
    return std::nullopt;
}

void discard_output(int fd)
{
    ::ioctl(fd, TCFLSH, TCOFLUSH);
}

} // namespace scoreboard::serial
