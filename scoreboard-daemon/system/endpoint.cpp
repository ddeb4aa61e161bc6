#include "system/endpoint.h"

#include <arpa/inet.h>
#include <charconv>

namespace scoreboard::system {
namespace {

bool is_ipv4(const std::string& host)
{
    in_addr address{};
    return inet_pton(AF_INET, host.c_str(), &address) == 1;
}

bool is_ipv6(const std::string& host)
{
    in6_addr address{};
    return inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

std::optional<std::uint16_t> parse_port(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return port;
}

} // namespace

std::optional<Endpoint> parse_endpoint(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const std::optional<std::uint16_t> port = parse_port(text.substr(colon + 1));
    std::string host(text.substr(0, colon));
    if (!port) {
        return std::nullopt;
    }
    if (host == "localhost") {
        host = "127.0.0.1";
    }
    if (is_ipv4(host)) {
        return Endpoint{host, *port};
    }
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed && is_ipv6(host.substr(1, host.size() - 2))) {
        return Endpoint{host.substr(1, host.size() - 2), *port};
    }
    return std::nullopt;
}

std::string to_string(const Endpoint& endpoint)
{
    const bool ipv6 = endpoint.host.find(':') != std::string::npos;
    const std::string host = ipv6 ? "[" + endpoint.host + "]" : endpoint.host;
    return host + ":" + std::to_string(endpoint.port);
}

bool is_loopback(const Endpoint& endpoint)
{
    return endpoint.host == "::1" || (is_ipv4(endpoint.host) && endpoint.host.rfind("127.", 0) == 0);
}

} // namespace scoreboard::system
