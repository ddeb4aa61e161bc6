#pragma once

#include <boost/system/result.hpp>
#include <string>

namespace scoreboard::link {

enum class Scheme { kTcp, kWebSocket };

// Where a board listens: "tcp://192.168.1.20:7410", "ws://court1.local", "ws://[::1]:7410".
struct BoardUrl {
    static constexpr const char* kDefaultPort = "7410";

    Scheme scheme = Scheme::kTcp;
    std::string host;
    std::string port = kDefaultPort;
};

struct BadUrl {
    std::string what; // a sentence for a person
};

std::string to_string(const BoardUrl& url);
boost::system::result<BoardUrl, BadUrl> parse_board_url(const std::string& text);

} // namespace scoreboard::link
