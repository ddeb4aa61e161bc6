#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "session/messages.h"
#include "support/socket.h"
#include "wire/wire.h"

namespace scoreboard::support {

// A controller as plain as can be: it keeps its commands in memory, sends them over TCP in order, and holds
// every answer against the one it had before. An oracle for the board, independent of the app's own session.
class WireController {
public:
    explicit WireController(std::uint8_t number);

    // Dials and says Hello; false if nobody listens.
    bool connect(std::uint16_t port);
    void disconnect();
    bool connected() const { return socket_.has_value(); }

    // Adds a command to the outbox; pump() sends it.
    match::Seq issue(const match::Command& command);
    // Sends what may be sent (at most kReceiveMax unanswered), then reads once until the deadline; false: the
    // connection is gone.
    bool pump(Deadline deadline);
    // Until every command is answered.
    bool settle(Deadline deadline);
    // Everything goes out again with the next connection, also what was answered already.
    void forget_answers();

    const match::WriterId& writer() const { return writer_; }
    std::size_t issued() const { return bodies_.size(); }
    std::size_t unanswered() const;
    // By seq; what the board said first.
    const std::map<match::Seq, session::Ack>& answers() const { return answers_; }
    // What the board said about itself and what went wrong, as sentences.
    const std::optional<session::Welcome>& welcome() const { return welcome_; }
    const std::vector<std::string>& contradictions() const { return contradictions_; }
    const std::vector<session::Error>& errors() const { return errors_; }
    // The entries that came on this connection.
    const std::vector<match::Entry>& entries() const { return entries_; }
    const std::optional<session::PanelState>& panel() const { return panel_; }

private:
    void send_more();
    void take(const session::ServerMessage& message);
    void take_ack(const session::Ack& ack);

    match::WriterId writer_;
    match::InstallId install_;
    match::BootId boot_;
    std::optional<Socket> socket_;
    wire::FrameReader frames_{wire::kServerFrameMax};
    std::vector<match::SealedBody> bodies_; // [0] is seq 1
    std::map<match::Seq, session::Ack> answers_;
    std::map<match::Seq, bool> answered_now_; // since the answers were last forgotten
    match::Seq next_to_send_ = 1;
    std::size_t in_flight_ = 0;
    std::optional<session::Welcome> welcome_;
    std::vector<std::string> contradictions_;
    std::vector<session::Error> errors_;
    std::vector<match::Entry> entries_;
    std::optional<session::PanelState> panel_;
};

} // namespace scoreboard::support
