#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "match/timeline.h"

namespace scoreboard::match {

// The timeline as it would be with pending entries laid over it.
class Timeline::Preview {
public:
    Preview(const Timeline& timeline, std::span<const Entry> pending);

    MatchState fold() const;

private:
    // Where a pending entry counts, and what an insert stands behind.
    struct Late {
        Place place;
        std::size_t pending = 0; // index
        const Entry* anchor = nullptr;

        bool operator<(const Late& other) const { return place < other.place; }
    };
    struct Anchor {
        const Entry* entry = nullptr; // null: it is neither in the log nor pending
        Place place;
    };

    void take(std::size_t i);
    void set_voided(const CommandId& target, bool voided);
    void changes(const CommandId& id); // what the timeline has: everything from its place on is folded again
    CommandId undone_by(const CommandId& undo) const;
    Anchor anchor_of(const CommandId& after) const;

    bool voided(const CommandId& id) const;
    const Edit* newest_edit(const CommandId& id, std::optional<Index> own) const;
    void fold_own(MatchState& state, Index index) const;
    void fold_pending(MatchState& state, const Late& late) const;
    void count(MatchState& state, const Entry& entry, const Entry* anchor, const Edit* edit) const;

    const Timeline& timeline_;
    std::span<const Entry> pending_;
    std::size_t from_;       // the first of order_ that is folded anew
    std::vector<Late> late_; // in the order of the fold
    std::unordered_map<CommandId, bool, CommandIdHash> voids_;
    std::unordered_map<CommandId, CommandId, CommandIdHash> undone_; // pending undo → its target
    std::unordered_map<CommandId, std::vector<const Entry*>, CommandIdHash> edits_; // pending, by target
    std::unordered_map<CommandId, Anchor, CommandIdHash> anchors_;                  // of pending inserts
};

} // namespace scoreboard::match
