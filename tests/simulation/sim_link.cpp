#include "simulation/sim_link.h"

#include <algorithm>

namespace scoreboard::simulation {

void SimLink::send(Way way, const std::string& bytes, const Air& air, Rng& rng, Micros now)
{
    if (dead_ || bytes.empty()) {
        return;
    }
    auto& pieces = queue(way);
    Micros at = now + air.delay_min + rng.between(0, air.jitter);
    if (!pieces.empty()) {
        at = std::max(at, pieces.back().at);
    }
    // Split anywhere: no receiver may rely on where a message ends.
    std::size_t from = 0;
    while (from < bytes.size()) {
        const auto left = static_cast<std::int64_t>(bytes.size() - from);
        const auto size = rng.chance(0.2) ? rng.between(1, left) : left;
        pieces.push_back({at, bytes.substr(from, static_cast<std::size_t>(size))});
        from += static_cast<std::size_t>(size);
        at += from < bytes.size() ? rng.between(0, 2 * kMs) : 0;
    }
}

std::string SimLink::receive(Way way, const Air& air, Rng&, Micros now)
{
    std::string arrived;
    auto& pieces = queue(way);
    while (!gone(way, air) && !pieces.empty() && pieces.front().at <= now) {
        arrived += pieces.front().bytes;
        pieces.pop_front();
    }
    return arrived;
}

Micros SimLink::next_arrival(Way way, const Air& air) const
{
    const auto& pieces = way == Way::kUp ? up_ : down_;
    return gone(way, air) || dead_ || pieces.empty() ? kNever : pieces.front().at;
}

void SimLink::on_outage_end(Rng& rng, Micros now)
{
    // What TCP held back comes at its next retransmission, in order.
    for (auto* pieces : {&up_, &down_}) {
        Micros at = now + rng.between(0, 400 * kMs);
        for (Piece& piece : *pieces) {
            at = std::max(at, piece.at);
            piece.at = at;
        }
    }
}

void SimLink::cut(bool tell_tablet, bool tell_board)
{
    up_.clear();
    down_.clear();
    dead_ = true;
    tablet_closed_ = tablet_closed_ || tell_tablet;
    board_closed_ = board_closed_ || tell_board;
}

} // namespace scoreboard::simulation
