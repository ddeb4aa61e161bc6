#pragma once

#include <cstdint>

#include "match/time.h"

namespace scoreboard::session {

// How long to wait before the next dial, while the app is in the foreground: a LAN bears quick dials, and an
// operator is waiting. The jitter keeps tablets apart that lost the same access point.
class Backoff {
public:
    explicit Backoff(std::uint64_t seed) : random_(seed) {}

    // 0, 50, 100, 200, 400, 400 … ms, each but the first up to 20 % shorter or longer.
    match::Duration next();
    void reset() { step_ = 0; }

private:
    std::uint64_t random_;
    unsigned step_ = 0;
};

} // namespace scoreboard::session
