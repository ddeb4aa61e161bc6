#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "match/time.h"

namespace scoreboard::panel {

using match::BoardTime;
using match::Duration;

// When the serial line has taken what was given to it: ten bits a byte at the baud rate. The kernel would
// take much more at once, and every byte queued there is a byte that a newer picture has to wait for.
class WireClock {
public:
    explicit WireClock(std::uint32_t baud) : baud_(baud) {}

    Duration duration_of(std::size_t bytes) const;
    bool is_busy(BoardTime now) const { return free_at_ && now < *free_at_; }
    // None before the first byte: it was never anything else.
    std::optional<BoardTime> free_at() const { return free_at_; }
    // After such a silence noise may stand in the receiver: a frame begins with a zero of its own.
    bool was_silent(BoardTime now) const { return !free_at_ || now - *free_at_ > kSilence; }
    // Returns when the last of `bytes` has left.
    BoardTime send(std::size_t bytes, BoardTime now);

private:
    static constexpr Duration kSilence = std::chrono::milliseconds(50);

    std::uint32_t baud_;
    std::optional<BoardTime> free_at_;
};

} // namespace scoreboard::panel
