#pragma once

#include <string>
#include <utility>

#include "match/entry.h"
#include "match/match_state.h"

// What sports are made of. A part checks first and changes afterwards: when it refuses, the state is
// untouched.
namespace scoreboard::match::parts {

// The entry that a part applies, and what it may look at beside the state.
struct Context {
    const Ruleset& ruleset;
    const Entry& entry;
    BoardTime at; // effective_time(entry)
};

inline Outcome accepted()
{
    return Outcome{true, Reason::kNone, {}};
}

inline Outcome refused(Reason reason, std::string text)
{
    return Outcome{false, reason, std::move(text)};
}

// "Volleyball has no shot clock."
inline Outcome no_such_part(const Context& context, const std::string& what)
{
    const std::string& name = context.ruleset.name;
    return refused(Reason::kNoSuchPart, name.substr(0, name.find(',')) + " has no " + what + ".");
}

} // namespace scoreboard::match::parts
