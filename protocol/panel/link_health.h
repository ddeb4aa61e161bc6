#pragma once

#include <cstdint>
#include <string>

namespace scoreboard::panel {

enum class LinkHealth : std::uint8_t {
    kConnecting, // the port is open, no session yet
    kOk,
    kBlind,       // nothing comes back: pictures go out, nothing is confirmed
    kOtherLayout, // a panel of another layout answers: it is shown nothing
    kNoPort,      // the port is closed
};

struct HealthChanged {
    LinkHealth health = LinkHealth::kNoPort;
    std::string detail; // for a person

    bool operator==(const HealthChanged&) const = default;
};

} // namespace scoreboard::panel
