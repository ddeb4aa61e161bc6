#include "serial/serial_port.h"

#include <filesystem>

#include "serial/backends.h"
#include "serial/port_error.h"

namespace scoreboard::serial {
namespace {

bool is_pseudo_terminal(const std::string& device)
{
    return device.rfind("/dev/pts/", 0) == 0;
}

} // namespace

OpenResult open_serial_port(const PanelUrl& url)
{
    // Names under /dev/serial are symbolic links, and libserialport wants the device itself.
    std::error_code error;
    const std::filesystem::path device = std::filesystem::canonical(url.device, error);
    if (error) {
        return port_error(url.device, error.value());
    }
    const bool posix = url.backend == Backend::kPosix ||
                       (url.backend == Backend::kAuto && is_pseudo_terminal(device.string()));
    return posix ? open_posix_port(device.string(), url.device, url.baud)
                 : open_libserialport_port(device.string(), url.device, url.baud);
}

} // namespace scoreboard::serial
