#pragma once

#include <optional>
#include <string>

#include "match/command.h"

namespace scoreboard::viewmodel {

// The name of the key that gives `command`, in the words of the command line: "add home 2", "shot 14". Values
// that belong to the moment (the period seen, the value of a clock) are not part of it.
std::string key_name(const match::Command& command);

// "score home": the total that `command` changes; none if it changes no score. The total shows the level of
// the newest such tap.
std::optional<std::string> score_name(const match::Command& command);

// False for what the list of offered actions never names: values typed in, totals, undo and redo.
bool is_offered_by_rules(const std::string& key);

// Keys that are one key under the finger share a guard: START and STOP are both "clock".
std::string guard_name(const std::string& key);

} // namespace scoreboard::viewmodel
