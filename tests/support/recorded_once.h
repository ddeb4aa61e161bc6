#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <functional>
#include <string>

#include "support/daemon.h"
#include "support/wire_controller.h"

// A tablet and a board through a fault: taps, and whether each of them is recorded once in the end.
namespace scoreboard::support {

// Points for the home side, one a tap.
void tap(WireController& controller, int count);

// As a tablet does: whenever the connection is gone, another, until everything is answered. False: nobody
// listens, or the time is up.
bool settle(WireController& controller, std::uint16_t port, Deadline deadline);

// The document or the health, asked for again and again until `wanted` holds of it.
bool wait_until(const Daemon& daemon, const char* target,
                const std::function<bool(const boost::json::object&)>& wanted,
                WireController* controller = nullptr);
std::function<bool(const boost::json::object&)> log_is(const char* status);
std::function<bool(const boost::json::object&)> home_is(std::int64_t score);

// A daemon started anew on the same folder has what was acknowledged, before anybody sends anything; then
// everything that was ever tapped comes again, and counts once.
void expect_everything_once(const std::string& data, WireController& controller);

} // namespace scoreboard::support
