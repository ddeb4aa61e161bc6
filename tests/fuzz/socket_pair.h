#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace scoreboard::fuzz {

// A connection whose both ends are in this process: one is a socket of the daemon's, the other is what a
// stranger writes into. No port, no thread, no waiting.
class SocketPair {
public:
    explicit SocketPair(boost::asio::io_context& io)
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) != 0) {
            std::abort();
        }
        stranger_ = ends[1];
        socket_.emplace(io, boost::asio::ip::tcp::v4(), ends[0]);
    }
    ~SocketPair() { ::close(stranger_); }
    SocketPair(const SocketPair&) = delete;
    SocketPair& operator=(const SocketPair&) = delete;

    boost::asio::ip::tcp::socket take_socket() { return std::move(*socket_); }

    void write(std::string_view bytes)
    {
        [[maybe_unused]] const auto written = ::send(stranger_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    void end_writing() { ::shutdown(stranger_, SHUT_WR); }
    std::string read()
    {
        std::string all;
        char some[4096];
        for (ssize_t size = 0; (size = ::recv(stranger_, some, sizeof some, 0)) > 0;) {
            all.append(some, static_cast<std::size_t>(size));
        }
        return all;
    }

private:
    int stranger_ = -1;
    std::optional<boost::asio::ip::tcp::socket> socket_;
};

} // namespace scoreboard::fuzz
