#include "panel/link_messages.h"

#include <algorithm>

#include "scoreboard/v1/panel.pb.h"

namespace scoreboard::panel {
namespace {

constexpr std::size_t kTextMax = 32;

// Text from a panel ends up in sentences for people.
std::string printable(const std::string& text)
{
    std::string clean = text.substr(0, kTextMax);
    std::replace_if(
        clean.begin(), clean.end(), [](char character) { return character < ' ' || character > '~'; }, '?');
    return clean;
}

std::string name_of(v1::ResetCause cause)
{
    switch (cause) {
    case v1::RESET_CAUSE_POWER_ON:
        return "power-on";
    case v1::RESET_CAUSE_BROWN_OUT:
        return "brown-out";
    case v1::RESET_CAUSE_WATCHDOG:
        return "watchdog";
    case v1::RESET_CAUSE_SOFTWARE:
        return "software";
    case v1::RESET_CAUSE_PIN:
        return "reset pin";
    case v1::RESET_CAUSE_LOCK_UP:
        return "lock-up";
    default:
        return "unknown cause";
    }
}

} // namespace

std::vector<std::uint8_t> encode_hello(const Hello& hello)
{
    v1::LinkHello message;
    message.set_protocol_min(kProtocolVersion);
    message.set_protocol_max(kProtocolVersion);
    message.set_start_id(hello.start_id);
    message.set_nonce(hello.nonce);
    std::vector<std::uint8_t> body(message.ByteSizeLong());
    message.SerializeToArray(body.data(), static_cast<int>(body.size()));
    return body;
}

std::optional<PanelIdentity> decode_identity(std::span<const std::uint8_t> body)
{
    v1::LinkHelloAck message;
    if (!message.ParseFromArray(body.data(), static_cast<int>(body.size()))) {
        return std::nullopt;
    }
    return PanelIdentity{message.nonce(),
                         message.protocol(),
                         message.boot_id(),
                         message.layout_hash(),
                         message.schema_hash(),
                         printable(message.serial()),
                         printable(message.firmware_version()),
                         name_of(message.reset_cause())};
}

} // namespace scoreboard::panel
