#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "session/clock_sync.h"
#include "session/messages.h"

namespace scoreboard::session {

// The controller's end of a connection to a board, over as many connections as it takes: what is sent when,
// what came of it, and whether the connection can be trusted. It forgets a connection with the next one; the
// commands that were not answered go out again (R2).
class ClientSession {
public:
    // DELIVERY: a Ping or Command (or the Hello) unanswered for so long makes a connection doubtful …
    static constexpr Duration kDoubtfulAfter = std::chrono::milliseconds(600);
    // … and so long without a byte makes it dead.
    static constexpr Duration kDeadAfter = std::chrono::seconds(3);
    static constexpr Duration kPingEvery = std::chrono::seconds(1);
    static constexpr Duration kPingEveryInDoubt = std::chrono::milliseconds(400);
    static constexpr Duration kResyncAgainAfter = std::chrono::seconds(1);
    static constexpr Duration kFloorBehind = std::chrono::milliseconds(500);

    struct Identity {
        WriterId writer;
        std::string name;
        InstallId install;
        BootId tablet_boot;
        Role wanted = Role::kReferee;
    };
    // Where the last connection left off.
    struct Resume {
        std::optional<BoardId> board; // another one ends the connection before any Command (R8)
        std::optional<LogId> log;
        std::vector<Rung> ladder; // newest first
        bool snapshots = false;   // this controller cannot fold the match
    };

    explicit ClientSession(Identity identity);

    // --- what happened ---
    // Bytes can be exchanged with a board, dialled at `dialled`; whatever connection was before is forgotten.
    void on_connected(Resume resume, TabletTime dialled, TabletTime now);
    void on_disconnected();
    void on_heard(TabletTime now); // bytes came, not yet a whole message
    void on_message(const ServerMessage& message, TabletTime now);

    // --- what is to be sent ---
    // After the Welcome: Commands may go. The owner first makes sure that its rows belong to this board.
    void allow_commands();
    // A press whose Command has not been handed in yet: no floor may pass it. Ended by enqueue or withdraw.
    void on_pressed(TabletTime tapped);
    void withdraw(TabletTime tapped);
    // A row that is committed in the journal; seqs rise.
    void enqueue(match::SealedBody row);
    // Rows whose answers the board has lost: they go out again, before every later one. By seq; only before
    // the commands of a connection are allowed.
    void requeue(const std::vector<match::SealedBody>& rows);
    // After CONFLICT: another writer, and the rows that are unanswered anew. Ends the connection.
    void rename(const WriterId& writer, std::vector<match::SealedBody> rows);
    // The owner cannot build on what it has: the board is asked for what follows `after`, or for Snapshots.
    void resync(Rev after, bool snapshot);
    // Ends the connection, if there is one: the next one begins anew with what the owner then has.
    void hang_up();
    void restore_clock(const ClockEstimate& known, TabletTime at) { clock_.restore(known, at); }

    // --- what to do ---
    std::optional<ClientMessage> poll_transmit(TabletTime now);
    // When to ask again, after poll_transmit has nothing more: it may send, doubt or be over then.
    std::optional<TabletTime> next_deadline() const;
    // What the board said and this session let pass: Acks of own commands, entries in rev order without gap.
    std::optional<ServerMessage> poll_event();

    bool connected() const { return phase_ != Phase::kNone; }
    bool welcomed() const { return phase_ == Phase::kOpen; }
    // Dial a second connection beside this one; the later dial wins (R11).
    bool doubtful(TabletTime now) const;
    // Close the connection: it is dead, or what was said on it ends it.
    bool over(TabletTime now) const;
    // Since when an answer is overdue: the oldest question or command without one went out then, or the last
    // answer came then. On a slow link a backlog is answered step by step, and is no reason for doubt.
    std::optional<TabletTime> unanswered_since() const;
    TabletTime last_heard() const { return last_heard_; } // of this connection
    const ClockSync& clock() const { return clock_; }

private:
    enum class Phase { kNone, kDialled, kGreeting, kOpen, kOver };
    struct Row {
        match::SealedBody sealed;
        std::optional<TabletTime> sent; // on this connection
        bool parked = false;            // the board cannot store it now: it waits for the next connection
    };

    void take(const Welcome& message, TabletTime now);
    void take(const Ack& message, TabletTime now);
    void take(const EntryMessage& message, TabletTime now);
    void take(const Snapshot& message, TabletTime now);
    void take(const Pong& message, TabletTime now);
    void take(const TokenState& message, TabletTime now);
    void take(const PanelState& message, TabletTime now);
    void take(const LeftMatches& message, TabletTime now);
    void take(const Error& message, TabletTime now);
    void breach(std::string text);
    Hello hello(TabletTime now);
    CommandMessage command(Row& row, TabletTime now);
    TabletTime floor(TabletTime now) const;
    TabletTime ping_due() const;

    Identity identity_;
    Resume resume_;
    Phase phase_ = Phase::kNone;
    TabletTime dialled_{};
    TabletTime last_heard_{};
    TabletTime hello_sent_{};
    TabletTime last_answer_{}; // of this connection
    Rev hello_covers_ = 0;     // entries up to this one are an answer to the Hello
    BootId board_boot_;
    bool commands_allowed_ = false;
    std::size_t receive_max_ = kReceiveMax;

    std::deque<Row> rows_; // unanswered, by seq; the first sent_ went out on this connection
    std::size_t sent_ = 0;
    std::size_t parked_ = 0;            // of the sent ones
    std::multiset<TabletTime> presses_; // of this tablet boot, not sent on this connection

    std::optional<Rev> last_rev_; // none: the match's first entry is to come
    std::optional<Resync> resync_;
    std::optional<TabletTime> resync_sent_;
    std::deque<TabletTime> pings_; // unanswered
    TabletTime last_ping_{};
    bool in_doubt_ = false; // as of the last poll_transmit

    std::deque<ServerMessage> events_;
    ClockSync clock_;
};

} // namespace scoreboard::session
