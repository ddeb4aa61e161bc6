#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "serial/backends.h"
#include "serial/line_settings.h"
#include "serial/port_error.h"

namespace scoreboard::serial {
namespace {

// The port by system calls alone: pseudo-terminals, which libserialport refuses, and any tty of Linux.
class PosixSerialPort final : public SerialPort {
public:
    explicit PosixSerialPort(int fd) : fd_(fd) {}
    ~PosixSerialPort() override { ::close(fd_); }

    int native_handle() const override { return fd_; }
    void discard_output() override { serial::discard_output(fd_); }

private:
    int fd_;
};

} // namespace

OpenResult open_posix_port(const std::string& device, const std::string& name, std::uint32_t baud)
{
    const int fd = ::open(device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        return port_error(name, errno);
    }
    auto port = std::make_unique<PosixSerialPort>(fd);
    if (auto error = prepare_port(fd, name, baud)) {
        return std::move(*error);
    }
    return port;
}

} // namespace scoreboard::serial
