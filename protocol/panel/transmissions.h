#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "match/time.h"

namespace scoreboard::panel {

using match::BoardTime;

// What is known of a frame that went out. Its counter S names it, and names this transmission alone: a repeat
// has another, so it is never unclear which of them an ACK answers.
struct Transmission {
    BoardTime end{}; // estimated: when its last byte had left
};

// The last 256 transmissions, by their counter.
class Transmissions {
public:
    std::uint8_t next_counter() const { return next_; }
    void add(BoardTime end)
    {
        entries_[next_] = Transmission{end};
        ++next_;
    }
    // None if it was answered before, or never went out.
    std::optional<Transmission> take(std::uint8_t counter)
    {
        std::optional<Transmission> found = entries_[counter];
        entries_[counter].reset();
        return found;
    }
    void clear() { entries_.fill(std::nullopt); }

private:
    std::array<std::optional<Transmission>, 256> entries_{};
    std::uint8_t next_ = 0;
};

} // namespace scoreboard::panel
