#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "support/child_process.h"

namespace scoreboard::support {

// A plain TCP connection to a port of this machine, for saying whatever a test wants to say.
class Socket {
public:
    Socket() = default;
    ~Socket();
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&& other) noexcept;

    static std::optional<Socket> connect(std::uint16_t port);

    bool send(std::string_view bytes); // false: the other end has gone
    // Whatever comes first, at most 64 KiB; empty: the other end has closed, or the time was up.
    std::string read_some(Deadline deadline);
    // Until `text` has come; what was read, or as far as it got.
    std::string read_until(std::string_view text, Deadline deadline);
    // Until the other end closes.
    std::string read_all(Deadline deadline);

    bool closed() const { return closed_; } // the other end has closed
    int fd() const { return fd_; }

private:
    int fd_ = -1;
    bool closed_ = false;
};

struct HttpReply {
    int status = 0;
    std::string head;
    std::string body;

    std::string header(const std::string& name) const;
};

// One GET on a connection of its own. `headers`: whole lines, each ending in \r\n.
HttpReply http_get(std::uint16_t port, const std::string& target, const std::string& headers = {},
                   std::chrono::milliseconds limit = std::chrono::seconds(10));

} // namespace scoreboard::support
