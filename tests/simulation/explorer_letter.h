#pragma once

#include <cstdint>
#include <string>

#include "session/messages.h"

namespace scoreboard::simulation {

// What is on its way between the explorer's tablets and its board, told in a story and counted in a
// fingerprint.
std::string command_name(const match::CommandId& id);
std::string describe(const session::ClientMessage& message);
std::string describe(const session::ServerMessage& message);
std::uint64_t print_of(const session::ClientMessage& message);
std::uint64_t print_of(const session::ServerMessage& message);
// Throws Violation if the other side would not understand it.
session::ClientMessage read_up(const std::string& envelope);
session::ServerMessage read_down(const std::string& envelope);

} // namespace scoreboard::simulation
