#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scoreboard::system {

// Where a listener stands: an address written in digits and a port; port 0 lets the kernel choose one.
struct Endpoint {
    std::string host = "127.0.0.1"; // "127.0.0.1", "::1"
    std::uint16_t port = 0;

    bool operator==(const Endpoint&) const = default;
};

// Reads "127.0.0.1:7410", "[::1]:7410" or "localhost:7410"; none if it is anything else.
std::optional<Endpoint> parse_endpoint(std::string_view text);

std::string to_string(const Endpoint& endpoint);

bool is_loopback(const Endpoint& endpoint);

} // namespace scoreboard::system
