#include "system/service_manager.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace scoreboard::system {
namespace {

// sd_notify(3): one datagram to the socket that NOTIFY_SOCKET names. libsystemd would do the same, and bring
// four libraries and a megabyte.
void notify(const std::string& state)
{
    const char* name = std::getenv("NOTIFY_SOCKET");
    const std::string_view path = name == nullptr ? "" : name;
    sockaddr_un address{};
    if ((!path.starts_with('/') && !path.starts_with('@')) || path.size() >= sizeof address.sun_path) {
        return;
    }
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    if (path.front() == '@') {
        address.sun_path[0] = '\0'; // the abstract namespace
    }
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) {
        return;
    }
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    // Nobody is told of a failure: without its manager the daemon serves as well.
    [[maybe_unused]] const auto sent = ::sendto(socket, state.data(), state.size(), MSG_NOSIGNAL,
                                                reinterpret_cast<const sockaddr*>(&address), size);
    ::close(socket);
}

std::optional<std::uint64_t> number_in(const char* variable)
{
    const char* text = std::getenv(variable);
    const std::string_view digits = text == nullptr ? "" : text;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = !digits.empty() && error == std::errc() && end == digits.data() + digits.size();
    return whole ? std::optional(number) : std::nullopt;
}

} // namespace

void notify_ready(const std::string& status)
{
    notify("READY=1\nSTATUS=" + status);
}

void notify_stopping()
{
    notify("STOPPING=1");
}

void notify_alive()
{
    notify("WATCHDOG=1");
}

// sd_watchdog_enabled(3): the variables may have been meant for a parent.
std::optional<std::chrono::microseconds> watchdog_interval()
{
    const auto interval = number_in("WATCHDOG_USEC");
    const bool for_another = std::getenv("WATCHDOG_PID") != nullptr &&
                             number_in("WATCHDOG_PID") != static_cast<std::uint64_t>(::getpid());
    if (!interval || *interval == 0 || for_another) {
        return std::nullopt;
    }
    return std::chrono::microseconds(*interval);
}

} // namespace scoreboard::system
