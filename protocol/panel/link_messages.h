#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace scoreboard::panel {

inline constexpr std::uint32_t kProtocolVersion = 1; // PLP/1

struct Hello {
    std::uint32_t start_id = 0;
    std::uint32_t nonce = 0;
};
std::vector<std::uint8_t> encode_hello(const Hello& hello);

// What HELLO_ACK and BOOT tell of a panel, as far as the board acts on it.
struct PanelIdentity {
    std::uint32_t nonce = 0;    // of the HELLO it answers; 0 in a BOOT
    std::uint32_t protocol = 0; // 0: no version in common
    std::uint32_t boot_id = 0;
    std::uint32_t layout_hash = 0;
    std::uint32_t schema_hash = 0;
    std::string serial; // at most 32 printable characters
    std::string firmware_version;
    std::string reset_cause; // "power-on", "watchdog", …

    bool operator==(const PanelIdentity&) const = default;
};
// None if the bytes are no such message.
std::optional<PanelIdentity> decode_identity(std::span<const std::uint8_t> body);

} // namespace scoreboard::panel
