#pragma once

#include <optional>

#include "match/time.h"

namespace scoreboard::panel {

using match::Duration;

// How long an ACK takes, measured from the end of the transmission that it names, and how long to wait for
// one before sending again. There is no congestion on a wire of one's own, so the wait has a low ceiling and
// stays there for ever.
class RoundTrip {
public:
    struct Limits {
        Duration floor;
        Duration ceiling;
    };
    static constexpr Duration kFirstTimeout = std::chrono::milliseconds(100);

    explicit RoundTrip(Limits limits) : limits_(limits) {}

    void sample(Duration measured);
    Duration timeout() const; // with the doublings since the last sample
    void back_off();          // a timeout passed without an answer
    std::optional<Duration> smoothed() const { return smoothed_; }

private:
    Limits limits_;
    std::optional<Duration> smoothed_;
    Duration variation_{};
    int doublings_ = 0;
};

} // namespace scoreboard::panel
