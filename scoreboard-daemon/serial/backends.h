#pragma once

#include "serial/serial_port.h"

namespace scoreboard::serial {

using OpenResult = boost::system::result<std::unique_ptr<SerialPort>, PortError>;

// `device` is a real path without symbolic links; `name` is what the configuration calls it.
OpenResult open_posix_port(const std::string& device, const std::string& name, std::uint32_t baud);
OpenResult open_libserialport_port(const std::string& device, const std::string& name, std::uint32_t baud);

} // namespace scoreboard::serial
