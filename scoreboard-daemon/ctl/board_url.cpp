#include "ctl/board_url.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace scoreboard::ctl {
namespace {

constexpr std::string_view kScheme = "http://";

bool is_port(const std::string& text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port != 0;
}

} // namespace

std::string BoardUrl::text() const
{
    const std::string shown = host.find(':') != std::string::npos ? "[" + host + "]" : host;
    return std::string(kScheme) + shown + ":" + port;
}

std::optional<BoardUrl> parse_board_url(const std::string& text)
{
    if (text.rfind(kScheme, 0) != 0) {
        return std::nullopt;
    }
    std::string rest = text.substr(kScheme.size());
    if (!rest.empty() && rest.back() == '/') {
        rest.pop_back();
    }
    BoardUrl url;
    std::size_t host_end = rest.find(':');
    if (!rest.empty() && rest.front() == '[') {
        const std::size_t bracket = rest.find(']');
        if (bracket == std::string::npos) {
            return std::nullopt;
        }
        url.host = rest.substr(1, bracket - 1);
        host_end = bracket + 1;
    } else {
        url.host = rest.substr(0, host_end);
    }
    if (host_end < rest.size()) {
        url.port = rest.substr(host_end + 1);
        if (rest[host_end] != ':' || !is_port(url.port)) {
            return std::nullopt;
        }
    }
    const bool host_is_sound = !url.host.empty() && url.host.find_first_of("/?#@ ") == std::string::npos;
    return host_is_sound ? std::optional(url) : std::nullopt;
}

} // namespace scoreboard::ctl
