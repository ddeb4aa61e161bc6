#pragma once

#include <optional>
#include <vector>

#include "client/confirmed_match.h"
#include "client/outbox.h"
#include "session/clock_sync.h"

namespace scoreboard::client {

// Turns a tablet's time into the board's as well as is known; a guess where nothing is.
class BoardTimeline {
public:
    BoardTimeline(const session::ClockSync& clock, match::BootId tablet_boot, match::Duration guessed_offset)
        : clock_(clock), tablet_boot_(tablet_boot), guessed_offset_(guessed_offset)
    {
    }

    match::Duration offset(match::TabletTime at) const;
    match::BoardTime at(match::TabletTime at_tablet) const;
    // None: it was made in another life of this tablet, its stamp means nothing now.
    std::optional<match::BoardTime> of(const match::Tap& tap) const;

private:
    const session::ClockSync& clock_;
    match::BootId tablet_boot_;
    match::Duration guessed_offset_;
};

// A row may count: it is of this match, has no entry yet and was not refused. Once it is saved too, the score
// on the tablet counts it (R1).
bool stands(const Outbox::Row& row, const ConfirmedMatch& confirmed);

// The rows that the score counts, as the entries that the board is expected to make of them.
std::vector<match::Entry> expected_entries(const Outbox& outbox, const ConfirmedMatch& confirmed,
                                           const BoardTimeline& timeline);

// What UNDO and REDO take back and bring back: own commands step by step, in force still. A void of an older
// entry is no step back but a command like others, and is taken back itself.
struct UndoTargets {
    std::optional<match::CommandId> undo; // a command; or a void, then it is undone by a redo of it
    bool undo_is_void = false;
    std::optional<match::CommandId> redo; // an undo, no other own command after it

    std::optional<match::Command> undoing() const;
};
// Own taps without an entry included; one whose transaction is under way may be undone in the same breath.
UndoTargets undo_targets(const Outbox& outbox, const ConfirmedMatch& confirmed, const match::WriterId& own);

} // namespace scoreboard::client
