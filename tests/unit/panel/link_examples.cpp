#include "link_examples.h"

#include <algorithm>

#include "framing/cobs.h"
#include "framing/link_body.h"
#include "framing/link_frame.h"
#include "panel/image.h"
#include "panel/image_book.h"
#include "panel/link_messages.h"
#include "scoreboard/v1/panel.pb.h"

namespace scoreboard::panel {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint32_t kStartId = 0xB0A2D001;
constexpr std::uint32_t kNonce = 0xC0DE0001;
constexpr std::uint32_t kBootId = 0x0007BEEF;

Bytes body_of(const google::protobuf::MessageLite& message)
{
    const std::string text = message.SerializeAsString();
    return {text.begin(), text.end()};
}

template <class Message, class Write>
Bytes packed(const Message& message, Write write)
{
    Bytes body(kLinkBodyMax);
    body.resize(write(&message, body.data()));
    return body;
}

v1::LinkHelloAck boot()
{
    v1::LinkHelloAck message;
    message.set_protocol(1);
    message.set_boot_id(kBootId);
    message.set_reset_cause(v1::RESET_CAUSE_POWER_ON);
    message.set_firmware_version("0.1.0");
    message.set_serial("SIM-1");
    message.set_hardware_revision(1);
    message.set_digits(19);
    message.set_clocks(2);
    message.set_indicator_bytes(1);
    message.set_layout_hash(find_layout("multisport")->hash());
    message.set_schema_hash(LINK_SCHEMA_HASH);
    message.set_rx_window(512);
    message.set_body_max(kLinkBodyMax);
    message.add_bauds(115200);
    message.add_bauds(9600);
    message.set_refresh_hz(800);
    message.set_brightness_levels(256);
    return message;
}

v1::LinkHelloAck hello_ack()
{
    v1::LinkHelloAck message = boot();
    message.set_nonce(kNonce);
    message.set_uptime_ms(1204);
    return message;
}

v1::LinkStatus status()
{
    v1::LinkStatus message;
    message.set_uptime_ms(61204);
    message.set_image_rev(2);
    message.set_digest(0x1F2E3D4C);
    message.set_frames_ok(260);
    message.set_frames_bad_crc(1);
    message.set_brightness_level(255);
    message.set_refresh_hz(800);
    return message;
}

ClockSlot slot_on(const char* field, ClockMode mode, Duration value, std::uint8_t format)
{
    const DigitField& digits = *find_layout("multisport")->digit_field(field);
    ClockSlot slot;
    slot.mode = mode;
    slot.format = static_cast<std::uint8_t>(format | kClockCeil | kClockBlankLeadingZero);
    slot.first = digits.first;
    slot.width = digits.width;
    slot.value = value;
    slot.anchor = BoardTime(std::chrono::seconds(100));
    slot.expiry = mode == ClockMode::kDown ? kClockExpiryHorn : kClockExpiryNothing;
    return slot;
}

// Third period, 7:42 and running, shot clock at 14, arrow to home.
Picture third_period(const char* home, const char* guest)
{
    const Layout& layout = *find_layout("multisport");
    Picture picture = dark_picture(layout);
    put_text(picture, *layout.digit_field("home.score"), home);
    put_text(picture, *layout.digit_field("guest.score"), guest);
    put_text(picture, *layout.digit_field("period"), "3");
    picture.clocks[0] = slot_on("clock", ClockMode::kDown, std::chrono::seconds(462), kClockTenthsBelow60);
    picture.clocks[1] =
        slot_on("shot", ClockMode::kFrozen, std::chrono::seconds(14), kClockSeconds | kClockTenthsBelow5);
    picture.indicators[0] = 0x01;
    return picture;
}

LinkExample example(const char* name, std::uint8_t type, bool seeded, std::uint8_t counter, const Bytes& body)
{
    const link_seed seed{link_session_id(kNonce, kBootId, kStartId), LINK_SCHEMA_HASH};
    link_frame frame{};
    frame.type = type;
    frame.seeded = seeded;
    frame.counter = counter;
    frame.body_size = static_cast<std::uint8_t>(body.size());
    std::copy(body.begin(), body.end(), frame.body);

    LinkExample made{name, Bytes(kLinkFrameMax), Bytes(kLinkWireMax)};
    made.wire.resize(link_frame_encode(&frame, &seed, false, made.wire.data()));
    made.frame.resize(
        cobs_decode(made.wire.data(), made.wire.size() - 1, made.frame.data(), made.frame.size()));
    return made;
}

} // namespace

std::vector<LinkExample> link_examples()
{
    const Layout& layout = *find_layout("multisport");
    ImageWriter writer(layout);
    const TimeBase base{static_cast<std::uint16_t>(kBootId), {}};
    const BoardTime now(std::chrono::seconds(101));
    ImageBook book(kStartId, layout.image_size());
    book.want(writer.write(third_period("48", "49"), base, now), 1, true);
    const Bytes full = book.full_body();
    book.want(writer.write(third_period("50", "49"), base, now), 2, true);

    const link_ping ping{2, book.digest(), 0};
    const link_ack ack{0x12, 2, book.digest(), kLinkAckTimeValid};
    const link_nak nak{kLinkNakBase, 0, 0xA0B1, 0x11};
    const link_time_response time_response{0x2A05F200, 0x0000000102030405, 870};
    Bytes time_request(4);
    link_time_request_write(0x2A05F200, time_request.data());

    return {
        example("HELLO", kLinkHello, false, 0x00, encode_hello({kStartId, kNonce})),
        example("FULL", kLinkFull, false, 0x10, full),
        example("DELTA", kLinkDelta, true, 0x12, *book.delta_body(1)),
        example("TIME_REQ", kLinkTimeRequest, true, 0x13, time_request),
        example("PING", kLinkPing, true, 0x14, packed(ping, link_ping_write)),
        example("HELLO_ACK", kLinkHelloAck, false, 0x03, body_of(hello_ack())),
        example("BOOT", kLinkBoot, false, 0x00, body_of(boot())),
        example("ACK", kLinkAck, true, 0x04, packed(ack, link_ack_write)),
        example("NAK", kLinkNak, true, 0x05, packed(nak, link_nak_write)),
        example("TIME_RSP", kLinkTimeResponse, true, 0x06, packed(time_response, link_time_response_write)),
        example("STATUS", kLinkStatus, true, 0x07, body_of(status())),
    };
}

} // namespace scoreboard::panel
