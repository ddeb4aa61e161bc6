#pragma once

#include <optional>

#include "match/match_state.h"

namespace scoreboard::match {

// Collects the moments at which something changes by itself, and keeps the next one.
class NextChange {
public:
    explicit NextChange(BoardTime now) : now_(now) {}

    void at(BoardTime when)
    {
        if (when > now_ && (!next_ || when < *next_)) {
            next_ = when;
        }
    }
    // When a running clock comes to `value`.
    void reaches(const Clock& clock, Duration value)
    {
        if (clock.running) {
            at(clock.anchor + (clock.up ? value - clock.value : clock.value - value));
        }
    }
    std::optional<BoardTime> next() const { return next_; }

private:
    BoardTime now_;
    std::optional<BoardTime> next_;
};

} // namespace scoreboard::match
