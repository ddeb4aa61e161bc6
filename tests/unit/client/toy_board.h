#pragma once

#include <map>
#include <string>
#include <vector>

#include "match/timeline.h"
#include "session/messages.h"

namespace scoreboard::client {

// As much of a board as a controller can tell: a log with a chain, an outcome for each id, entries from where
// a ladder says. It judges by the rules alone: clock commands count at the tap as their envelope knows it.
class ToyBoard {
public:
    explicit ToyBoard(match::BoardId board, match::LogId log);

    std::vector<session::ServerMessage> hear(const session::ClientMessage& message, match::BoardTime now);
    // An entry of somebody else, told to whoever is connected.
    session::EntryMessage record(const match::Body& body, match::BoardTime now);
    // The panel latched everything up to the head.
    session::PanelState show();
    void start_new_match(match::BoardTime now, const std::string& rules = "basketball.fiba.2026");
    // A restored card image: everything after `rev` is gone, the log has another name.
    void go_back(match::Rev rev, match::LogId new_log);
    // A log that was set aside: a new one begins, with a match of its own.
    void begin_anew(match::LogId new_log, match::BoardTime now);
    // The power went and came back.
    void reboot(match::BootId boot, const match::BoardBoot& clocks);

    const match::Timeline& timeline() const { return *timeline_; }
    session::Welcome welcome_;
    bool corrupt_digests = false; // folds otherwise than its controllers

private:
    const match::Entry& append(match::SealedBody sealed, match::BoardTime now,
                               std::optional<match::Verdict> verdict);
    std::vector<session::ServerMessage> answer(const session::Hello& hello, match::BoardTime now);
    std::vector<session::ServerMessage> answer(const session::CommandMessage& message, match::BoardTime now);

    std::optional<match::Timeline> timeline_;
    std::vector<match::Entry> previous_;             // of the match before
    std::map<match::CommandId, session::Ack> ended_; // what was answered in the matches before
    match::Seq next_seq_ = 1;
    match::Rev head_ = 0;
    match::Hash chain_{};
    session::PanelState panel_;
    bool snapshots_ = false;
    bool conflict_ = false; // takes no more commands of this connection
};

} // namespace scoreboard::client
