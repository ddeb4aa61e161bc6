#pragma once

#include <chrono>
#include <optional>
#include <string>

// What systemd is told and asks; all of it does nothing where no service manager listens.
namespace scoreboard::system {

void notify_ready(const std::string& status); // "recording to log aee8f0bf at rev 907"
void notify_stopping();
void notify_alive();

// How often notify_alive() must be called at least; none: nobody waits for it.
std::optional<std::chrono::microseconds> watchdog_interval();

} // namespace scoreboard::system
