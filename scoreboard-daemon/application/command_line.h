#pragma once

#include <optional>
#include <string>

#include "system/configuration.h"

namespace scoreboard::application {

// What one start of the daemon is asked to do.
struct Invocation {
    system::Configuration configuration;
    std::string boot_id; // empty: the kernel's
    bool check_only = false;
};

// An invocation, or how the program ends instead: 0 after --help, 64 for a command line that makes no sense,
// 1 for a configuration that is not sound. What is to be said was said already.
struct Parsed {
    std::optional<Invocation> invocation;
    int exit_code = 0;
};

Parsed parse_command_line(int argc, char** argv);

} // namespace scoreboard::application
