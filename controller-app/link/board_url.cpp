#include "link/board_url.h"

#include <algorithm>
#include <cctype>

namespace scoreboard::link {
namespace {

BadUrl bad(const std::string& text, const std::string& why)
{
    return {"'" + text + "' is no address of a board: " + why + "; write it like tcp://192.168.1.20:7410"};
}

bool is_port(const std::string& text)
{
    const bool digits =
        std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
    return digits && !text.empty() && text.size() <= 5 && std::stoi(text) >= 1 && std::stoi(text) <= 65535;
}

} // namespace

std::string to_string(const BoardUrl& url)
{
    const bool needs_brackets = url.host.find(':') != std::string::npos;
    const std::string host = needs_brackets ? "[" + url.host + "]" : url.host;
    return (url.scheme == Scheme::kTcp ? "tcp://" : "ws://") + host + ":" + url.port;
}

boost::system::result<BoardUrl, BadUrl> parse_board_url(const std::string& text)
{
    BoardUrl url;
    std::string rest;
    if (text.starts_with("tcp://")) {
        url.scheme = Scheme::kTcp;
        rest = text.substr(6);
    } else if (text.starts_with("ws://")) {
        url.scheme = Scheme::kWebSocket;
        rest = text.substr(5);
    } else {
        return bad(text, "it begins neither with tcp:// nor with ws://");
    }
    if (rest.ends_with("/")) {
        rest.pop_back();
    }
    // An IPv6 address stands in brackets, so that its colons are not taken for the port's.
    const std::size_t bracket = rest.starts_with("[") ? rest.find(']') : std::string::npos;
    const std::size_t colon = rest.find(':', bracket == std::string::npos ? 0 : bracket);
    url.host = rest.substr(0, colon);
    if (bracket != std::string::npos) {
        url.host = rest.substr(1, bracket - 1);
    }
    if (colon != std::string::npos) {
        url.port = rest.substr(colon + 1);
    }
    if (url.host.empty() || url.host.find_first_of("/@[] ") != std::string::npos) {
        return bad(text, "the host is missing or malformed");
    }
    if (!is_port(url.port)) {
        return bad(text, "the port is no number from 1 to 65535");
    }
    return url;
}

} // namespace scoreboard::link
