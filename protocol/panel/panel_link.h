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
#include "panel/link_health.h"
#include "panel/picture.h"

namespace scoreboard::panel {

using match::Rev;

// What came true, one at a time from poll_event().
struct Shown { // the panel latched an image that holds `rev`, digest right
    Rev rev = 0;
    std::uint32_t image_rev = 0;
    BoardTime at{}; // when its ACK was read
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
    // `why` is a sentence for a person; also when a port could not be opened.
    void on_closed(BoardTime now, std::string why = "the panel's port is closed");
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
    LinkHealth health() const;                   // as it was last told by an event
    Rev shown() const;                           // the rev of the last Shown
    std::uint32_t image_rev() const;             // wanted
    std::span<const std::uint8_t> image() const; // wanted
    // The image known to be latched, in this session.
    std::optional<std::uint32_t> acknowledged() const;
    std::optional<Duration> round_trip() const; // smoothed, from the end of a transmission to its ACK

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::panel
