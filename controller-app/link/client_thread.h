#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "client/client_view.h"
#include "client/journal.h"
#include "link/tablet_clock.h"

namespace scoreboard::link {

// The client thread of an app: owns the MatchClient, its journal and its sockets. The other thread hands in
// taps and gets copies of ClientView; nothing is shared.
class ClientThread {
public:
    struct Options {
        std::string board_url; // tcp://HOST:PORT, ws://HOST:PORT; empty: not connected yet
        std::string name = "tablet";
        session::Role role = session::Role::kReferee;
    };
    // Called on the client thread after every change and, while anything waits, at most every 100 ms.
    using ViewListener = std::function<void(client::ClientView)>;

    ClientThread(Options options, std::unique_ptr<client::Journal> journal, ViewListener listener);
    ~ClientThread(); // ends the thread; whatever was saved stays saved

    // `tapped` is the press, stamped before any I/O (tablet_now()).
    void issue(match::Command command, match::TabletTime tapped);
    // What a correction would change is told in the next views, and then given as it was seen.
    void look_at(std::optional<match::Command> correction);
    void issue_seen(match::Command correction, std::optional<client::SeenEffect> seen,
                    match::TabletTime tapped);
    void undo(match::TabletTime tapped);
    void redo(match::TabletTime tapped);
    void undo(match::CommandId target, match::TabletTime tapped);
    void redo(match::CommandId target, match::TabletTime tapped);
    void dismiss(match::Seq seq); // a refused tap has been read
    void connect_to(std::string board_url);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::link
