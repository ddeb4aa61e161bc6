#pragma once

#include <optional>
#include <string>

#include "client/client_view.h"
#include "match/command.h"
#include "match/time.h"

namespace scoreboard::viewmodel {

// Where a screen's taps go: the client thread in the app, a recorder in the tests. No call waits for
// anything.
class CommandPort {
public:
    virtual ~CommandPort() = default;

    // `tapped` is the press, stamped before any I/O.
    virtual void issue(match::Command command, match::TabletTime tapped) = 0;
    // A correction that a person looks at; the next views tell what it would change. None: no more.
    virtual void look_at(std::optional<match::Command> correction) = 0;
    // … and gives, having seen that.
    virtual void issue_seen(match::Command correction, std::optional<client::SeenEffect> seen,
                            match::TabletTime tapped) = 0;
    virtual void undo_newest(match::TabletTime tapped) = 0;
    virtual void redo_newest(match::TabletTime tapped) = 0;
    virtual void undo(match::CommandId target, match::TabletTime tapped) = 0;
    virtual void redo(match::CommandId target, match::TabletTime tapped) = 0;
    virtual void dismiss(match::Seq seq) = 0;
    virtual void connect_to(std::string board_url) = 0;
};

} // namespace scoreboard::viewmodel
