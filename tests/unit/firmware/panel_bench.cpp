#include "unit/firmware/panel_bench.h"

#include <algorithm>
#include <limits>

#include "scoreboard/v1/panel.pb.h"

namespace scoreboard::testing {
namespace {

char character_of(std::uint8_t segments)
{
    static constexpr std::array<std::uint8_t, 10> kShapes = {0x3F, 0x06, 0x5B, 0x4F, 0x66,
                                                             0x6D, 0x7D, 0x07, 0x7F, 0x6F};
    const std::uint8_t shape = segments & 0x7F;
    const auto found = std::find(kShapes.begin(), kShapes.end(), shape);
    if (found != kShapes.end()) {
        return static_cast<char>('0' + (found - kShapes.begin()));
    }
    return shape == 0 ? ' ' : '?';
}

} // namespace

PanelBench::PanelBench(panel_reset cause)
{
    identity_.serial = "BENCH-1";
    identity_.hardware_revision = 1;
    identity_.digits = kDigits;
    identity_.clocks = kClocks;
    identity_.indicator_bytes = 1;
    identity_.layout_hash = 0xABCD;
    identity_.marker_cell = kScore + 1;
    start(cause);
}

panel_board PanelBench::board()
{
    panel_board board{};
    board.context = this;
    board.retained = &retained_;
    board.transmit = [](void* context, const std::uint8_t* bytes, std::size_t size) {
        PanelBench& bench = *static_cast<PanelBench*>(context);
        if (bench.transmit_full_) {
            return false;
        }
        bench.transmitted_.insert(bench.transmitted_.end(), bytes, bytes + size);
        return true;
    };
    board.transmit_backlog_us = [](void*) { return std::uint32_t{250}; };
    board.latch = [](void* context, const panel_light* light) {
        PanelBench& bench = *static_cast<PanelBench*>(context);
        bench.light_ = *light;
        ++bench.latches_;
    };
    board.random = [](void* context) { return ++static_cast<PanelBench*>(context)->random_; };
    return board;
}

void PanelBench::start(panel_reset cause)
{
    if (cause == kResetPowerOn) {
        retained_ = panel_retained{};
    }
    ++identity_.boot_count;
    const panel_board wiring = board();
    panel_firmware_start(&firmware_, &wiring, &identity_, cause, now_us_);
}

void PanelBench::run_for_ms(std::uint64_t ms)
{
    const std::uint64_t end_us = now_us_ + ms * 1000;
    for (;;) {
        const std::uint64_t deadline_us = std::max(now_us_, panel_firmware_next_deadline(&firmware_));
        if (deadline_us > end_us) {
            break;
        }
        now_us_ = deadline_us;
        panel_firmware_poll(&firmware_, now_us_);
    }
    now_us_ = end_us;
}

void PanelBench::run_until_ms(std::uint64_t ms)
{
    run_for_ms(ms - now_ms());
}

std::uint32_t PanelBench::session_id() const
{
    return link_session_id(nonce_, firmware_.boot_id, start_id_);
}

Bytes PanelBench::wire_of(std::uint8_t type, bool seeded, const Bytes& body)
{
    link_frame frame{};
    frame.type = type;
    frame.seeded = seeded;
    frame.counter = counter_++;
    frame.body_size = static_cast<std::uint8_t>(body.size());
    std::copy(body.begin(), body.end(), frame.body);
    const link_seed seed{session_id(), LINK_SCHEMA_HASH};
    Bytes wire(kLinkWireMax);
    wire.resize(link_frame_encode(&frame, &seed, true, wire.data()));
    return wire;
}

void PanelBench::receive(const Bytes& wire)
{
    panel_firmware_receive(&firmware_, wire.data(), wire.size(), now_us_);
}

std::uint8_t PanelBench::send(std::uint8_t type, bool seeded, const Bytes& body)
{
    const std::uint8_t counter = counter_;
    receive(wire_of(type, seeded, body));
    return counter;
}

std::uint8_t PanelBench::hello(std::uint32_t start_id, std::uint32_t nonce, std::uint32_t version)
{
    v1::LinkHello message;
    message.set_protocol_min(version);
    message.set_protocol_max(version);
    message.set_start_id(start_id);
    message.set_nonce(nonce);
    const std::string bytes = message.SerializeAsString();
    return send(kLinkHello, false, Bytes(bytes.begin(), bytes.end()));
}

void PanelBench::open_session(std::uint32_t start_id, std::uint32_t nonce)
{
    start_id_ = start_id;
    nonce_ = nonce;
    hello(start_id, nonce);
    heard();
}

std::uint8_t PanelBench::full(std::uint32_t image_rev, const Bytes& image, std::uint32_t start_id)
{
    const link_full full{start_id, image_rev, static_cast<std::uint8_t>(image.size()), image.data()};
    Bytes body(kLinkBodyMax);
    body.resize(link_full_write(&full, body.data()));
    return send(kLinkFull, false, body);
}

std::uint8_t PanelBench::delta(std::uint16_t base, std::uint8_t increment, std::uint8_t offset,
                               const Bytes& bytes)
{
    Bytes body(kLinkDeltaHeader);
    link_delta_write_header(base, increment, body.data());
    body.push_back(offset);
    body.push_back(static_cast<std::uint8_t>(bytes.size()));
    body.insert(body.end(), bytes.begin(), bytes.end());
    return send(kLinkDelta, true, body);
}

std::uint8_t PanelBench::ping()
{
    return send(kLinkPing, true, Bytes(5, 0));
}

std::vector<link_frame> PanelBench::heard()
{
    std::vector<link_frame> frames;
    const link_seed seed{session_id(), LINK_SCHEMA_HASH};
    link_decoder decoder{};
    link_frame frame{};
    for (const std::uint8_t byte : transmitted_) {
        if (link_decoder_push(&decoder, byte, &seed, &frame) == kLinkFrame) {
            frames.push_back(frame);
        }
    }
    transmitted_.clear();
    return frames;
}

std::vector<link_frame> PanelBench::heard_of(std::uint8_t type)
{
    std::vector<link_frame> frames = heard();
    std::erase_if(frames, [type](const link_frame& frame) { return frame.type != type; });
    return frames;
}

Bytes PanelBench::image() const
{
    Bytes image(parts().size, 0);
    put_u16(image.data(), static_cast<std::uint16_t>(firmware_.boot_id & 0xFFFF));
    image[parts().brightness_at + kBrightnessLevel] = 200;
    image[parts().brightness_at + kBrightnessMax] = 255;
    return image;
}

void PanelBench::put_clock(Bytes& image, unsigned index, std::uint8_t mode, std::uint8_t format,
                           std::int32_t value_ms, std::uint32_t anchor_ms, std::uint8_t expiry)
{
    std::uint8_t* slot = image.data() + 2 + kDigits + 1 + index * kImageClockSlotSize;
    slot[kClockMode] = mode;
    slot[kClockFormat] = format;
    slot[kClockFirst] = index == 0 ? kClock : kShot;
    slot[kClockWidth] = index == 0 ? 4 : 2;
    put_u32(slot + kClockValueMs, static_cast<std::uint32_t>(value_ms));
    put_u32(slot + kClockAnchorMs, anchor_ms);
    slot[kClockExpiry] = expiry;
}

void PanelBench::put_horn(Bytes& image, std::uint8_t generation, std::uint32_t start_ms,
                          std::uint16_t length_ms)
{
    std::uint8_t* slot = image.data() + 2 + kDigits + 1 + kClocks * kImageClockSlotSize;
    slot[kHornGeneration] = generation;
    slot[kHornPattern] = kHornSteady;
    put_u32(slot + kHornStartMs, start_ms);
    put_u16(slot + kHornDurMs, length_ms);
}

std::string PanelBench::text(std::size_t first, std::size_t width) const
{
    std::string text;
    for (std::size_t i = 0; i < width; ++i) {
        const std::uint8_t segments = light_.segments[first + i];
        text += character_of(segments);
        if ((segments & kSegmentPoint) != 0) {
            text += i + 3 == width ? ':' : '.';
        }
    }
    return text;
}

} // namespace scoreboard::testing
