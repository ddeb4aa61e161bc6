#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>

#include "framing/link_body.h"
#include "match/time.h"

namespace scoreboard::panel {

using match::BoardTime;
using match::Duration;

// How far the panel's clock is from the board's: panel time = board time + offset. The sample with the
// shortest round trip of the last sixteen counts; whatever delayed the others delayed one direction only.
class PanelTime {
public:
    // A session begins. A panel that started again counts anew; else the offset of before holds until the
    // first answer: meanwhile the two clocks may have drifted apart.
    void begin(std::uint32_t boot_id);

    // `sent` is the estimated end of the request's transmission; its low half goes into the request.
    void on_request(BoardTime sent);
    // `read` is when the response was read, less its time on the wire. False: it answers nothing of ours.
    bool on_response(const link_time_response& response, BoardTime read);

    std::uint32_t boot_id() const { return boot_id_; }
    std::optional<Duration> offset() const;

private:
    struct Sample {
        Duration round_trip{};
        Duration offset{};
    };
    static constexpr std::size_t kSamplesMax = 16;
    static constexpr std::size_t kRequestsMax = 8;
    static constexpr Duration kRoundTripMax = std::chrono::seconds(1);

    std::uint32_t boot_id_ = 0;
    std::deque<BoardTime> requests_; // not answered yet
    std::deque<Sample> samples_;
};

} // namespace scoreboard::panel
