#include "session/clock_sync.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "sabotage/sabotage.h"

namespace scoreboard::session {
namespace {

using namespace std::chrono_literals;

constexpr Duration kFine = 10s;
constexpr Duration kFineFor = 2min;
constexpr Duration kCoarse = 1min;
constexpr Duration kCoarseFor = 30min;
constexpr Duration kMargin = 2ms;     // stamping a press and reading two clocks
constexpr Duration kClockNoise = 1ms; // two clocks may drift apart by this much within one round trip
constexpr int kDriftPerMillion = 100; // ρ: how far two quartz clocks run apart

Duration drift_over(Duration span)
{
    const Duration length = span < Duration::zero() ? -span : span;
    return (length * kDriftPerMillion + 999'999us) / 1'000'000;
}

// Samples of one slot compete: 10 s slots while young, minutes later.
std::pair<bool, Duration::rep> slot(TabletTime at, TabletTime now)
{
    const bool coarse = now - at > kFineFor;
    return {coarse, at.time_since_epoch() / (coarse ? kCoarse : kFine)};
}

} // namespace

void ClockSync::add(const BootId& board_boot, TabletTime t0, BoardTime t1, BoardTime t2, TabletTime t3)
{
    const Duration delay = (t3 - t0) - (t2 - t1);
    if (t3 < t0 || t2 < t1 || delay < -kClockNoise) {
        return;
    }
    Sample sample;
    sample.at = t0 + (t3 - t0) / 2;
    const Duration there = t1.time_since_epoch() - t0.time_since_epoch();
    const Duration back = t2.time_since_epoch() - t3.time_since_epoch();
    sample.offset = sabotage_planted(SABOTAGE_ONE_WAY_CLOCK) ? there : back + (there - back) / 2;
    sample.half_delay = (std::max(delay, Duration::zero()) + 1us) / 2;
    keep(board_boot, sample);
    thin(t3);
}

void ClockSync::restore(const ClockEstimate& known, TabletTime at)
{
    Sample sample;
    sample.at = at;
    sample.offset = known.offset;
    sample.half_delay = std::max(known.uncertainty - kMargin, Duration::zero());
    keep(known.board_boot, sample);
}

std::optional<ClockEstimate> ClockSync::estimate(TabletTime tap) const
{
    const auto error = [tap](const Sample& sample) {
        return sample.half_delay + drift_over(tap - sample.at);
    };
    const auto best = std::min_element(samples_.begin(), samples_.end(),
                                       [&](const Sample& a, const Sample& b) { return error(a) < error(b); });
    if (best == samples_.end()) {
        return std::nullopt;
    }
    return ClockEstimate{*board_boot_, best->offset, error(*best) + kMargin};
}

void ClockSync::keep(const BootId& board_boot, Sample sample)
{
    if (board_boot_ != board_boot) {
        samples_.clear();
        board_boot_ = board_boot;
    }
    samples_.push_back(sample);
}

void ClockSync::thin(TabletTime now)
{
    std::map<std::pair<bool, Duration::rep>, Sample> best;
    for (const Sample& sample : samples_) {
        if (now - sample.at > kCoarseFor) {
            continue;
        }
        const auto [place, is_new] = best.try_emplace(slot(sample.at, now), sample);
        if (!is_new && sample.half_delay <= place->second.half_delay) {
            place->second = sample;
        }
    }
    samples_.clear();
    for (const auto& [key, sample] : best) {
        samples_.push_back(sample);
    }
}

} // namespace scoreboard::session
