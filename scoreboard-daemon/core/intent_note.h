#pragma once

#include "match/entry.h"

namespace scoreboard::core {

// A command by its name and content.
struct Intent {
    match::CommandId id;
    match::Hash hash{};

    bool operator==(const Intent&) const = default;
};

// Where the single writer notes the command that it is about to decide. What it finds there after a crash
// tells which command the crash is to be blamed on (R13). Must outlive the process, not the machine.
class IntentNote {
public:
    virtual void begin(const Intent& intent) = 0;
    virtual void end() = 0; // it was decided

protected:
    ~IntentNote() = default;
};

} // namespace scoreboard::core
