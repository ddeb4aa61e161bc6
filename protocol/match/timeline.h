#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "match/entry.h"
#include "match/match_state.h"

namespace scoreboard::match {

// The entries of one match in the order of the fold, and the state they add up to: state = fold(ruleset,
// entries). Order: (count of BoardBoot entries before it, effective time, rev). An entry that is voided, or
// was refused, is passed over; one that the rules refuse now that the past has changed has no effect and is
// marked. An entry that was edited counts as the newest edit in force says, at its own place, with its own
// id; one that was inserted counts right after its anchor, at the anchor's time.
class Timeline {
public:
    // Whether a match can begin with `entry`: an applied StartMatch whose fold_version this code knows.
    static bool begins_with(const Entry& entry);
    explicit Timeline(Entry start); // begins_with(start)

    const Ruleset& ruleset() const;
    const MatchState& state() const { return state_; }
    Rev rev() const { return rev_; } // of the newest entry added

    // What apply() or the rules of corrections would say to `entry` if it came next; nothing changes. Undo,
    // Redo, Edit and Insert are judged here: own entry or role referee or above is the caller's business,
    // everything else of the rule is this one's.
    Outcome judge(const Entry& entry) const;
    // Whether add() may take an entry that somebody else decided: the fold relies on a verdict of what was
    // applied to a clock, and on the entry that a correction names.
    bool takes(const Entry& entry) const;
    // Takes the next entry (rev = rev() + 1, outcome decided). Cheap when it is the newest in the fold's
    // order.
    void add(Entry entry);
    // What is known of the newest entry only once it is folded: the digest of the state after it, and its
    // link of the chain, which covers that digest.
    void seal_newest(std::uint32_t state_digest, const Hash& chain)
    {
        entries_.back().state_digest = state_digest;
        entries_.back().chain = chain;
    }
    // Forgets what came after `rev`: a batch whose commit failed.
    void drop_after(Rev rev);

    // The state just after everything that counts at or before `when` in the present boot.
    MatchState state_at(BoardTime when) const;
    // The state if `pending` (decided by the caller, in order, applied ones only) came next: the tablet's
    // prediction.
    MatchState preview(std::span<const Entry> pending) const;

    // Tells the match from its start: each entry that stands in the fold, in its order, when it counts (the
    // start and a boot: at the beginning of time), and the state after it. What is voided is told too.
    void
    walk(const std::function<void(const Entry& entry, BoardTime when, const MatchState& state)>& see) const;

    std::span<const Entry> entries() const { return entries_; } // by rev
    const Entry* find(const CommandId& id) const;
    bool voided(const CommandId& id) const; // undone, and the undo not undone
    bool ineffective(const CommandId& id) const { return !lost_sense(id).empty(); }
    // Why what was applied once has no effect now, for a person: the rules refuse it since the past has
    // changed, or an edit has nothing to correct any more. Empty: it counts, is voided, or was refused.
    std::string lost_sense(const CommandId& id) const;
    // What an entry says, as it was corrected: of an edit or an insert, what it puts there.
    Command counted_command(const CommandId& id) const;
    // The newest own applied entry that is no undo or redo and not voided.
    std::optional<CommandId> undo_target(const WriterId& writer) const;
    // The newest own undo in force with no own entry of another kind after it.
    std::optional<CommandId> redo_target(const WriterId& writer) const;

private:
    using Index = std::size_t; // of entries_

    // Where the fold counts an entry; an edit has the place of its target.
    struct Place {
        std::int32_t boot = 0; // BoardBoot entries up to and with it
        BoardTime when{};
        Rev rev = 0;
        Rev inserted = 0; // behind the entry of that rev: so many of them stand there in the order they came

        auto operator<=>(const Place&) const = default;
    };
    struct Row {
        Place place;
        std::optional<Index> voided_by{}; // the undo in force
        std::vector<Index> edits{};       // that name it, by rev
        std::optional<Index> anchor{};    // of an insert: the entry that it stands behind, itself no insert
        std::string refusal{};            // why the rules refuse it now; empty: they do not
    };
    struct Checkpoint {
        std::size_t count = 0; // so many of order_ are folded into `state`
        MatchState state;
    };
    class Preview;

    Place place_of(const Entry& entry, Rev rev) const;
    std::size_t position_of(const Place& place) const; // in order_: the first that is not before it
    std::optional<Index> index_of(const CommandId& id) const;
    MatchState state_before(std::size_t position) const;
    Outcome apply_counted(MatchState& state, Index index) const;
    void fold(Index index);
    void refold(std::size_t from);
    void add_void(Index index, const CommandId& target, bool redo);
    void take_back_correction(Index index);
    Index anchor_of(const CommandId& after) const;
    const Entry* anchor_entry(Index index) const; // null: it is no insert
    const Edit* newest_edit(Index index) const;   // in force; null: it counts as it was entered
    Outcome judge_undo(const CommandId& target) const;
    Outcome judge_redo(const CommandId& target) const;
    Outcome judge_edit(const Edit& edit) const; // whether it can be, not what the rules say to it
    Outcome judge_insert(const Insert& insert) const;
    Outcome judge_named(const Entry& entry) const; // one of these four
    std::optional<Index> correctable(const CommandId& id) const;

    Ruleset ruleset_;
    std::vector<Entry> entries_; // by rev, without a gap
    std::vector<Row> rows_;      // one beside each entry
    std::vector<Index> order_;   // what was applied when it was decided, in the order of the fold
    std::vector<Checkpoint> checkpoints_;
    std::unordered_map<CommandId, Index, CommandIdHash> by_id_;
    std::int32_t boots_ = 0;
    MatchState state_;
    Rev rev_ = 0;
};

} // namespace scoreboard::match
