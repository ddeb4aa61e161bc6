#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "match/timeline.h"
#include "session/messages.h"

namespace scoreboard::client {

// The match as the board recorded it, folded from entries that were checked one by one (chain and digest of
// the state). Where this build cannot fold what the board folds, it lives on the board's Snapshots instead.
class ConfirmedMatch {
public:
    // Before any board was met: a believable match to predict on, by the default rules, HOME and GUEST.
    ConfirmedMatch();

    // Entries as the journal kept them, the StartMatch first. False: they do not fit together, nothing is
    // taken.
    bool load(const std::vector<match::Entry>& history);
    // The next entry; a StartMatch begins anew. False: this build folds it otherwise than the board did, or
    // the chain is broken; from here on it takes Snapshots only, until a match starts.
    bool add(const match::Entry& entry);
    void take(const session::Snapshot& snapshot);
    void drop_after(match::Rev rev); // 0: everything

    bool known() const { return known_; } // false: the believable match
    bool folds() const { return !broken_; }
    match::Rev rev() const; // of the newest entry taken
    const match::Ruleset& ruleset() const;
    const match::MatchState& state() const;
    std::span<const match::Entry> entries() const; // empty if it lives on Snapshots
    const match::Entry* find(const match::CommandId& id) const;
    bool voided(const match::CommandId& id) const;
    std::string lost_sense(const match::CommandId& id) const; // Timeline::lost_sense
    // What an entry of the match says, as it was corrected.
    match::Command counted_command(const match::Entry& entry) const;
    // "Q3 7:42": period and game clock when an entry counted; empty for old ones.
    const std::string& when(const match::Entry& entry) const;
    match::MatchState preview(std::span<const match::Entry> pending) const;
    // The entries with `pending` on top; none: it lives on Snapshots.
    std::optional<match::Timeline> with(std::span<const match::Entry> pending) const;
    // The newest time that any entry was received at.
    match::BoardTime latest() const { return latest_; }
    // By which the board finds how much of its log this tablet has; newest first, at most 20 rungs.
    std::vector<session::Rung> ladder() const;

private:
    static constexpr std::size_t kLabelled = 256; // so many of the newest entries have a `when`

    bool start(const match::Entry& entry);
    bool append(const match::Entry& entry);
    void label(const match::Entry& entry);

    std::optional<match::Timeline> timeline_;
    std::optional<session::Snapshot> snapshot_;
    std::vector<std::string> when_; // by entry
    match::BoardTime latest_{};
    bool known_ = false;
    bool broken_ = false;
};

} // namespace scoreboard::client
