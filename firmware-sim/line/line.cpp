#include "line/line.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace scoreboard::line {
namespace {

constexpr std::size_t kInjectionsMax = 65536;

LineTime byte_time_of(std::uint32_t baud)
{
    assert(baud > 0);
    return LineTime(10 * LineTime::period::den / baud); // start bit, 8 data bits, stop bit
}

} // namespace

Line::Line(Direction direction, std::uint32_t baud, std::uint64_t seed)
    : direction_(direction), seed_(seed), byte_time_(byte_time_of(baud))
{
}

void Line::push(std::span<const std::uint8_t> bytes, LineTime now)
{
    busy_until_ = std::max(busy_until_, now);
    for (const std::uint8_t sent : bytes) {
        const std::uint64_t index = index_++;
        const std::uint8_t byte = garbled_ ? garbled_byte(seed_, direction_, index, sent) : sent;
        const FaultedByte faulted = fault_byte(seed_, direction_, index, byte, rates_);
        note(faulted, busy_until_);
        if (faulted.count == 0 || dead_) {
            busy_until_ += byte_time_; // the sender has spent the time all the same
            continue;
        }
        for (std::uint8_t i = 0; i < faulted.count; ++i) {
            busy_until_ += byte_time_;
            under_way_.push_back({busy_until_, faulted.bytes[i]});
        }
    }
}

void Line::note(const FaultedByte& faulted, LineTime at)
{
    for (const FaultKind kind : kFaultKinds) {
        if ((faulted.injected >> static_cast<std::size_t>(kind) & 1) != 0 &&
            injections_.size() < kInjectionsMax) {
            injections_.push_back({at, index_ - 1, kind});
        }
    }
}

std::vector<TimedByte> Line::poll(LineTime now)
{
    const auto end = std::find_if(under_way_.begin(), under_way_.end(),
                                  [now](const TimedByte& byte) { return byte.at > now; });
    std::vector<TimedByte> arrived(under_way_.begin(), end);
    under_way_.erase(under_way_.begin(), end);
    return arrived;
}

std::optional<LineTime> Line::next_deadline() const
{
    if (under_way_.empty()) {
        return std::nullopt;
    }
    const auto zero = std::find_if(under_way_.begin(), under_way_.end(),
                                   [](const TimedByte& byte) { return byte.byte == 0; });
    return zero == under_way_.end() ? under_way_.back().at : zero->at;
}

LineTime Line::backlog(LineTime now) const
{
    return std::max(LineTime::zero(), busy_until_ - now);
}

void Line::set_baud(std::uint32_t baud)
{
    byte_time_ = byte_time_of(baud);
}

void Line::clear()
{
    under_way_.clear();
    busy_until_ = LineTime::zero();
}

std::vector<Injection> Line::take_injections()
{
    return std::exchange(injections_, {});
}

} // namespace scoreboard::line
