#pragma once

#include <array>
#include <cstdint>
#include <string>

// What every command needs that changes the data of a board whose daemon is stopped.
namespace scoreboard::ctl {

// From the kernel.
std::array<std::uint8_t, 16> random_id();

// Files of another user than the folder's own the daemon could not open again; empty: none will be made.
std::string complaint_about_user(const std::string& data, const std::string& verb);

} // namespace scoreboard::ctl
