#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string>

namespace scoreboard::serial {

enum class Backend : std::uint8_t {
    kAuto, // posix for a pseudo-terminal, libserialport for everything else
    kPosix,
    kLibserialport,
};

// Where a panel is: `plp+serial:/dev/scoreboard-panel?baud=115200[&backend=posix|libserialport]`.
struct PanelUrl {
    std::string device;
    std::uint32_t baud = 115200;
    Backend backend = Backend::kAuto;

    bool operator==(const PanelUrl&) const = default;
};

struct UrlError {
    std::string text; // what is wrong and what would be right
};

// "none" is not a URL: whoever reads the option decides that there is no panel.
boost::system::result<PanelUrl, UrlError> parse_panel_url(const std::string& url);

} // namespace scoreboard::serial
