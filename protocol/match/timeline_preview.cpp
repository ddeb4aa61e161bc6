#include "match/timeline_preview.h"

#include <algorithm>

#include "match/corrections.h"

namespace scoreboard::match {

Timeline::Preview::Preview(const Timeline& timeline, std::span<const Entry> pending)
    : timeline_(timeline), pending_(pending), from_(timeline.order_.size())
{
    for (std::size_t i = 0; i < pending.size(); ++i) {
        take(i);
    }
    std::sort(late_.begin(), late_.end());
    if (!late_.empty()) {
        from_ = std::min(from_, timeline_.position_of(late_.front().place));
    }
}

MatchState Timeline::Preview::fold() const
{
    const std::vector<Index>& order = timeline_.order_;
    std::size_t position = from_;
    MatchState state = timeline_.state_before(position);
    for (const Late& late : late_) {
        for (; position < order.size() && timeline_.rows_[order[position]].place < late.place; ++position) {
            fold_own(state, order[position]);
        }
        fold_pending(state, late);
    }
    for (; position < order.size(); ++position) {
        fold_own(state, order[position]);
    }
    return state;
}

void Timeline::Preview::take(std::size_t i)
{
    const Entry& entry = pending_[i];
    const Rev rev = timeline_.rev_ + 1 + static_cast<Rev>(i);
    if (const auto* undo = std::get_if<Undo>(&entry.command())) {
        set_voided(undo->target, true);
        undone_.emplace(entry.id(), undo->target);
    } else if (const auto* redo = std::get_if<Redo>(&entry.command())) {
        set_voided(undone_by(redo->target), false);
    } else if (const auto* edit = std::get_if<Edit>(&entry.command())) {
        edits_[edit->target].push_back(&entry);
        changes(edit->target);
    } else if (const auto* insert = std::get_if<Insert>(&entry.command())) {
        const Anchor anchor = anchor_of(insert->after);
        if (anchor.entry != nullptr) {
            Place place = anchor.place;
            place.inserted = rev;
            late_.push_back({place, i, anchor.entry});
            anchors_.emplace(entry.id(), anchor);
        }
    } else {
        late_.push_back({timeline_.place_of(entry, rev), i, nullptr});
    }
}

void Timeline::Preview::set_voided(const CommandId& target, bool voided)
{
    voids_[target] = voided;
    changes(target);
}

void Timeline::Preview::changes(const CommandId& id)
{
    if (const std::optional<Index> index = timeline_.index_of(id)) {
        from_ = std::min(from_, timeline_.position_of(timeline_.rows_[*index].place));
    }
    for (const auto& [target, edits] : edits_) { // an edit that is pending itself
        const bool named =
            std::any_of(edits.begin(), edits.end(), [&id](const Entry* edit) { return edit->id() == id; });
        const std::optional<Index> index = named ? timeline_.index_of(target) : std::nullopt;
        if (index) {
            from_ = std::min(from_, timeline_.position_of(timeline_.rows_[*index].place));
        }
    }
}

CommandId Timeline::Preview::undone_by(const CommandId& undo) const
{
    const auto pending = undone_.find(undo);
    if (pending != undone_.end()) {
        return pending->second;
    }
    const Entry* entry = timeline_.find(undo);
    const Undo* command = entry ? std::get_if<Undo>(&entry->command()) : nullptr;
    return command ? command->target : CommandId{};
}

Timeline::Preview::Anchor Timeline::Preview::anchor_of(const CommandId& after) const
{
    if (const auto pending = anchors_.find(after); pending != anchors_.end()) {
        return pending->second;
    }
    if (timeline_.correctable(after)) {
        const Index anchor = timeline_.anchor_of(after);
        return {&timeline_.entries_[anchor], timeline_.rows_[anchor].place};
    }
    const auto late = std::find_if(late_.begin(), late_.end(), [this, &after](const Late& candidate) {
        return pending_[candidate.pending].id() == after;
    });
    return late == late_.end() ? Anchor{} : Anchor{&pending_[late->pending], late->place};
}

bool Timeline::Preview::voided(const CommandId& id) const
{
    const auto found = voids_.find(id);
    return found == voids_.end() ? timeline_.voided(id) : found->second;
}

const Edit* Timeline::Preview::newest_edit(const CommandId& id, std::optional<Index> own) const
{
    if (const auto pending = edits_.find(id); pending != edits_.end()) {
        const auto newest = std::find_if(pending->second.rbegin(), pending->second.rend(),
                                         [this](const Entry* edit) { return !voided(edit->id()); });
        if (newest != pending->second.rend()) {
            return &std::get<Edit>((*newest)->command());
        }
    }
    if (!own) {
        return nullptr;
    }
    const std::vector<Index>& edits = timeline_.rows_[*own].edits;
    const auto newest = std::find_if(edits.rbegin(), edits.rend(),
                                     [this](Index edit) { return !voided(timeline_.entries_[edit].id()); });
    return newest == edits.rend() ? nullptr : &std::get<Edit>(timeline_.entries_[*newest].command());
}

void Timeline::Preview::fold_own(MatchState& state, Index index) const
{
    const Entry& entry = timeline_.entries_[index];
    const Row& row = timeline_.rows_[index];
    if (voids_.empty() ? row.voided_by.has_value() : voided(entry.id())) {
        return;
    }
    const bool as_entered = edits_.empty() && row.edits.empty();
    const Edit* edit = as_entered ? nullptr : newest_edit(entry.id(), index);
    count(state, entry, timeline_.anchor_entry(index), edit);
}

void Timeline::Preview::fold_pending(MatchState& state, const Late& late) const
{
    const Entry& entry = pending_[late.pending];
    if (voided(entry.id())) {
        return;
    }
    count(state, entry, late.anchor, newest_edit(entry.id(), std::nullopt));
}

void Timeline::Preview::count(MatchState& state, const Entry& entry, const Entry* anchor,
                              const Edit* edit) const
{
    const bool as_entered = edit == nullptr && anchor == nullptr;
    (void)(as_entered ? apply(timeline_.ruleset_, state, entry)
                      : apply(timeline_.ruleset_, state, as_counted(entry, anchor, edit)));
}

MatchState Timeline::preview(std::span<const Entry> pending) const
{
    return Preview(*this, pending).fold();
}

} // namespace scoreboard::match
