#include "panel/wire_clock.h"

#include <algorithm>
#include <cassert>

namespace scoreboard::panel {

Duration WireClock::duration_of(std::size_t bytes) const
{
    assert(baud_ > 0);
    const auto bits = static_cast<std::int64_t>(bytes) * 10;
    return Duration((bits * 1'000'000 + baud_ - 1) / baud_);
}

BoardTime WireClock::send(std::size_t bytes, BoardTime now)
{
    const BoardTime begin = free_at_ ? std::max(now, *free_at_) : now;
    free_at_ = begin + duration_of(bytes);
    return *free_at_;
}

} // namespace scoreboard::panel
