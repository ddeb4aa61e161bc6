#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/panel_firmware.h"
#include "framing/link_body.h"
#include "framing/link_frame.h"
#include "framing/little_endian.h"
#include "framing/panel_image.h"

namespace scoreboard::testing {

using Bytes = std::vector<std::uint8_t>;

// A firmware on the bench: no line in between, time moves when the test says so. Eight digits: a clock of
// four cells, a shot clock of two, two for a score.
class PanelBench {
public:
    static constexpr std::uint8_t kDigits = 8, kClocks = 2;
    static constexpr std::size_t kClock = 0, kShot = 4, kScore = 6; // first cells
    static constexpr std::uint32_t kStartId = 0xD0D0, kNonce = 77;

    explicit PanelBench(panel_reset cause = kResetPowerOn);

    void start(panel_reset cause);
    void run_for_ms(std::uint64_t ms); // every deadline is served at its time
    void run_until_ms(std::uint64_t ms);
    std::uint64_t now_ms() const { return now_us_ / 1000; }
    std::uint64_t now_us() const { return now_us_; }

    // Frames as a host sends them; the S of the frame is returned.
    std::uint8_t hello(std::uint32_t start_id = kStartId, std::uint32_t nonce = kNonce,
                       std::uint32_t version = 1);
    std::uint8_t full(std::uint32_t image_rev, const Bytes& image, std::uint32_t start_id = kStartId);
    std::uint8_t delta(std::uint16_t base, std::uint8_t increment, std::uint8_t offset, const Bytes& bytes);
    std::uint8_t ping();
    std::uint8_t send(std::uint8_t type, bool seeded, const Bytes& body);
    void receive(const Bytes& wire);
    Bytes wire_of(std::uint8_t type, bool seeded, const Bytes& body);
    // HELLO, answered: afterwards seeded frames pass.
    void open_session(std::uint32_t start_id = kStartId, std::uint32_t nonce = kNonce);

    // What the panel said since the last call.
    std::vector<link_frame> heard();
    std::vector<link_frame> heard_of(std::uint8_t type);

    // An empty image whose times are in panel time.
    Bytes image() const;
    static void put_clock(Bytes& image, unsigned index, std::uint8_t mode, std::uint8_t format,
                          std::int32_t value_ms, std::uint32_t anchor_ms,
                          std::uint8_t expiry = kClockExpiryHold);
    static void put_horn(Bytes& image, std::uint8_t generation, std::uint32_t start_ms,
                         std::uint16_t length_ms);

    std::string text(std::size_t first, std::size_t width) const; // "10:00", " 9.4"
    const panel_light& light() const { return light_; }
    const panel_firmware& firmware() const { return firmware_; }
    unsigned latches() const { return latches_; }
    image_parts parts() const { return image_parts_of(&identity_); }
    void fill_transmit_buffer(bool full) { transmit_full_ = full; }
    panel_retained& retained() { return retained_; }

private:
    panel_board board();
    std::uint32_t session_id() const;

    panel_identity identity_{};
    panel_retained retained_{};
    panel_firmware firmware_{};
    panel_light light_{};
    std::uint64_t now_us_ = 1'000'000;
    std::uint8_t counter_ = 0;
    std::uint32_t random_ = 0x1234;
    unsigned latches_ = 0;
    bool transmit_full_ = false;
    std::uint32_t start_id_ = kStartId, nonce_ = kNonce;
    Bytes transmitted_;
};

} // namespace scoreboard::testing
