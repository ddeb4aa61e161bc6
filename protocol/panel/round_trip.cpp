#include "panel/round_trip.h"

#include <algorithm>
#include <cstdlib>

namespace scoreboard::panel {
namespace {

constexpr Duration kVariationFloor = std::chrono::milliseconds(2);
constexpr int kDoublingsMax = 8;

} // namespace

void RoundTrip::sample(Duration measured)
{
    // The gains of RFC 6298: an eighth for the mean, a quarter for the variation.
    if (!smoothed_) {
        smoothed_ = measured;
        variation_ = measured / 2;
    } else {
        const Duration error = measured - *smoothed_;
        variation_ += (Duration(std::abs(error.count())) - variation_) / 4;
        smoothed_ = *smoothed_ + error / 8;
    }
    doublings_ = 0;
}

Duration RoundTrip::timeout() const
{
    Duration wait = kFirstTimeout;
    if (smoothed_) {
        wait = std::clamp(*smoothed_ + std::max(4 * variation_, kVariationFloor), limits_.floor,
                          limits_.ceiling);
    }
    const Duration longest = std::max(wait, limits_.ceiling);
    return std::min(wait * (1 << doublings_), longest);
}

void RoundTrip::back_off()
{
    doublings_ = std::min(doublings_ + 1, kDoublingsMax);
}

} // namespace scoreboard::panel
