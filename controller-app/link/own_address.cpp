#include "link/own_address.h"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace scoreboard::link {

// Only an own address can be bound to: true on every system, unlike the ways to list them.
bool is_own_address(boost::asio::ip::tcp::endpoint address)
{
    const int probe = ::socket(address.protocol().family(), SOCK_DGRAM, 0);
    if (probe < 0) {
        return true;
    }
    address.port(0);
    const bool lost =
        ::bind(probe, address.data(), static_cast<socklen_t>(address.size())) != 0 && errno == EADDRNOTAVAIL;
    ::close(probe);
    return !lost;
}

} // namespace scoreboard::link
