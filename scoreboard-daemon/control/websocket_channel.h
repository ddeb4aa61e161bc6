#pragma once

#include <functional>
#include <memory>

#include "control/channel.h"

namespace scoreboard::control {

// Takes a connection whose first bytes are an HTTP GET through the WebSocket upgrade: path /control,
// sub-protocol scorewire.v1. Null: it was refused with an HTTP answer that says why. `has_output`: the
// channel has something to flush by itself (the answer to a ping).
boost::asio::awaitable<std::unique_ptr<Channel>> accept_websocket(boost::asio::ip::tcp::socket socket,
                                                                  std::string_view first,
                                                                  std::function<void()> has_output);

} // namespace scoreboard::control
