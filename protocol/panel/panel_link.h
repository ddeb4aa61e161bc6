#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "match/ids.h"
#include "panel/layout.h"
#include "panel/picture.h"

namespace scoreboard::panel {

using match::Rev;

enum class LinkHealth : std::uint8_t {
    kConnecting, // the port is open, no session yet
    kOk,
    kBlind,       // nothing comes back: pictures go out, nothing is confirmed
    kOtherLayout, // a panel of another layout answers: it is shown nothing
    kNoPort,      // the port is closed
};

// What came true, one at a time from poll_event().
struct Shown { // the panel latched an image that holds `rev`, digest right
    Rev rev = 0;
    std::uint32_t image_rev = 0;
    BoardTime at{}; // when its ACK was read
};
struct HealthChanged {
    LinkHealth health = LinkHealth::kNoPort;
    std::string detail; // for a person
};
using PanelEvent = std::variant<Shown, HealthChanged>;

// The daemon's end of PLP/1: keeps the panel's image equal to the wanted one. Newest wins; at most one frame
// is in the wire. Pure: bytes and times go in, frames, events and one deadline come out.
class PanelLink {
public:
    struct Options {
        Layout layout;
        std::uint32_t start_id = 0; // random at every start of the daemon
        std::uint32_t baud = 115200;
    };

    explicit PanelLink(Options options);
    ~PanelLink();

    void on_open(BoardTime now, std::uint32_t nonce); // nonce: random at every open
    void on_closed(BoardTime now);
    void on_bytes(std::span<const std::uint8_t> bytes, BoardTime now);

    // What the panel is to show, and the log's rev that it holds.
    void set_picture(const Picture& picture, Rev rev, BoardTime now);

    // The bytes of the next frame, or none: nothing to say, or the wire is still busy with the last one.
    std::optional<std::vector<std::uint8_t>> poll_transmit(BoardTime now);
    std::optional<BoardTime> next_deadline() const;
    std::optional<PanelEvent> poll_event();

    struct Counters {
        std::uint64_t frames_sent = 0, frames_received = 0, frames_bad = 0, retransmissions = 0,
                      bytes_sent = 0, bytes_received = 0, digest_mismatches = 0, sessions = 0;
    };
    const Counters& counters() const;
    LinkHealth health() const;
    Rev shown() const;               // the newest rev that is known to be on the panel now
    std::uint32_t image_rev() const; // wanted
    std::optional<Duration> round_trip() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::panel
