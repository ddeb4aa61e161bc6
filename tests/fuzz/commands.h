#pragma once

#include <vector>

#include "fuzz/input.h"
#include "match/command.h"
#include "match/entry.h"

// Commands and what belongs to them, made from a fuzzer's bytes: valid as structs, of any sense.
namespace scoreboard::fuzz {

// From microseconds to many years, forwards and back; mostly what happens in a match.
match::Duration any_duration(Input& input);

template <class Id>
Id id_of(std::uint8_t value)
{
    Id id;
    id.bytes.fill(value);
    return id;
}

// `known`: ids that a command may name.
match::Command any_command(Input& input, const std::vector<match::CommandId>& known);
match::CommandId any_id(Input& input, const std::vector<match::CommandId>& known);
match::Outcome any_outcome(Input& input);
match::Verdict any_verdict(Input& input, const std::vector<match::CommandId>& known, match::BoardTime now);

} // namespace scoreboard::fuzz
