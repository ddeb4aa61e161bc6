#pragma once

#include <boost/asio/ip/tcp.hpp>

namespace scoreboard::link {

// Whether this device still has the address. One that it lost by moving to another network never gets an
// answer again, and nobody says so. In doubt: yes.
bool is_own_address(boost::asio::ip::tcp::endpoint address);

} // namespace scoreboard::link
