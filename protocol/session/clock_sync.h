#pragma once

#include <optional>
#include <vector>

#include "session/messages.h"

namespace scoreboard::session {

// What a tablet knows of its board's time line: board time = tablet time + offset, within ± uncertainty.
struct ClockEstimate {
    BootId board_boot;
    Duration offset{};
    Duration uncertainty{};

    bool operator==(const ClockEstimate&) const = default;
};

// Offset between a tablet's clock and its board's, from the four times of each question and answer.
// The best sample per 10 s is kept for two minutes, the best per minute for thirty.
class ClockSync {
public:
    // t0: asked (tablet), t1: heard (board), t2: answered (board), t3: answer heard (tablet). A sample of
    // another board boot makes a new beginning: the old time line has ended. Impossible times are passed
    // over.
    void add(const BootId& board_boot, TabletTime t0, BoardTime t1, BoardTime t2, TabletTime t3);
    // What an earlier run of the app knew at `at`, of the same tablet boot.
    void restore(const ClockEstimate& known, TabletTime at);

    // The best that is known about `tap`; none before the first sample.
    std::optional<ClockEstimate> estimate(TabletTime tap) const;

    std::size_t kept() const { return samples_.size(); }

private:
    struct Sample {
        TabletTime at{}; // the middle of question and answer
        Duration offset{};
        Duration half_delay{}; // |offset − true offset| at `at` is not larger
    };

    void keep(const BootId& board_boot, Sample sample);
    void thin(TabletTime now);

    std::optional<BootId> board_boot_;
    std::vector<Sample> samples_; // by arrival
};

} // namespace scoreboard::session
