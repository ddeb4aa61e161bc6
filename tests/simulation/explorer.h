#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "simulation/explorer_world.h"

namespace scoreboard::simulation {

struct Exploration {
    std::uint64_t states = 0;         // that differ
    std::uint64_t transitions = 0;    // events that were tried
    std::uint64_t ends = 0;           // states in which nothing but a fault can happen
    std::set<std::uint64_t> outcomes; // what these came to: ExplorerWorld::outcome
    std::uint64_t audited = 0;        // states that were reached again, and whose futures were compared
    std::size_t depth = 0;            // events of the longest of the shortest ways to a state
    bool complete = false;            // nothing within the bounds was left out
    std::string violation;            // empty: every promise held
    std::vector<std::string> story;   // the shortest way to it, an event a line
};

// Tries every order of events within `bounds`, but for those that come to the same as another, the shortest
// first, and stops at the first promise that breaks. At most `states_max` states are visited. One in
// `audit_every` states that are reached a second time is looked into: both ways must lead on to the same
// states, or the fingerprint would be hiding something. 0: none.
Exploration explore(const Bounds& bounds, Sabotage sabotage, std::uint64_t states_max,
                    std::uint64_t audit_every);

} // namespace scoreboard::simulation
