#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "framing/link_body.h"
#include "framing/link_frame.h"
#include "panel/layout.h"
#include "panel/panel_link.h"

namespace scoreboard::panel {

// A panel that answers what the test tells it to, and a board on the other side of no line at all. For lies
// that no firmware of ours would tell.
class ScriptedPanel {
public:
    static constexpr std::uint32_t kStartId = 0x11223344, kNonce = 0x55667788, kBootId = 0x0001BEEF;

    ScriptedPanel();

    void set_now(BoardTime now) { now_ = now; }
    BoardTime now() const { return now_; }
    PanelLink& link() { return link_; }
    const Layout& layout() const { return layout_; }

    // Lets time pass and keeps the frames that the board sends meanwhile.
    void run_for(Duration span);
    // The newest frame of a type since the last call of forget().
    std::optional<link_frame> last(std::uint8_t type) const;
    std::size_t count(std::uint8_t type) const;
    void forget() { frames_.clear(); }

    struct Answer {
        std::uint32_t nonce = kNonce;
        std::uint32_t boot_id = kBootId;
        std::uint32_t protocol = 1;
        std::uint32_t layout_hash = 0; // 0: the right one
        std::uint32_t schema_hash = LINK_SCHEMA_HASH;
    };
    void hello_ack() { hello_ack(Answer{}); }
    void hello_ack(const Answer& answer) { identity(kLinkHelloAck, answer); }
    void boot(std::uint32_t boot_id);
    void ack(const link_ack& ack, bool seeded = true);
    // The ACK that a truthful panel would send for everything that was sent.
    link_ack truth() const;
    void nak(std::uint8_t reason, bool seeded = true);
    // Open, greeted, the picture acknowledged.
    void open_session(const Picture& picture, Rev rev);

    std::vector<Rev> shown();
    std::vector<HealthChanged> health();

private:
    void identity(std::uint8_t type, const Answer& answer);
    void say(std::uint8_t type, bool seeded, const std::vector<std::uint8_t>& body);
    void pump();
    void take_events();

    const Layout& layout_ = *find_layout("multisport");
    BoardTime now_{std::chrono::hours(1)};
    PanelLink link_{{layout_, kStartId, 115200}};
    link_seed seed_{};
    link_decoder decoder_{};
    std::vector<link_frame> frames_;
    std::uint8_t counter_ = 0;
    std::vector<Rev> shown_;
    std::vector<HealthChanged> health_;
};

} // namespace scoreboard::panel
