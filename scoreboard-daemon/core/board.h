#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/match_service.h"
#include "session/server_session.h"

namespace scoreboard::core {

using ConnectionId = std::uint32_t;

// The whole board without its I/O: sessions, the single writer, and one connection a writer (R11). Listeners
// move envelopes, a store thread moves batches, a panel runner tells what is shown; nothing else decides
// anything.
//
//   connection read:   on_envelope(id, bytes, now) for each envelope; then pump
//   pump:              while take_batch(): hand it to the store; wake every connection's writer
//   store answers:     on_committed(); or on_storage_fault(), then on_not_rebuilt() as often as it likes,
//   then
//                      on_rebuilt(); then pump
//   connection write:  while poll_transmit(id, now): send; then close if close_reason(id) is not empty,
//                      else sleep until next_deadline(id) or the next wake
class Board {
public:
    static constexpr std::size_t kConnectionsMax = 64;

    Board(MatchService::Options options, RecoveredLog log, Now now);

    // A controller dialled; none: too many are connected, close the socket.
    std::optional<ConnectionId> open(match::BoardTime now);
    // One envelope as it came, without framing.
    void on_envelope(ConnectionId id, std::string_view envelope, Now now);
    // Bytes that are no envelope (wire::FrameReader refused them).
    void on_malformed(ConnectionId id, const std::string& what, Now now);
    // The next envelope to send, without framing; valid until the next call of any method.
    std::optional<std::string_view> poll_transmit(ConnectionId id, match::BoardTime now);
    std::optional<match::BoardTime> next_deadline(ConnectionId id) const;
    // Why the connection is to be closed once poll_transmit gives nothing more; empty while it lives.
    const std::string& close_reason(ConnectionId id) const;
    // The socket is gone. Every opened connection ends with this.
    void close(ConnectionId id);

    // The store. At most one batch is out at a time.
    std::optional<Batch> take_batch() { return service_.take_batch(); }
    void on_committed() { service_.on_committed(); }
    // Nothing is recorded any more: tells every controller and closes its connection, so that its outbox is
    // sent again (R5).
    void on_storage_fault(const std::string& text);
    // The first time, the match goes on in memory: whatever came since the fault is asked for again.
    void on_not_rebuilt(const std::string& text, Now now);
    // Everything is recorded again: every outbox is judged anew, with what the log holds.
    void on_rebuilt(RecoveredLog log, Now now);

    // R8: a tablet knew more than this log. The reason, once: have the store take a new log id, durably, then
    // say so with on_new_log(), or with on_storage_fault(); the tablet's Welcome waits for it.
    std::optional<std::string> poll_new_log_wanted();
    void on_new_log(match::LogId log);

    // The panel.
    void on_panel_shown(match::Rev rev, match::BoardTime at) { service_.on_panel_shown(rev, at); }
    void on_panel_status(session::PanelStatus status, std::string detail)
    {
        service_.on_panel_status(status, std::move(detail));
    }

    // Everything a feed, a renderer or a status page may show.
    const MatchService& service() const { return service_; }

    struct Controller {
        ConnectionId id = 0;
        std::string name;
        session::Role role = session::Role::kViewer;
    };
    std::vector<Controller> controllers() const; // welcomed or about to be

    // Lines for the log that name the hop and its numbers; one at a time.
    std::optional<std::string> poll_log_line();

private:
    struct Connection {
        session::ServerSession session;
        std::string envelope; // what poll_transmit returned last
    };

    void drain(ConnectionId id, session::ServerSession& session, Now now);
    void join(ConnectionId joining_id, session::ServerSession& joining);
    void close_all(const std::string& reason, const std::optional<session::Error>& error);
    void log(std::string line);
    const std::string& encoded(match::Rev rev);

    MatchService service_;
    std::map<ConnectionId, Connection> connections_;
    ConnectionId next_id_ = 1;
    std::optional<std::string> new_log_wanted_;
    bool renaming_ = false; // from the wish to on_new_log(): one new name serves every tablet that waits
    std::deque<std::string> log_lines_;
    // The newest entries as envelopes, each encoded once for all connections: slot rev % size.
    struct Encoded {
        match::Rev rev = 0;
        std::string envelope;
    };
    std::vector<Encoded> encoded_;
};

} // namespace scoreboard::core
