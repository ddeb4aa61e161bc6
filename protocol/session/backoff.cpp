#include "session/backoff.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace scoreboard::session {
namespace {

constexpr int kStepsMs[] = {0, 50, 100, 200, 400};
constexpr std::uint64_t kJitterPercent = 20;

// SplitMix64: the same sequence from a seed on every platform, unlike the standard distributions.
std::uint64_t next_random(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

} // namespace

match::Duration Backoff::next()
{
    const match::Duration base = std::chrono::milliseconds(kStepsMs[step_]);
    step_ = std::min(step_ + 1, static_cast<unsigned>(std::size(kStepsMs)) - 1);
    const auto percent = 100 - kJitterPercent + next_random(random_) % (2 * kJitterPercent + 1);
    return base * static_cast<match::Duration::rep>(percent) / 100;
}

} // namespace scoreboard::session
