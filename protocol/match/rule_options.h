#pragma once

#include <span>
#include <string>

#include "match/ruleset.h"

namespace scoreboard::match {

inline constexpr std::size_t kRuleOptionsMax = 32; // of one match

// Sets one number or switch of `ruleset` otherwise. Empty: it is set. Else why not: a sentence without its
// full stop, that names the key, what may stand there, and the nearest known key.
std::string set_option(Ruleset& ruleset, const RuleOption& option);

// What of the numbers does not go together, as a sentence without its full stop; empty: nothing.
std::string contradiction_in(const Ruleset& ruleset);

// The rules of a match that sets some of `base` otherwise, all or nothing: its name says that, its source
// what.
struct Altered {
    Ruleset ruleset;
    std::string problem; // empty: none
};
Altered altered(const Ruleset& base, std::span<const RuleOption> options);

} // namespace scoreboard::match
