#include "panel/health_report.h"

#include <utility>

namespace scoreboard::panel {
namespace {

bool may_pass_by_itself(LinkHealth health)
{
    return health == LinkHealth::kNoPort || health == LinkHealth::kConnecting;
}

} // namespace

void HealthReport::set(LinkHealth health, std::string detail, BoardTime now)
{
    actual_ = {health, std::move(detail)};
    if (anything_told_ && actual_ == told_) {
        tell_at_.reset();
        return;
    }
    if (!anything_told_ || !may_pass_by_itself(health)) {
        tell_at_ = now;
    } else if (!tell_at_) {
        tell_at_ = now + kFlapMax;
    }
}

std::optional<HealthChanged> HealthReport::poll(BoardTime now)
{
    if (!tell_at_ || now < *tell_at_) {
        return std::nullopt;
    }
    tell_at_.reset();
    anything_told_ = true;
    told_ = actual_;
    return told_;
}

std::optional<BoardTime> HealthReport::deadline() const
{
    return tell_at_;
}

} // namespace scoreboard::panel
