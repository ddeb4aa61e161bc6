#include "panel/panel_time.h"

#include <algorithm>

namespace scoreboard::panel {
namespace {

std::uint32_t low_half(BoardTime time)
{
    return static_cast<std::uint32_t>(time.time_since_epoch().count());
}

// 285 years: no panel has been up for so long, and what is computed from it stays far from its limits.
constexpr std::uint64_t kUptimeMaxUs = std::uint64_t{1} << 53U;

} // namespace

void PanelTime::begin(std::uint32_t boot_id)
{
    const std::optional<Duration> before = boot_id == boot_id_ ? offset() : std::nullopt;
    boot_id_ = boot_id;
    requests_.clear();
    samples_.clear();
    if (before) {
        samples_.push_back({kRoundTripMax, *before});
    }
}

void PanelTime::on_request(BoardTime sent)
{
    requests_.push_back(sent);
    if (requests_.size() > kRequestsMax) {
        requests_.pop_front();
    }
}

bool PanelTime::on_response(const link_time_response& response, BoardTime read)
{
    const auto request = std::find_if(requests_.begin(), requests_.end(),
                                      [&](BoardTime sent) { return low_half(sent) == response.t1; });
    if (request == requests_.end()) {
        return false;
    }
    const BoardTime sent = *request;
    requests_.erase(request);
    const Duration held(response.t3_after_t2);
    const Duration round_trip = (read - sent) - held;
    if (round_trip > kRoundTripMax || response.t2 > kUptimeMaxUs) {
        return false;
    }

    const Duration received(static_cast<Duration::rep>(response.t2));
    const Duration there = received - sent.time_since_epoch();
    const Duration back = received + held - read.time_since_epoch();
    // An answer that seems to come before its question was only timed badly; it is as good as an instant one.
    samples_.push_back({std::max(round_trip, Duration::zero()), (there + back) / 2});
    if (samples_.size() > kSamplesMax) {
        samples_.pop_front();
    }
    return true;
}

std::optional<Duration> PanelTime::offset() const
{
    const auto shortest =
        std::min_element(samples_.begin(), samples_.end(),
                         [](const Sample& a, const Sample& b) { return a.round_trip < b.round_trip; });
    return shortest == samples_.end() ? std::nullopt : std::optional(shortest->offset);
}

} // namespace scoreboard::panel
