#pragma once

#include <deque>
#include <optional>
#include <string>

#include "simulation/machine_clock.h"
#include "simulation/rng.h"

namespace scoreboard::simulation {

// The air between one tablet and the board. Faults change it while the match goes on.
struct Air {
    Micros delay_min = 1 * kMs;
    Micros jitter = 3 * kMs;
    // Nothing gets through that way; TCP keeps it and tries again.
    bool up_gone = false;
    bool down_gone = false;

    bool outage() const { return up_gone || down_gone; }
};

// One TCP connection: bytes arrive whole and in order, cut anywhere, or not at all once it is cut.
class SimLink {
public:
    enum class Way { kUp, kDown };

    void send(Way way, const std::string& bytes, const Air& air, Rng& rng, Micros now);
    // What has arrived by `now`, in pieces of any size.
    std::string receive(Way way, const Air& air, Rng& rng, Micros now);
    // When something arrives next.
    Micros next_arrival(Way way, const Air& air) const;
    void on_outage_end(Rng& rng, Micros now);
    // Everything in flight is lost. An end that is not told (half-open) notices by itself, or never.
    void cut(bool tell_tablet, bool tell_board);

    bool tablet_closed() const { return tablet_closed_; }
    bool board_closed() const { return board_closed_; }

private:
    struct Piece {
        Micros at = 0;
        std::string bytes;
    };
    static bool gone(Way way, const Air& air) { return way == Way::kUp ? air.up_gone : air.down_gone; }
    std::deque<Piece>& queue(Way way) { return way == Way::kUp ? up_ : down_; }

    std::deque<Piece> up_;
    std::deque<Piece> down_;
    bool dead_ = false;
    bool tablet_closed_ = false;
    bool board_closed_ = false;
};

} // namespace scoreboard::simulation
