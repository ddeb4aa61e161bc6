#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "match/entry.h"
#include "match/match_state.h"

// What controller and board say to each other, one struct a message (bytes: wire/). C→B and B→C name the
// directions.
namespace scoreboard::session {

using match::BoardId;
using match::BoardTime;
using match::BootId;
using match::CommandId;
using match::Duration;
using match::Hash;
using match::InstallId;
using match::LogId;
using match::Rev;
using match::Seq;
using match::TabletTime;
using match::WriterId;

inline constexpr std::uint32_t kProtocolVersion = 1;
inline constexpr std::size_t kReceiveMax = 64; // commands of one connection that may be unanswered

enum class Role : std::uint8_t { kViewer = 0, kScorer = 1, kClock = 2, kReferee = 3, kTechnician = 4 };

// One rung: "at this rev my history has this chain hash".
struct Rung {
    Rev rev = 0;
    Hash chain{};

    bool operator==(const Rung&) const = default;
};

// C→B, first on every connection.
struct Hello {
    std::uint32_t version_min = kProtocolVersion;
    std::uint32_t version_max = kProtocolVersion;
    WriterId writer;
    std::string name; // for people: "tablet-3"; at most 64 bytes
    InstallId install;
    BootId tablet_boot;
    TabletTime now{};     // t0 of the first clock sample
    TabletTime dialled{}; // of two connections of one writer and boot the later dial wins
    Role wanted = Role::kReferee;
    std::optional<BoardId> expected_board;
    std::optional<LogId> log; // the ladder's
    std::vector<Rung> ladder; // at the last rev, −1, −2, −4 …: at most 20
    bool snapshots = false;   // cannot fold: wants Snapshots

    bool operator==(const Hello&) const = default;
};

// Rules of a venue's own, as a controller's list shows them.
struct VenueRuleset {
    std::string id;
    std::string name;
    std::string sport;

    bool operator==(const VenueRuleset&) const = default;
};
inline constexpr std::size_t kVenueRulesetsMax = 32;

// B→C, the answer.
struct Welcome {
    BoardId board;
    std::string board_name;
    BootId board_boot;
    BoardTime received{}; // t1: when the Hello came
    BoardTime sent{};     // t2
    LogId log;
    Rev head = 0;    // committed
    CommandId match; // the open one
    Role role = Role::kReferee;
    std::uint32_t receive_max = kReceiveMax;
    Rev resume_from = 0;  // entries after this rev follow; 0 and the match's start: from its StartMatch entry
    bool resumed = false; // false: forget the history of the open match, it comes whole
    bool has_panel = false;
    std::vector<VenueRuleset> venue_rulesets{}; // which OpenMatch may name beside the shipped ones

    bool operator==(const Welcome&) const = default;
};

// C→B: a journaled body, in an envelope made anew at each sending.
struct CommandMessage {
    match::SealedBody sealed;         // decoded by wire; a body of an unknown kind decodes to UnknownCommand
    TabletTime sent{};                // now; sent − tap is the claimed age
    TabletTime floor{};               // no later tap of this connection is older than this
    std::optional<BootId> board_boot; // with the offset and uncertainty known best now
    Duration offset{};
    Duration uncertainty{};

    bool operator==(const CommandMessage&) const = default;
};

// B→C, in the order of this connection's commands, after COMMIT only.
struct Ack {
    CommandId id;
    match::Outcome outcome;
    Rev rev = 0;
    std::optional<match::Verdict> verdict;

    bool operator==(const Ack&) const = default;
};

// B→all: one entry, refusals included. rev = previous + 1, else the receiver asks Resync.
struct EntryMessage {
    match::Entry entry;

    bool operator==(const EntryMessage&) const = default;
};

// C→B: "I have up to `after`; send what follows".
struct Resync {
    Rev after = 0;
    bool snapshot = false;

    bool operator==(const Resync&) const = default;
};

// B→C: the whole state, for a controller that cannot fold.
struct Snapshot {
    Rev rev = 0;
    match::Ruleset ruleset;
    match::MatchState state;

    bool operator==(const Snapshot&) const = default;
};

struct Ping { // C→B
    TabletTime t0{};
    TabletTime floor{};

    bool operator==(const Ping&) const = default;
};
struct Pong { // B→C
    TabletTime t0{};
    BoardTime t1{};
    BoardTime t2{};

    bool operator==(const Pong&) const = default;
};

struct TokenRequest { // C→B; refused until tokens land
    match::ClockId clock = match::ClockId::kGame;

    bool operator==(const TokenRequest&) const = default;
};
struct TokenState { // B→C
    match::ClockId clock = match::ClockId::kGame;
    std::uint64_t token = 0;
    std::optional<WriterId> holder;

    bool operator==(const TokenState&) const = default;
};

enum class PanelStatus : std::uint8_t { kOk = 0, kStale = 1, kFault = 2, kAbsent = 3 };

// B→C, on every change.
struct PanelState {
    LogId log;
    Rev shown = 0;
    BoardTime shown_at{};
    PanelStatus status = PanelStatus::kAbsent;
    std::string detail; // for a person: "PANEL DOES NOT ANSWER: /dev/ttyUSB0 is gone; plug it in"

    bool operator==(const PanelState&) const = default;
};

// A match that was left before it was over, as a controller's list shows it.
struct LeftMatch {
    CommandId match; // what ResumeMatch names
    std::string ruleset;
    std::string home_name;
    std::string guest_name;
    int home = 0; // points; of a match of sets the sets won
    int guest = 0;
    std::string period_text;  // "Q3"
    std::int64_t left_ms = 0; // UTC: its newest entry

    bool operator==(const LeftMatch&) const = default;
};
inline constexpr std::size_t kLeftMatchesMax = 16;

// B→C, on every change: the matches that can be gone on with, newest first.
struct LeftMatches {
    std::vector<LeftMatch> matches;

    bool operator==(const LeftMatches&) const = default;
};

enum class ErrorCode : std::uint8_t {
    kConflict = 1, // same id, another body: this journal was cloned or rolled back
    kAuth = 2,
    kTooBig = 3,
    kStorageFault = 4, // the board cannot record; the row stays in the outbox
    kVersion = 5,
    kReplaced = 6, // a later dial of this writer took over
    kOtherBoard = 7,
    kMalformed = 8,
    kNotYet = 9, // TokenRequest
};

// B→C.
struct Error {
    ErrorCode code = ErrorCode::kMalformed;
    std::optional<CommandId> id;
    std::string text; // a sentence for a person
    Duration retry_after{};
    bool other_boot = false; // of kReplaced: by another tablet boot

    bool operator==(const Error&) const = default;
};

using ClientMessage = std::variant<Hello, CommandMessage, Resync, Ping, TokenRequest>;
using ServerMessage =
    std::variant<Welcome, Ack, EntryMessage, Snapshot, Pong, TokenState, PanelState, Error, LeftMatches>;

const char* to_string(Role role);
const char* to_string(PanelStatus status);
const char* to_string(ErrorCode code);

} // namespace scoreboard::session
