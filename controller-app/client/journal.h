#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "match/entry.h"
#include "session/messages.h"

namespace scoreboard::client {

// R10: a full outbox refuses the tap visibly; nothing is ever dropped. The MatchClient keeps to it.
inline constexpr std::size_t kOutboxMax = 10'000;

// Store operations of a MatchClient. A batch is ONE transaction: all of it is durable when commit() returns,
// or none.
struct SaveTap { // a new outbox row; also stores next_seq = seq + 1
    match::SealedBody sealed;
    std::optional<match::BoardId> board;
};
struct MarkAcked { // an Ack came; the row stays until its Entry is stored
    match::CommandId id;
    session::Ack ack;
};
struct StoreEntry { // an Entry of the open match into the history; drops its outbox row, if there is one
    match::BoardId board;
    match::LogId log;
    match::Entry entry;
};
struct DropHistory { // forget the history kept of this board, of whatever log, above `after` (0: all of it)
    match::BoardId board;
    match::Rev after = 0;
};
// The whole history of this board is set aside under a number: the board does not know the match any more.
struct KeepMatch {
    std::uint32_t number = 0;
    match::BoardId board;
    match::LogId log;
};
struct LetGo { // of a match that was set aside
    std::uint32_t number = 0;
};
struct OrphanRow {
    match::SealedBody sealed;
    std::string reason;
    std::string match;

    bool operator==(const OrphanRow&) const = default;
};
// A board's store went back in time: the history above `kept` is forgotten, own taps among it (and those that
// were acknowledged without an entry) return to the outbox unanswered, and what needs a person is filed.
struct GoBack {
    match::BoardId board;
    match::Rev kept = 0;
    std::vector<match::SealedBody> again; // by seq; also such as were orphans
    std::vector<OrphanRow> orphans;
    std::optional<std::uint32_t> reclaimed{}; // the match that was set aside and is open again
};
struct DropRow { // a row that a controller living on Snapshots has had acknowledged
    match::CommandId id;
};
struct Orphan { // a command that no board will take: kept with the reason, out of the outbox
    match::CommandId id;
    std::string reason;
    std::string match; // which match it was for
};
struct DropOrphan { // it came again with the board's entries: it is recorded after all
    match::CommandId id;
};
struct BindRows { // rows from before any board was met now belong to this board
    match::BoardId board;
};
struct Bind { // the board this tablet belongs to, and how far its history goes
    match::BoardId board;
    match::LogId log;
};
// After CONFLICT: from `from` on, the rows of the old writer that have no answer get a new writer and seqs
// from 1 (bodies sealed anew).
struct NewWriter {
    match::WriterId writer;
    match::Seq from = 0;
    std::vector<match::SealedBody> rows;
};
using StoreAction = std::variant<SaveTap, MarkAcked, StoreEntry, DropHistory, KeepMatch, LetGo, GoBack,
                                 DropRow, Orphan, DropOrphan, BindRows, Bind, NewWriter>;

struct OutboxRow {
    match::SealedBody sealed;
    std::optional<match::BoardId> board;
    std::optional<session::Ack> acked;

    bool operator==(const OutboxRow&) const = default;
};

// A match that a board has lost, as this tablet had it: from its start, by rev. It can fill the board again.
struct KeptMatch {
    std::uint32_t number = 0; // by which a person names it
    match::BoardId board;
    match::LogId log;
    bool reclaimed = false; // it is open again, and this tablet's own taps were taken from here
    std::vector<match::Entry> entries;

    bool operator==(const KeptMatch&) const = default;
};

// Everything a journal holds, as it is read at start.
struct JournalContent {
    match::InstallId install;
    match::WriterId writer;
    match::Seq next_seq = 1;
    std::optional<match::BoardId> board;
    std::optional<match::LogId> log;
    std::vector<OutboxRow> outbox;     // by seq
    std::vector<match::Entry> history; // the open match's, by rev
    std::vector<OrphanRow> orphans;
    std::vector<KeptMatch> kept; // by number

    bool operator==(const JournalContent&) const = default;
};

// The tablet's store (R1: a tap is saved when commit() has returned). Errors are sentences for a person.
class Journal {
public:
    virtual ~Journal() = default;
    virtual const JournalContent& content() const = 0; // as read when it was opened
    // Empty: durable. Else what went wrong and what to do; nothing of the batch is stored then.
    virtual std::string commit(const std::vector<StoreAction>& batch) = 0;
};

} // namespace scoreboard::client
