#include "simulator/control_server.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "simulator/unix_socket.h"

namespace scoreboard::simulator {
namespace {

constexpr std::size_t kClientsMax = 32;
constexpr std::size_t kRequestMax = 4096;

} // namespace

ControlServer::ControlServer(std::string path, Answer answer)
    : path_(std::move(path)), answer_(std::move(answer)), listener_(listen_at(path_))
{
    if (listener_ < 0) {
        const std::string why =
            errno == EADDRINUSE ? "another simulator answers there" : std::strerror(errno);
        throw std::runtime_error("cannot listen on " + path_ + ": " + why +
                                 "; choose another --control path");
    }
}

ControlServer::~ControlServer()
{
    for (const Client& client : clients_) {
        ::close(client.fd);
    }
    ::close(listener_);
    ::unlink(path_.c_str());
}

void ControlServer::add_to(std::vector<pollfd>& polled) const
{
    polled.push_back({listener_, POLLIN, 0});
    for (const Client& client : clients_) {
        polled.push_back({client.fd, POLLIN, 0});
    }
}

void ControlServer::accept_all()
{
    for (;;) {
        const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) {
            return;
        }
        if (clients_.size() == kClientsMax) {
            ::close(fd);
        } else {
            clients_.push_back({fd, {}});
        }
    }
}

bool ControlServer::serve_client(Client& client)
{
    std::array<char, 1024> bytes{};
    for (;;) {
        const ssize_t size = ::recv(client.fd, bytes.data(), bytes.size(), 0);
        if (size < 0 && errno == EAGAIN) {
            return true;
        }
        if (size <= 0) {
            return false;
        }
        client.request.append(bytes.data(), static_cast<std::size_t>(size));
        for (std::size_t end = client.request.find('\n'); end != std::string::npos;
             end = client.request.find('\n')) {
            const std::string answer = answer_(client.request.substr(0, end)) + "\n";
            client.request.erase(0, end + 1);
            // An answer fits into the socket's buffer; a client that does not read loses its connection.
            if (::send(client.fd, answer.data(), answer.size(), MSG_NOSIGNAL) !=
                static_cast<ssize_t>(answer.size())) {
                return false;
            }
        }
        if (client.request.size() > kRequestMax) {
            return false;
        }
    }
}

void ControlServer::serve()
{
    accept_all();
    for (std::size_t i = 0; i < clients_.size();) {
        if (serve_client(clients_[i])) {
            ++i;
        } else {
            ::close(clients_[i].fd);
            clients_.erase(clients_.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

} // namespace scoreboard::simulator
