#pragma once

#include <string>

#include "client/confirmed_match.h"
#include "client/outbox.h"

namespace scoreboard::client {

// "+2 HOME", "UNDO +2 HOME": a command in the operator's words, with what it undoes or takes back.
std::string label_of(const match::Command& command, const Outbox& outbox, const ConfirmedMatch& confirmed);

// A tap or an entry by its id; null if neither outbox nor match holds it.
const match::Command* find_command(const match::CommandId& id, const Outbox& outbox,
                                   const ConfirmedMatch& confirmed);

} // namespace scoreboard::client
