#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>

#include "session/messages.h"

namespace scoreboard::session {

// What stays the same while a board runs, its log's name aside.
struct BoardFacts {
    BoardId board;
    std::string name;
    BootId boot;
    LogId log;
    bool has_panel = false;
    std::vector<VenueRuleset> venue_rulesets{}; // at most kVenueRulesetsMax

    bool operator==(const BoardFacts&) const = default;
};

// What a session may see of the board: committed facts and nothing else, so that nothing uncommitted can
// leave through it. Sessions ask; the board never calls them.
class BoardView {
public:
    virtual const BoardFacts& facts() const = 0;
    virtual Rev head() const = 0;             // newest committed rev; 0: nothing is committed yet
    virtual Rev match_start() const = 0;      // of the open match's StartMatch entry
    virtual CommandId open_match() const = 0; // the id of that entry
    // A committed entry of the open match, match_start() … head(); null for any other rev.
    virtual const match::Entry* entry(Rev rev) const = 0;
    // The stored outcome of a committed command, of any match; none for an id that is not committed.
    virtual std::optional<Ack> answer(const CommandId& id) const = 0;
    virtual Snapshot snapshot() const = 0;
    virtual const PanelState& panel() const = 0;
    virtual std::uint64_t panel_generation() const = 0; // one more at every change of panel()
    virtual LeftMatches left_matches() const = 0;
    virtual std::uint64_t
    left_generation() const = 0; // another at every change of them; 0: there never were any
    virtual const std::string& storage_fault() const = 0; // empty: the store works

protected:
    ~BoardView() = default;
};

// What a session asks of the board; one at a time from poll_delivery().
struct Joined { // a Hello that may stay; the board sees to it that a writer has one connection (R11)
    Hello hello;
};
struct Submitted { // a command to decide; answered by ServerSession::on_decided, at once
    CommandMessage message;
    BoardTime received{};
    BootId tablet_boot;              // of this connection: what its envelope and `floor` say is of that boot
    std::optional<TabletTime> floor; // the latest that earlier messages of this connection promised
};
struct StoreWentBack { // the tablet holds entries that this log lost: the log needs a new name (R8)
    std::string sentence;
};
using Delivery = std::variant<Joined, Submitted, StoreWentBack>;

// What the board made of a command: its answer may leave once `committed_with` is committed.
struct Decision {
    Rev committed_with = 0;
    std::optional<Error> error; // instead of an Ack: CONFLICT, STORAGE_FAULT
};

// An entry to send, by its rev: the driver encodes it once for every connection.
struct EntryAt {
    Rev rev = 0;

    bool operator==(const EntryAt&) const = default;
};
using Outgoing = std::variant<ServerMessage, EntryAt>;

// The board's end of one connection. It keeps a cursor into the log instead of a queue of entries, and at
// most kReceiveMax answers, so that a reader however slow costs a fixed amount of memory.
class ServerSession {
public:
    static constexpr Duration kDeadAfter = std::chrono::seconds(3); // without a message
    static constexpr std::size_t kPongsMax = 4;
    static constexpr std::size_t kErrorsMax = 8;

    // `board` must outlive the session.
    ServerSession(const BoardView& board, BoardTime opened);

    // Every message in order of arrival; then poll_delivery() until it is empty.
    void on_message(ClientMessage message, BoardTime now);
    // Bytes that are no message: an Error goes out, then the connection closes.
    void on_malformed(const std::string& what, BoardTime now);
    std::optional<Delivery> poll_delivery();
    // The board's word on the oldest Submitted that has none yet.
    void on_decided(const CommandId& id, Decision decision);

    // A later dial of the same writer took over: an Error goes out, then the connection closes.
    void replace(bool by_other_boot);
    // The board ends the connection: a store that failed (with an Error), a log that was renamed (without).
    void close(std::string reason, std::optional<Error> error);

    // What to send next; none: nothing now. Call again after any event of the board and at next_deadline().
    std::optional<Outgoing> poll_transmit(BoardTime now);
    std::optional<BoardTime> next_deadline() const;
    // Why the driver is to close, once poll_transmit() gives nothing more; empty while the session lives.
    const std::string& close_reason() const { return close_reason_; }

    bool welcomed() const { return welcomed_; } // told the log's name
    const std::optional<Hello>& hello() const { return hello_; }
    Role role() const { return hello_ ? hello_->wanted : Role::kViewer; }

private:
    struct PendingAnswer {
        CommandId id;
        Decision decision;
        bool decided = false;
    };
    struct Resume {
        Rev after = 0;
        bool resumed = false;
        bool store_went_back = false;
    };

    void on_hello(Hello hello, BoardTime now);
    void on_command(CommandMessage message, BoardTime now);
    void on_resync(const Resync& resync);
    void raise_floor(TabletTime floor);
    void on_ping(const Ping& ping, BoardTime now);
    void fail(ErrorCode code, std::string text);
    void push_error(Error error);
    Resume compare_ladder() const;
    std::optional<ServerMessage> poll_welcome(BoardTime now);
    std::optional<ServerMessage> poll_answer();
    std::optional<ServerMessage> poll_panel();
    std::optional<ServerMessage> poll_left_matches();
    std::optional<Outgoing> poll_log();

    const BoardView* board_;
    BoardTime last_heard_;
    std::optional<Hello> hello_;
    BoardTime hello_received_{};
    bool welcomed_ = false;
    bool asked_for_new_log_ = false;
    bool conflict_ = false; // no command of this connection is taken any more
    std::optional<TabletTime> floor_;
    Rev next_rev_ = 0; // cursor: the next entry to send, or the first that no Snapshot holds
    bool snapshots_ = false;
    bool snapshot_due_ = false;
    std::uint64_t panel_sent_ = 0;
    std::uint64_t left_sent_ = 0;
    std::deque<Delivery> deliveries_; // at most two: drained after every message
    std::deque<PendingAnswer> answers_;
    std::deque<Pong> pongs_;
    std::deque<Error> errors_;
    std::string close_reason_;
};

} // namespace scoreboard::session
