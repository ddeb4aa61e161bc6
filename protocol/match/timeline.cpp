#include "match/timeline.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "match/corrections.h"
#include "match/left_matches.h"
#include "match/parts/part.h"
#include "sabotage/sabotage.h"

namespace scoreboard::match {
namespace {

// A late entry folds again at most so many entries that were right already.
constexpr std::size_t kCheckpointEvery = 64;

template <class Kind>
bool is(const Entry& entry)
{
    return std::holds_alternative<Kind>(entry.command());
}

bool is_void(const Entry& entry)
{
    return is<Undo>(entry) || is<Redo>(entry);
}

// What changes other entries and has no place of its own.
bool is_correction(const Entry& entry)
{
    return is_void(entry) || is<Edit>(entry) || is<Insert>(entry);
}

bool is_fixed(const Entry& entry)
{
    return is<StartMatch>(entry) || is<BoardBoot>(entry) || is<Note>(entry) || is<OpenMatch>(entry) ||
           is<ResumeMatch>(entry);
}

} // namespace

bool Timeline::begins_with(const Entry& entry)
{
    const auto* start = std::get_if<StartMatch>(&entry.command());
    // Nobody can have seen a match before it began.
    return start != nullptr && entry.outcome.applied && !entry.sealed.body.seen &&
           can_fold(start->ruleset->fold_version) &&
           (!start->goes_on || can_go_on(*start->ruleset, *start->goes_on->state));
}

Timeline::Timeline(Entry start)
{
    assert(begins_with(start));
    ruleset_ = *std::get<StartMatch>(start.command()).ruleset;
    const Outcome outcome = apply(ruleset_, state_, start);
    assert(outcome.applied);
    rev_ = start.rev;
    by_id_.emplace(start.id(), 0);
    rows_.push_back(Row{place_of(start, start.rev)});
    order_.push_back(0);
    entries_.push_back(std::move(start));
    checkpoints_.push_back(Checkpoint{1, state_});
}

const Ruleset& Timeline::ruleset() const
{
    return ruleset_;
}

Timeline::Place Timeline::place_of(const Entry& entry, Rev rev) const
{
    // Nothing of a boot comes before its BoardBoot, and nothing of a match before its start.
    if (is<BoardBoot>(entry)) {
        return Place{boots_ + 1, BoardTime::min(), rev};
    }
    if (is<StartMatch>(entry)) {
        return Place{boots_, BoardTime::min(), rev};
    }
    if (const auto* edit = std::get_if<Edit>(&entry.command())) {
        return rows_[*index_of(edit->target)].place;
    }
    if (const auto* insert = std::get_if<Insert>(&entry.command())) {
        if (sabotage_planted(SABOTAGE_INSERT_AT_END)) {
            return Place{boots_, effective_time(entry), rev};
        }
        Place place = rows_[anchor_of(insert->after)].place;
        place.inserted = rev;
        return place;
    }
    return Place{boots_, effective_time(entry), rev};
}

std::size_t Timeline::position_of(const Place& place) const
{
    if (rows_[order_.back()].place < place) {
        return order_.size();
    }
    const auto found =
        std::lower_bound(order_.begin(), order_.end(), place,
                         [this](Index index, const Place& sought) { return rows_[index].place < sought; });
    return static_cast<std::size_t>(found - order_.begin());
}

std::optional<Timeline::Index> Timeline::index_of(const CommandId& id) const
{
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

const Entry* Timeline::find(const CommandId& id) const
{
    const std::optional<Index> index = index_of(id);
    return index ? &entries_[*index] : nullptr;
}

bool Timeline::voided(const CommandId& id) const
{
    const std::optional<Index> index = index_of(id);
    return index && rows_[*index].voided_by.has_value();
}

// The first that is no insert: what was put in behind something that was put in.
Timeline::Index Timeline::anchor_of(const CommandId& after) const
{
    const Index named = *index_of(after);
    return rows_[named].anchor.value_or(named);
}

const Edit* Timeline::newest_edit(Index index) const
{
    const std::vector<Index>& edits = rows_[index].edits;
    const auto newest = std::find_if(edits.rbegin(), edits.rend(), [this](Index edit) {
        return !rows_[edit].voided_by || sabotage_planted(SABOTAGE_EDIT_FOR_EVER);
    });
    return newest == edits.rend() ? nullptr : &std::get<Edit>(entries_[*newest].command());
}

const Entry* Timeline::anchor_entry(Index index) const
{
    const std::optional<Index> anchor = rows_[index].anchor;
    return anchor ? &entries_[*anchor] : nullptr;
}

std::string Timeline::lost_sense(const CommandId& id) const
{
    const std::optional<Index> index = index_of(id);
    if (!index || rows_[*index].voided_by || !entries_[*index].outcome.applied) {
        return {};
    }
    const auto* edit = std::get_if<Edit>(&entries_[*index].command());
    if (edit == nullptr) {
        return rows_[*index].refusal;
    }
    const Index target = *index_of(edit->target);
    if (rows_[target].voided_by) {
        return "What it corrected is undone.";
    }
    return newest_edit(target) == edit ? rows_[target].refusal : "It was corrected again since.";
}

Command Timeline::counted_command(const CommandId& id) const
{
    const Index index = *index_of(id);
    if (const Edit* edit = newest_edit(index)) {
        return as_command(edit->instead);
    }
    const Command& command = entries_[index].command();
    if (const auto* edit = std::get_if<Edit>(&command)) {
        return as_command(edit->instead);
    }
    const auto* insert = std::get_if<Insert>(&command);
    return insert != nullptr ? as_command(insert->command) : command;
}

Outcome Timeline::apply_counted(MatchState& state, Index index) const
{
    const Edit* edit = newest_edit(index);
    const Entry* anchor = anchor_entry(index);
    const bool as_entered = edit == nullptr && anchor == nullptr;
    const Entry& entry = entries_[index];
    return as_entered ? apply(ruleset_, state, entry)
                      : apply(ruleset_, state, as_counted(entry, anchor, edit));
}

// Folds the next entry of order_ into state_.
void Timeline::fold(Index index)
{
    Row& row = rows_[index];
    row.refusal = row.voided_by ? std::string() : apply_counted(state_, index).text;
}

void Timeline::refold(std::size_t from)
{
    // The first checkpoint is the start of the match, which nothing can change.
    while (checkpoints_.size() > 1 && checkpoints_.back().count > from) {
        checkpoints_.pop_back();
    }
    state_ = checkpoints_.back().state;
    for (std::size_t position = checkpoints_.back().count; position < order_.size(); ++position) {
        fold(order_[position]);
        if ((position + 1) % kCheckpointEvery == 0) {
            checkpoints_.push_back(Checkpoint{position + 1, state_});
        }
    }
}

MatchState Timeline::state_before(std::size_t position) const
{
    if (position == order_.size()) {
        return state_;
    }
    const auto after = std::upper_bound(
        checkpoints_.begin(), checkpoints_.end(), position,
        [](std::size_t sought, const Checkpoint& checkpoint) { return sought < checkpoint.count; });
    const Checkpoint& nearest = after == checkpoints_.begin() ? checkpoints_.front() : *std::prev(after);
    MatchState state = nearest.state;
    for (std::size_t i = nearest.count; i < position; ++i) {
        if (!rows_[order_[i]].voided_by) {
            (void)apply_counted(state, order_[i]);
        }
    }
    return state;
}

void Timeline::walk(
    const std::function<void(const Entry& entry, BoardTime when, const MatchState& state)>& see) const
{
    MatchState state;
    for (const Index index : order_) {
        if (!rows_[index].voided_by) {
            (void)apply_counted(state, index);
        }
        see(entries_[index], rows_[index].place.when, state);
    }
}

MatchState Timeline::state_at(BoardTime when) const
{
    return state_before(position_of(Place{boots_, when, std::numeric_limits<Rev>::max()}));
}

Outcome Timeline::judge(const Entry& entry) const
{
    if (is_correction(entry)) {
        Outcome outcome = judge_named(entry);
        if (!outcome.applied || is_void(entry)) {
            return outcome;
        }
    }
    MatchState state = state_before(position_of(place_of(entry, rev_ + 1)));
    if (const auto* edit = std::get_if<Edit>(&entry.command())) {
        const Index target = *index_of(edit->target);
        return apply(ruleset_, state, as_counted(entries_[target], anchor_entry(target), edit));
    }
    if (const auto* insert = std::get_if<Insert>(&entry.command())) {
        return apply(ruleset_, state, as_counted(entry, &entries_[anchor_of(insert->after)], nullptr));
    }
    return apply(ruleset_, state, entry);
}

Outcome Timeline::judge_named(const Entry& entry) const
{
    if (const auto* undo = std::get_if<Undo>(&entry.command())) {
        return judge_undo(undo->target);
    }
    if (const auto* redo = std::get_if<Redo>(&entry.command())) {
        return judge_redo(redo->target);
    }
    if (const auto* edit = std::get_if<Edit>(&entry.command())) {
        return judge_edit(*edit);
    }
    return judge_insert(std::get<Insert>(entry.command()));
}

// An entry that counts at a place of its own, whether voided or not.
std::optional<Timeline::Index> Timeline::correctable(const CommandId& id) const
{
    const std::optional<Index> index = index_of(id);
    if (!index || !entries_[*index].outcome.applied) {
        return std::nullopt;
    }
    const Entry& entry = entries_[*index];
    return is_void(entry) || is<Edit>(entry) || is_fixed(entry) ? std::nullopt : index;
}

Outcome Timeline::judge_edit(const Edit& edit) const
{
    const std::optional<Index> target = correctable(edit.target);
    if (!target) {
        return parts::refused(Reason::kNoTarget,
                              "There is no such entry to correct in the log of this match.");
    }
    if (rows_[*target].voided_by) {
        return parts::refused(Reason::kAlready, "It is undone: bring it back before you correct it.");
    }
    const auto* insert = std::get_if<Insert>(&entries_[*target].command());
    const Command entered = insert != nullptr ? as_command(insert->command) : entries_[*target].command();
    if (!may_become(entered, edit.instead)) {
        return parts::refused(Reason::kNoTarget, "A correction keeps what the entry is: undo " +
                                                     describe(entered) + " and enter the other.");
    }
    return parts::accepted();
}

Outcome Timeline::judge_insert(const Insert& insert) const
{
    const std::optional<Index> after = correctable(insert.after);
    if (!after) {
        return parts::refused(Reason::kNoTarget,
                              "There is no such entry to put anything behind in the log of this match.");
    }
    if (rows_[*after].voided_by) {
        return parts::refused(Reason::kAlready, "It is undone: put it behind an entry that counts.");
    }
    return parts::accepted();
}

Outcome Timeline::judge_undo(const CommandId& target) const
{
    const std::optional<Index> index = index_of(target);
    if (!index || !entries_[*index].outcome.applied) {
        return parts::refused(Reason::kNoTarget,
                              "There is nothing to undo: it is not in the log of this match.");
    }
    if (is_void(entries_[*index]) || is_fixed(entries_[*index])) {
        return parts::refused(Reason::kNoTarget, "This cannot be undone.");
    }
    if (rows_[*index].voided_by) {
        return parts::refused(Reason::kAlready, "This is undone already.");
    }
    return parts::accepted();
}

Outcome Timeline::judge_redo(const CommandId& target) const
{
    const std::optional<Index> index = index_of(target);
    if (!index || !entries_[*index].outcome.applied || !is<Undo>(entries_[*index])) {
        return parts::refused(Reason::kNoTarget, "There is no such undo to take back.");
    }
    if (rows_[*index].voided_by) {
        return parts::refused(Reason::kAlready, "This undo is taken back already.");
    }
    return parts::accepted();
}

bool Timeline::takes(const Entry& entry) const
{
    if (!entry.outcome.applied) {
        return true;
    }
    return is_correction(entry) ? judge_named(entry).applied
                                : entry.verdict || !needs_verdict(entry.command());
}

void Timeline::add(Entry entry)
{
    assert(entry.rev == rev_ + 1);
    const Index index = entries_.size();
    rev_ = entry.rev;
    by_id_.emplace(entry.id(), index);
    rows_.push_back(Row{entry.outcome.applied ? place_of(entry, entry.rev) : Place{}});
    entries_.push_back(std::move(entry));
    const Entry& added = entries_.back();
    if (!added.outcome.applied) {
        return;
    }
    if (is<BoardBoot>(added)) {
        ++boots_;
    }
    if (const auto* undo = std::get_if<Undo>(&added.command())) {
        add_void(index, undo->target, false);
        return;
    }
    if (const auto* redo = std::get_if<Redo>(&added.command())) {
        add_void(index, redo->target, true);
        return;
    }
    if (const auto* edit = std::get_if<Edit>(&added.command())) {
        assert(judge_edit(*edit).applied);
        rows_[*index_of(edit->target)].edits.push_back(index);
        refold(position_of(rows_[index].place));
        return;
    }
    if (const auto* insert = std::get_if<Insert>(&added.command())) {
        rows_[index].anchor = anchor_of(insert->after);
    }
    const std::size_t position = position_of(rows_[index].place);
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(position), index);
    if (position + 1 < order_.size()) {
        refold(position);
        return;
    }
    fold(index);
    if (order_.size() % kCheckpointEvery == 0) {
        checkpoints_.push_back(Checkpoint{order_.size(), state_});
    }
}

void Timeline::add_void(Index index, const CommandId& target, bool redo)
{
    const std::optional<Index> voided = index_of(target);
    assert(voided && (redo ? judge_redo(target) : judge_undo(target)).applied);
    rows_[*voided].voided_by = index;
    Index changed = *voided;
    if (redo) {
        changed = *index_of(std::get<Undo>(entries_[*voided].command()).target);
        rows_[changed].voided_by.reset();
    } else if (sabotage_planted(SABOTAGE_UNDO_HALF) && is<AddScore>(entries_[changed])) {
        return;
    }
    refold(position_of(rows_[changed].place));
}

// The inverse of add_void and of an edit, without the fold.
void Timeline::take_back_correction(Index index)
{
    const Entry& entry = entries_[index];
    if (const auto* edit = std::get_if<Edit>(&entry.command())) {
        rows_[*index_of(edit->target)].edits.pop_back();
    } else if (const auto* undo = std::get_if<Undo>(&entry.command())) {
        rows_[*index_of(undo->target)].voided_by.reset();
    } else if (const auto* redo = std::get_if<Redo>(&entry.command())) {
        const Index undone = *index_of(redo->target);
        rows_[undone].voided_by.reset();
        rows_[*index_of(std::get<Undo>(entries_[undone].command()).target)].voided_by = undone;
    }
}

void Timeline::drop_after(Rev rev)
{
    assert(rev >= entries_.front().rev);
    while (rev_ > rev) {
        const Entry& last = entries_.back();
        if (last.outcome.applied) {
            take_back_correction(entries_.size() - 1);
            boots_ -= is<BoardBoot>(last) ? 1 : 0;
        }
        by_id_.erase(last.id());
        entries_.pop_back();
        rows_.pop_back();
        --rev_;
    }
    std::erase_if(order_, [this](Index index) { return index >= entries_.size(); });
    // Rare, and what was dropped may have counted anywhere: everything is folded again.
    refold(0);
}

std::optional<CommandId> Timeline::undo_target(const WriterId& writer) const
{
    for (std::size_t i = entries_.size(); i-- > 0;) {
        const Entry& entry = entries_[i];
        const bool own = entry.id().writer == writer && entry.outcome.applied;
        if (own && !is_void(entry) && !is_fixed(entry) && !rows_[i].voided_by) {
            return entry.id();
        }
    }
    return std::nullopt;
}

std::optional<CommandId> Timeline::redo_target(const WriterId& writer) const
{
    for (std::size_t i = entries_.size(); i-- > 0;) {
        const Entry& entry = entries_[i];
        if (entry.id().writer != writer || !entry.outcome.applied) {
            continue;
        }
        if (!is_void(entry)) {
            return std::nullopt; // something was entered since: the way forward is another now
        }
        if (is<Undo>(entry) && !rows_[i].voided_by) {
            return entry.id();
        }
    }
    return std::nullopt;
}

} // namespace scoreboard::match
