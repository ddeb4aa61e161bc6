#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "match/command.h"

namespace scoreboard::match {

// Why a command was refused. The numbers are on the wire and in the log: never reuse one.
enum class Reason : std::uint8_t {
    kNone = 0,
    kUnknownKind = 1,
    kUndecodable = 2,
    kRole = 3,       // this device's role may not do that
    kOtherMatch = 4, // meant for a match that is not open
    kWrongPhase = 5, // the rules do not allow it now
    kOutOfRange = 6, // a score below 0 or above the maximum, a clock beyond its length
    kDepends = 7,    // somebody else changed the value in between, or what it builds on was refused
    kStale = 8,      // the period seen is not the one that is
    kAlready = 9,    // undone already, redone already
    kAlreadyRunning = 10,
    kNoTimeoutLeft = 11,
    kExpired = 12,
    kNoTarget = 13,     // the entry it names does not exist or cannot be undone
    kNoOffer = 14,      // the offer it accepts is not pending
    kNeedsConfirm = 15, // moves a clock further than may go unseen
    kInternal = 16,
    kBoardOnly = 17,  // a kind that only the board writes
    kNoSuchPart = 18, // this sport has no such thing
};

struct Outcome {
    bool applied = false;
    Reason reason = Reason::kNone;
    std::string text; // for a person: what was refused, why, what to do

    bool operator==(const Outcome&) const = default;
};

enum class Effect : std::uint8_t {
    kNone = 0,
    kAt = 1,   // counts at e, the tap
    kNow = 2,  // counts at b, its arrival
    kBook = 3, // a held START and its STOP, booked together: the clock ran from book_from to book_to
};
enum class VerdictReason : std::uint8_t { kInTime = 0, kLate = 1, kUnsynced = 2, kHeld = 3, kClamped = 4 };

// What was decided about when a clock command counts; decided once, at commit, and stored.
struct Verdict {
    Effect effect = Effect::kNone;
    BoardTime at{};         // kAt: e; kNow: b
    Duration uncertainty{}; // of e
    VerdictReason reason = VerdictReason::kInTime;
    std::optional<Duration> offered; // of a held command: the value that `accept` sets
    CommandId book_start;            // kBook
    BoardTime book_from{};
    BoardTime book_to{};

    bool operator==(const Verdict&) const = default;
};

// One row of the log: a command with what was decided about it, refusals included.
struct Entry {
    Rev rev = 0;
    SealedBody sealed;
    Outcome outcome;
    std::optional<Verdict> verdict; // clock commands only
    BoardTime received{};
    BootId board_boot;
    std::int64_t wall_ms = 0;       // UTC, for people; nothing is decided by it
    std::uint32_t state_digest = 0; // digest(state after it, received)
    Hash chain{};                   // SHA-256(chain of the entry before, this row): wire::chain_hash

    const CommandId& id() const { return sealed.body.id; }
    const Command& command() const { return sealed.body.command; }
    bool operator==(const Entry&) const = default;
};

// Whether an applied entry of this kind counts by its verdict, and cannot be folded without.
bool needs_verdict(const Command& command);

// When the fold counts it: the verdict's time of a clock command that has one, else the time received.
BoardTime effective_time(const Entry& entry);

// A name for logs and JSON, as "NO_TIMEOUT_LEFT".
const char* to_string(Reason reason);

} // namespace scoreboard::match
