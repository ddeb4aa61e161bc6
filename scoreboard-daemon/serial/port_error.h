#pragma once

#include <string>

#include "serial/serial_port.h"

namespace scoreboard::serial {

// The sentence for an errno at opening or setting up `device`.
PortError port_error(const std::string& device, int number);
// Somebody else has the port; says who, if the system tells us.
PortError busy_error(const std::string& device);

// "minicom (pid 812)": a process that has `device` open, as far as this user may look.
std::string holder_of(const std::string& device);

} // namespace scoreboard::serial
