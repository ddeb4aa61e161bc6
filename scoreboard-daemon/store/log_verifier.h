#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/recovered_log.h"

namespace scoreboard::store {

// What is sound to SQLite but not to us; a part of a sentence: "the chain breaks at rev 907".
struct Damage {
    std::string what;
};
// The entries are whole, but this build may not go on with them; what follows "log PATH …" in a sentence.
struct Unreadable {
    std::string text;
};

// Takes the entries of a log from rev 1 on and believes nothing: revs contiguous, the chain holds, and the
// fold of each match gives every digest that was recorded.
class LogVerifier {
public:
    using Complaint = std::variant<Damage, Unreadable>;

    // The next entry, whose body has its hash; none: it is sound. Nothing more may be added after a
    // complaint.
    std::optional<Complaint> add(match::Entry entry);
    // All of RecoveredLog but the ids.
    core::RecoveredLog take() && { return std::move(log_); }

private:
    core::RecoveredLog log_;
};

} // namespace scoreboard::store
