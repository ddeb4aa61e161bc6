#include <libserialport.h>

#include <cerrno>

#include "serial/backends.h"
#include "serial/line_settings.h"
#include "serial/port_error.h"

namespace scoreboard::serial {
namespace {

struct PortDeleter {
    void operator()(sp_port* port) const
    {
        sp_close(port);
        sp_free_port(port);
    }
};
using PortPointer = std::unique_ptr<sp_port, PortDeleter>;

// The port by libserialport, which knows the adapters; reading and writing go past it.
class LibserialportSerialPort final : public SerialPort {
public:
    LibserialportSerialPort(PortPointer port, int fd) : port_(std::move(port)), fd_(fd) {}

    int native_handle() const override { return fd_; }
    void discard_output() override { sp_flush(port_.get(), SP_BUF_OUTPUT); }

private:
    PortPointer port_;
    int fd_;
};

PortError last_error(const std::string& name, sp_return failure)
{
    // errno is what the library left; a port that it does not take for one has none.
    const int number = failure == SP_ERR_FAIL ? sp_last_error_code() : ENOTTY;
    return port_error(name, number);
}

} // namespace

OpenResult open_libserialport_port(const std::string& device, const std::string& name, std::uint32_t baud)
{
    sp_port* found = nullptr;
    if (const sp_return failure = sp_get_port_by_name(device.c_str(), &found); failure != SP_OK) {
        return last_error(name, failure);
    }
    PortPointer port(found);
    if (const sp_return failure = sp_open(port.get(), SP_MODE_READ_WRITE); failure != SP_OK) {
        return last_error(name, failure);
    }
    const bool set =
        sp_set_baudrate(port.get(), static_cast<int>(baud)) == SP_OK && sp_set_bits(port.get(), 8) == SP_OK &&
        sp_set_parity(port.get(), SP_PARITY_NONE) == SP_OK && sp_set_stopbits(port.get(), 1) == SP_OK &&
        sp_set_flowcontrol(port.get(), SP_FLOWCONTROL_NONE) == SP_OK;
    if (!set) {
        return PortError{name + " cannot be set to " + std::to_string(baud) +
                             " baud, 8 data bits, no parity: use another adapter or another baud rate",
                         sp_last_error_code()};
    }
    int fd = -1;
    if (const sp_return failure = sp_get_port_handle(port.get(), &fd); failure != SP_OK) {
        return last_error(name, failure);
    }
    if (auto error = prepare_port(fd, name, baud)) {
        return std::move(*error);
    }
    return OpenResult(std::make_unique<LibserialportSerialPort>(std::move(port), fd));
}

} // namespace scoreboard::serial
