// The serial line's framing, as daemon and panel share it: any bytes are frames or noise, a frame is read
// again as it was written, and after any noise the next frame is found.

#include <array>
#include <cstring>
#include <vector>

#include "framing/cobs.h"
#include "framing/link_body.h"
#include "framing/link_frame.h"
#include "fuzz/input.h"

namespace {

using scoreboard::fuzz::Input;
using scoreboard::fuzz::require;

constexpr link_seed kSeed{0x12345678, LINK_SCHEMA_HASH};

bool same(const link_frame& a, const link_frame& b)
{
    return a.type == b.type && a.seeded == b.seeded && a.counter == b.counter && a.body_size == b.body_size &&
           std::memcmp(a.body, b.body, a.body_size) == 0;
}

// Whatever was on the line before: noise, then a zero.
void check_again(link_decoder& decoder, const link_frame& frame)
{
    std::array<std::uint8_t, kLinkWireMax> wire{};
    const std::size_t size = link_frame_encode(&frame, &kSeed, true, wire.data());
    require(size <= wire.size(), "a frame fits its buffer");
    link_frame again{};
    link_event last = kLinkNothing;
    for (std::size_t i = 0; i < size; ++i) {
        last = link_decoder_push(&decoder, wire[i], &kSeed, &again);
    }
    require(last == kLinkFrame && same(frame, again),
            "a frame is read as it was written, whatever came before");
}

void check_bodies(const link_frame& frame)
{
    link_full full{};
    if (link_full_read(frame.body, frame.body_size, &full)) {
        std::array<std::uint8_t, kLinkBodyMax> body{};
        require(link_full_write(&full, body.data()) == frame.body_size &&
                    std::memcmp(body.data(), frame.body, frame.body_size) == 0,
                "a FULL has one form");
    }
    std::array<std::uint8_t, 64> image{};
    link_delta delta{};
    if (link_delta_read(frame.body, frame.body_size, image.size(), &delta) &&
        link_delta_takes(&delta, frame.counter)) {
        link_delta_apply(&delta, image.data());
    }
    link_ping ping{};
    link_ack ack{};
    link_nak nak{};
    std::uint32_t t1 = 0;
    link_time_response response{};
    (void)link_ping_read(frame.body, frame.body_size, &ping);
    (void)link_nak_read(frame.body, frame.body_size, &nak);
    (void)link_time_request_read(frame.body, frame.body_size, &t1);
    (void)link_time_response_read(frame.body, frame.body_size, &response);
    if (link_ack_read(frame.body, frame.body_size, &ack)) {
        std::array<std::uint8_t, kLinkBodyMax> body{};
        require(link_ack_write(&ack, body.data()) == frame.body_size &&
                    std::memcmp(body.data(), frame.body, frame.body_size) == 0,
                "an ACK has one form");
    }
}

void check_cobs(std::string_view text)
{
    const std::vector<std::uint8_t> plain(text.begin(), text.end());
    std::vector<std::uint8_t> stuffed(COBS_ENCODED_MAX(plain.size()));
    const std::size_t size = cobs_encode(plain.data(), plain.size(), stuffed.data());
    require(size <= stuffed.size(), "stuffing costs what it says at most");
    require(std::find(stuffed.begin(), stuffed.begin() + static_cast<std::ptrdiff_t>(size), 0) ==
                stuffed.begin() + static_cast<std::ptrdiff_t>(size),
            "no zero is left");
    std::vector<std::uint8_t> back(plain.size() + 1);
    require(cobs_decode(stuffed.data(), size, back.data(), plain.size()) == plain.size() &&
                std::equal(plain.begin(), plain.end(), back.begin()),
            "stuffed bytes come back as they were");
    // As bytes from the line, into too little room.
    std::vector<std::uint8_t> small(plain.size() / 2 + 1);
    const std::size_t decoded = cobs_decode(plain.data(), plain.size(), small.data(), small.size());
    require(decoded == COBS_MALFORMED || decoded <= small.size(), "no room is overrun");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const bool session = input.flip();
    link_frame made{};
    made.type = input.byte() & 0x1FU;
    made.seeded = input.flip();
    made.counter = input.byte();
    const std::string_view body = input.piece().substr(0, kLinkBodyMax);
    made.body_size = static_cast<std::uint8_t>(body.size());
    std::copy(body.begin(), body.end(), made.body);
    const std::string_view line = input.rest();

    link_decoder decoder;
    link_decoder_reset(&decoder);
    for (const char byte : line) {
        link_frame frame{};
        const auto octet = static_cast<std::uint8_t>(byte);
        if (octet == 0xEE && made.seeded) {
            link_decoder_damage(&decoder);
        }
        if (link_decoder_push(&decoder, octet, session ? &kSeed : nullptr, &frame) == kLinkFrame) {
            check_bodies(frame);
        }
    }
    check_again(decoder, made);
    check_bodies(made);
    check_cobs(line);
    return 0;
}
