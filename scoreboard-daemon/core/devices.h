#pragma once

#include "match/command.h"
#include "session/messages.h"

namespace scoreboard::core {

// The table kind × role, checked when a command is decided. Undo and redo are judged further: an own entry,
// or role referee or above (may_correct_others).
bool may(session::Role role, const match::Command& command);
bool may_correct_others(session::Role role);

// Kinds that only the board itself writes.
bool is_board_only(const match::Command& command);
// Kinds whose verdict says when they count (clock_judge).
bool is_clock_command(const match::Command& command);

} // namespace scoreboard::core
