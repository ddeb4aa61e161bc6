#pragma once

#include <string>

namespace scoreboard::simulator {

// A stream socket at a path: bound and listening, or connected. -1 with errno set if it cannot be had.
int listen_at(const std::string& path);
int connect_to(const std::string& path);

} // namespace scoreboard::simulator
