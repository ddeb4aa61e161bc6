#pragma once

#include <string>

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
    virtual void undo_newest(match::TabletTime tapped) = 0;
    virtual void redo_newest(match::TabletTime tapped) = 0;
    virtual void undo(match::CommandId target, match::TabletTime tapped) = 0;
    virtual void redo(match::CommandId target, match::TabletTime tapped) = 0;
    virtual void dismiss(match::Seq seq) = 0;
    virtual void connect_to(std::string board_url) = 0;
};

} // namespace scoreboard::viewmodel
