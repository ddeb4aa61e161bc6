#include "match/timeline.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

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

bool is_fixed(const Entry& entry)
{
    return is<StartMatch>(entry) || is<BoardBoot>(entry) || is<Note>(entry) || is<OpenMatch>(entry);
}

} // namespace

bool Timeline::begins_with(const Entry& entry)
{
    const auto* start = std::get_if<StartMatch>(&entry.command());
    // Nobody can have seen a match before it began.
    return start != nullptr && entry.outcome.applied && !entry.sealed.body.seen &&
           start->ruleset->fold_version == kFoldVersion;
}

Timeline::Timeline(Entry start)
{
    assert(begins_with(start));
    ruleset_ = *std::get<StartMatch>(start.command()).ruleset;
    const Outcome outcome = apply(ruleset_, state_, start);
    assert(outcome.applied);
    rev_ = start.rev;
    by_id_.emplace(start.id(), 0);
    rows_.push_back(Row{place_of(start, start.rev), std::nullopt, false});
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

bool Timeline::ineffective(const CommandId& id) const
{
    const std::optional<Index> index = index_of(id);
    return index && rows_[*index].ineffective;
}

// Folds the next entry of order_ into state_.
void Timeline::fold(Index index)
{
    Row& row = rows_[index];
    row.ineffective = !row.voided_by && !apply(ruleset_, state_, entries_[index]).applied;
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
            (void)apply(ruleset_, state, entries_[order_[i]]);
        }
    }
    return state;
}

MatchState Timeline::state_at(BoardTime when) const
{
    return state_before(position_of(Place{boots_, when, std::numeric_limits<Rev>::max()}));
}

Outcome Timeline::judge(const Entry& entry) const
{
    if (const auto* undo = std::get_if<Undo>(&entry.command())) {
        return judge_undo(undo->target);
    }
    if (const auto* redo = std::get_if<Redo>(&entry.command())) {
        return judge_redo(redo->target);
    }
    MatchState state = state_before(position_of(place_of(entry, rev_ + 1)));
    return apply(ruleset_, state, entry);
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
    return is_void(entry) ? judge(entry).applied : entry.verdict || !needs_verdict(entry.command());
}

void Timeline::add(Entry entry)
{
    assert(entry.rev == rev_ + 1);
    const Index index = entries_.size();
    rev_ = entry.rev;
    by_id_.emplace(entry.id(), index);
    rows_.push_back(Row{place_of(entry, entry.rev), std::nullopt, false});
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

// The inverse of add_void, without the fold.
void Timeline::take_back_void(Index index)
{
    const Entry& entry = entries_[index];
    if (const auto* undo = std::get_if<Undo>(&entry.command())) {
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
            take_back_void(entries_.size() - 1);
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

// The timeline as it would be with pending entries laid over it; their indices count on from its own.
class Timeline::Preview {
public:
    Preview(const Timeline& timeline, std::span<const Entry> pending) : timeline_(timeline), pending_(pending)
    {
        for (std::size_t i = 0; i < pending.size(); ++i) {
            take(i);
        }
        std::sort(late_.begin(), late_.end());
        if (!late_.empty()) {
            from_ = std::min(from_, timeline_.position_of(late_.front().first));
        }
    }

    MatchState fold() const
    {
        std::size_t position = from_;
        MatchState state = timeline_.state_before(position);
        for (const auto& [place, i] : late_) {
            for (; position < order().size() && timeline_.rows_[order()[position]].place < place;
                 ++position) {
                fold_own(state, order()[position]);
            }
            if (!voids_.contains(pending_[i].id()) || !voids_.at(pending_[i].id())) {
                (void)apply(timeline_.ruleset_, state, pending_[i]);
            }
        }
        for (; position < order().size(); ++position) {
            fold_own(state, order()[position]);
        }
        return state;
    }

private:
    const std::vector<Index>& order() const { return timeline_.order_; }

    void take(std::size_t i)
    {
        const Entry& entry = pending_[i];
        if (const auto* undo = std::get_if<Undo>(&entry.command())) {
            set_voided(undo->target, true);
            undone_.emplace(entry.id(), undo->target);
        } else if (const auto* redo = std::get_if<Redo>(&entry.command())) {
            set_voided(undone_by(redo->target), false);
        } else {
            const Rev rev = timeline_.rev_ + 1 + static_cast<Rev>(i);
            late_.emplace_back(timeline_.place_of(entry, rev), i);
        }
    }

    CommandId undone_by(const CommandId& undo) const
    {
        const auto pending = undone_.find(undo);
        if (pending != undone_.end()) {
            return pending->second;
        }
        const Entry* entry = timeline_.find(undo);
        const Undo* command = entry ? std::get_if<Undo>(&entry->command()) : nullptr;
        return command ? command->target : CommandId{};
    }

    void set_voided(const CommandId& target, bool voided)
    {
        voids_[target] = voided;
        if (const std::optional<Index> index = timeline_.index_of(target)) {
            from_ = std::min(from_, timeline_.position_of(timeline_.rows_[*index].place));
        }
    }

    void fold_own(MatchState& state, Index index) const
    {
        bool voided = timeline_.rows_[index].voided_by.has_value();
        if (!voids_.empty()) {
            const auto found = voids_.find(timeline_.entries_[index].id());
            voided = found == voids_.end() ? voided : found->second;
        }
        if (!voided) {
            (void)apply(timeline_.ruleset_, state, timeline_.entries_[index]);
        }
    }

    const Timeline& timeline_;
    std::span<const Entry> pending_;
    std::size_t from_ = timeline_.order_.size();
    std::vector<std::pair<Place, std::size_t>> late_; // pending entries in the order of the fold
    std::unordered_map<CommandId, bool, CommandIdHash> voids_;
    std::unordered_map<CommandId, CommandId, CommandIdHash> undone_; // pending undo → its target
};

MatchState Timeline::preview(std::span<const Entry> pending) const
{
    return Preview(*this, pending).fold();
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
