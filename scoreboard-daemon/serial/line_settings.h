#pragma once

#include <optional>
#include <string>

#include "serial/serial_port.h"

namespace scoreboard::serial {

// Keeps everybody else away from an open port and sets the line up: 8N1 at `baud`, raw, no flow control, no
// hang-up at close. Reads back what the driver made of it, for setting succeeds if any of the settings took.
std::optional<PortError> prepare_port(int fd, const std::string& device, std::uint32_t baud);

void discard_output(int fd);

} // namespace scoreboard::serial
