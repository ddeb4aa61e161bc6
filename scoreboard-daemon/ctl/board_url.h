#pragma once

#include <optional>
#include <string>

namespace scoreboard::ctl {

// Where a board's public port is: "http://127.0.0.1:8080", "http://court1.local", "http://[::1]:8080".
struct BoardUrl {
    std::string host;
    std::string port = "80";

    std::string text() const; // as it was given
};

// None: not a URL of that form.
std::optional<BoardUrl> parse_board_url(const std::string& text);

} // namespace scoreboard::ctl
