#include "client/prediction.h"

#include <unordered_map>

namespace scoreboard::client {
namespace {

using match::Command;
using match::CommandId;
using match::Entry;

bool is_undo_or_redo(const Command& command)
{
    return std::holds_alternative<match::Undo>(command) || std::holds_alternative<match::Redo>(command);
}

// The confirmed match's voids with those of the outbox on top.
class Voids {
public:
    Voids(const Outbox& outbox, const ConfirmedMatch& confirmed) : confirmed_(confirmed)
    {
        for (const Outbox::Row& row : outbox.rows()) {
            if (stands(row, confirmed)) {
                add(row.sealed.body, outbox);
            }
        }
    }

    bool voided(const CommandId& id) const
    {
        const auto pending = pending_.find(id);
        return pending != pending_.end() ? pending->second : confirmed_.voided(id);
    }

private:
    void add(const match::Body& body, const Outbox& outbox)
    {
        if (const auto* undo = std::get_if<match::Undo>(&body.command)) {
            pending_[undo->target] = true;
        } else if (const auto* redo = std::get_if<match::Redo>(&body.command)) {
            pending_[redo->target] = true;
            const Outbox::Row* row = outbox.find(redo->target);
            const Entry* entry = confirmed_.find(redo->target);
            const Command* undone = row ? &row->sealed.body.command : entry ? &entry->command() : nullptr;
            const auto* target = undone ? std::get_if<match::Undo>(undone) : nullptr;
            if (target != nullptr) {
                pending_[target->target] = false;
            }
        }
    }

    const ConfirmedMatch& confirmed_;
    std::unordered_map<CommandId, bool, match::CommandIdHash> pending_;
};

// Looks at own commands from the newest back.
class TargetSearch {
public:
    explicit TargetSearch(const Voids& voids) : voids_(voids) {}

    bool done() const { return targets_.undo && !redo_open_; }
    const UndoTargets& targets() const { return targets_; }

    void look_at(const CommandId& id, const Command& command)
    {
        if (is_undo_or_redo(command)) {
            if (redo_open_ && std::holds_alternative<match::Undo>(command) && !voids_.voided(id)) {
                targets_.redo = id;
                redo_open_ = false;
            }
            return;
        }
        redo_open_ = false;
        if (!targets_.undo && !voids_.voided(id)) {
            targets_.undo = id;
        }
    }

private:
    const Voids& voids_;
    UndoTargets targets_;
    bool redo_open_ = true;
};

} // namespace

match::Duration BoardTimeline::offset(match::TabletTime at) const
{
    const auto known = clock_.estimate(at);
    return known ? known->offset : guessed_offset_;
}

match::BoardTime BoardTimeline::at(match::TabletTime at_tablet) const
{
    return match::BoardTime(at_tablet.time_since_epoch() + offset(at_tablet));
}

std::optional<match::BoardTime> BoardTimeline::of(const match::Tap& tap) const
{
    if (tap.tablet_boot != tablet_boot_) {
        return std::nullopt;
    }
    return at(tap.at);
}

bool stands(const Outbox::Row& row, const ConfirmedMatch& confirmed)
{
    const match::Body& body = row.sealed.body;
    const bool this_match = !body.seen || !confirmed.known() || body.seen->match == confirmed.state().match;
    const bool refused = row.acked && !row.acked->outcome.applied;
    return this_match && !refused && confirmed.find(body.id) == nullptr;
}

std::vector<Entry> expected_entries(const Outbox& outbox, const ConfirmedMatch& confirmed,
                                    const BoardTimeline& timeline)
{
    std::vector<Entry> expected;
    match::Rev rev = confirmed.known() ? confirmed.rev() : 1;
    for (const Outbox::Row& row : outbox.rows()) {
        if (!row.saved || !stands(row, confirmed)) {
            continue;
        }
        Entry entry;
        entry.rev = ++rev;
        entry.sealed.body = row.sealed.body;
        entry.outcome.applied = true;
        entry.received = timeline.of(row.sealed.body.tap).value_or(confirmed.latest());
        if (match::needs_verdict(entry.command())) {
            match::Verdict in_time;
            in_time.effect = match::Effect::kAt;
            in_time.at = entry.received;
            entry.verdict = row.acked && row.acked->verdict ? *row.acked->verdict : in_time;
        }
        expected.push_back(std::move(entry));
    }
    return expected;
}

UndoTargets undo_targets(const Outbox& outbox, const ConfirmedMatch& confirmed, const match::WriterId& own)
{
    const Voids voids(outbox, confirmed);
    TargetSearch search(voids);
    for (auto row = outbox.rows().rbegin(); row != outbox.rows().rend() && !search.done(); ++row) {
        if (stands(*row, confirmed)) {
            search.look_at(row->sealed.body.id, row->sealed.body.command);
        }
    }
    const auto entries = confirmed.entries();
    for (auto entry = entries.rbegin(); entry != entries.rend() && !search.done(); ++entry) {
        if (entry->id().writer == own && entry->outcome.applied) {
            search.look_at(entry->id(), entry->command());
        }
    }
    return search.targets();
}

} // namespace scoreboard::client
