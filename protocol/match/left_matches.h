#pragma once

#include <optional>
#include <span>
#include <vector>

#include "match/match_summary.h"
#include "match/timeline.h"

namespace scoreboard::match {

// A match that another one followed before it was over, and all that it takes to go on with it.
struct LeftMatch {
    MatchSummary summary;
    Ruleset ruleset;
    MatchState state; // as it was left; every clock stands
};

// Whether a match by these rules can stand so: every part has its state, and no list names what the rules
// lack.
bool can_go_on(const Ruleset& ruleset, const MatchState& state);

// The newest matches of a log that can be gone on with, oldest first.
class LeftMatches {
public:
    static constexpr std::size_t kMax = 16;

    // Another match followed. Nothing is to be gone on with where it had not begun, or was over.
    void add(const Timeline& finished);
    // A match has begun: if it goes on with one of these, that one is left no more.
    void remove_what_goes_on(const Entry& start);

    const LeftMatch* find(const CommandId& match) const; // null: it is none of these
    std::span<const LeftMatch> all() const { return matches_; }

private:
    std::vector<LeftMatch> matches_;
};

} // namespace scoreboard::match
