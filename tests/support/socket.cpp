#include "support/socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace scoreboard::support {

Socket::~Socket()
{
    if (fd_ >= 0) {
        ::close(fd_);
    }
}

Socket::Socket(Socket&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), closed_(std::exchange(other.closed_, false))
{
}

Socket& Socket::operator=(Socket&& other) noexcept
{
    std::swap(fd_, other.fd_);
    std::swap(closed_, other.closed_);
    return *this;
}

std::optional<Socket> Socket::connect(std::uint16_t port)
{
    Socket result;
    result.fd_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(result.fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(result.fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return std::nullopt;
    }
    return result;
}

bool Socket::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t size = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (size <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

std::string Socket::read_some(Deadline deadline)
{
    std::string bytes(64 * 1024, '\0');
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd readable{fd_, POLLIN, 0};
        const int ready = ::poll(&readable, 1, std::max(0, static_cast<int>(left.count())));
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        if (ready <= 0) {
            return {};
        }
        const ssize_t size = ::recv(fd_, bytes.data(), bytes.size(), 0);
        closed_ = size <= 0;
        bytes.resize(closed_ ? 0 : static_cast<std::size_t>(size));
        return bytes;
    }
}

std::string Socket::read_until(std::string_view text, Deadline deadline)
{
    std::string all;
    while (all.find(text) == std::string::npos) {
        const std::string bytes = read_some(deadline);
        if (bytes.empty()) {
            break;
        }
        all += bytes;
    }
    return all;
}

std::string Socket::read_all(Deadline deadline)
{
    std::string all;
    for (;;) {
        const std::string bytes = read_some(deadline);
        if (bytes.empty()) {
            return all;
        }
        all += bytes;
    }
}

std::string HttpReply::header(const std::string& name) const
{
    const std::size_t begin = head.find("\r\n" + name + ": ");
    if (begin == std::string::npos) {
        return {};
    }
    const std::size_t value = begin + name.size() + 4;
    return head.substr(value, head.find("\r\n", value) - value);
}

HttpReply http_get(std::uint16_t port, const std::string& target, const std::string& headers,
                   std::chrono::milliseconds limit)
{
    HttpReply reply;
    auto socket = Socket::connect(port);
    if (!socket) {
        return reply;
    }
    socket->send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers +
                 "\r\n");
    const std::string all = socket->read_all(within(limit));
    const std::size_t end = all.find("\r\n\r\n");
    if (all.rfind("HTTP/1.1 ", 0) == 0 && end != std::string::npos) {
        reply.status = std::stoi(all.substr(9, 3));
        reply.head = all.substr(0, end + 2);
        reply.body = all.substr(end + 4);
    }
    return reply;
}

} // namespace scoreboard::support
