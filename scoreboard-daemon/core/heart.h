#pragma once

#include <optional>

#include "core/heartbeat.h"
#include "core/match_service.h"

namespace scoreboard::core {

// Says when a heartbeat is due: every second while the game clock runs, and once when it has run out. What a
// clock entry itself tells is in the log, and needs none.
class Heart {
public:
    static constexpr match::Duration kEvery = std::chrono::seconds(1);

    // After every commit and at next_deadline(): what is to be written now, durably.
    std::optional<Heartbeat> poll(const MatchService& service, match::BoardTime now);
    std::optional<match::BoardTime> next_deadline() const { return due_; }

private:
    std::optional<match::BoardTime> take_new_entries(const MatchService& service);

    match::Rev seen_ = 0; // committed entries up to this one were looked at
    match::Rev clock_rev_ = 0;
    match::Hash clock_chain_{};
    std::optional<match::BoardTime> due_; // none: nothing runs
};

} // namespace scoreboard::core
