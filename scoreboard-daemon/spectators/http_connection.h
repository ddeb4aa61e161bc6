#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>

#include "spectators/state_window.h"

namespace scoreboard::spectators {

// Serves one reader until it leaves, errs or falls silent. `refused`: one answer, 503, because `readers_max`
// are here.
boost::asio::awaitable<void> serve_reader(boost::asio::ip::tcp::socket socket, StateWindow& window,
                                          bool refused, std::size_t readers_max);

} // namespace scoreboard::spectators
