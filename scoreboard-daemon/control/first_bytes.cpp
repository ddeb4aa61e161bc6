#include "control/first_bytes.h"

namespace scoreboard::control {

std::optional<Protocol> protocol_of(std::string_view first)
{
    constexpr std::string_view kGet = "GET ";
    if (first.substr(0, kGet.size()) == kGet) {
        return Protocol::kWebsocket;
    }
    if (first.size() >= kGet.size() || first != kGet.substr(0, first.size())) {
        return Protocol::kTcp;
    }
    return std::nullopt;
}

} // namespace scoreboard::control
