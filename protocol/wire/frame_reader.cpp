#include <cstdint>

#include "sabotage/sabotage.h"
#include "wire/wire.h"

namespace scoreboard::wire {
namespace {

constexpr std::size_t kPrefixSize = 4;

} // namespace

std::string length_prefixed(std::string_view envelope)
{
    std::string frame;
    frame.reserve(kPrefixSize + envelope.size());
    for (std::size_t i = 0; i < kPrefixSize; ++i) {
        frame.push_back(static_cast<char>(envelope.size() >> (8 * i) & 0xff));
    }
    frame.append(envelope);
    return frame;
}

Result<FrameReader::Next> FrameReader::next()
{
    const std::string_view waiting = std::string_view(buffer_).substr(consumed_);
    if (waiting.size() < kPrefixSize) {
        compact();
        return Next{};
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < kPrefixSize; ++i) {
        size |= std::size_t{static_cast<std::uint8_t>(waiting[i])} << (8 * i);
    }
    if (size > frame_max_) {
        return DecodeError{"frame: it announces " + std::to_string(size) + " bytes, at most " +
                           std::to_string(frame_max_)};
    }
    if (waiting.size() < kPrefixSize + size) {
        consumed_ = sabotage_planted(SABOTAGE_WHOLE_MESSAGES) ? buffer_.size() : consumed_;
        compact();
        return Next{};
    }
    Next next{true, std::string(waiting.substr(kPrefixSize, size))};
    consumed_ += kPrefixSize + size;
    return next;
}

// Only when more bytes are needed, so that a burst of frames is not moved once a frame.
void FrameReader::compact()
{
    buffer_.erase(0, consumed_);
    consumed_ = 0;
}

} // namespace scoreboard::wire
