#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "line/faults.h"

namespace scoreboard::line {

// Time on the wire, since whatever moment the caller counts from.
using LineTime = std::chrono::nanoseconds;

struct TimedByte {
    LineTime at{}; // when its stop bit ended
    std::uint8_t byte = 0;
    bool operator==(const TimedByte&) const = default;
};

struct Injection {
    LineTime at{};
    std::uint64_t index = 0; // of the byte, counted from the sender's first
    FaultKind kind{};
    bool operator==(const Injection&) const = default;
};

// One direction of a serial cable: 8N1 at a baud rate, with faults. It decides when each byte arrives and
// what it has become; the same in real time behind a pty and in a test's virtual time.
class Line {
public:
    Line(Direction direction, std::uint32_t baud, std::uint64_t seed);

    void push(std::span<const std::uint8_t> bytes, LineTime now);
    // What has arrived by `now`.
    std::vector<TimedByte> poll(LineTime now);
    // When it is worth asking again: the arrival of the next zero byte (frames end with one), else of the
    // last byte.
    std::optional<LineTime> next_deadline() const;
    // How long the bytes that were pushed keep the wire busy.
    LineTime backlog(LineTime now) const;

    // They hold for bytes pushed from now on.
    void set_rates(const FaultRates& rates) { rates_ = rates; }
    void set_dead(bool dead) { dead_ = dead; }             // bytes go out and never arrive
    void set_garbled(bool garbled) { garbled_ = garbled; } // the ends disagree about the speed
    void set_baud(std::uint32_t baud);
    const FaultRates& rates() const { return rates_; }
    bool dead() const { return dead_; }
    // Pulled out: what is under way is lost.
    void clear();

    std::vector<Injection> take_injections();

private:
    void note(const FaultedByte& faulted, LineTime at);

    Direction direction_;
    std::uint64_t seed_;
    LineTime byte_time_{};
    FaultRates rates_;
    bool dead_ = false;
    bool garbled_ = false;
    std::uint64_t index_ = 0;
    LineTime busy_until_{};
    std::deque<TimedByte> under_way_;
    std::vector<Injection> injections_;
};

} // namespace scoreboard::line
