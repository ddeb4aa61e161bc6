#include "client/prediction.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace scoreboard::client {
namespace {

using match::Command;
using match::CommandId;
using match::Entry;

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

// Goes through own commands, oldest first, as they were entered.
class Steps {
public:
    explicit Steps(const Voids& voids) : voids_(voids) {}

    void add(const CommandId& id, const Command& command)
    {
        if (const auto* undo = std::get_if<match::Undo>(&command)) {
            if (!done_.empty() && done_.back() == Step{undo->target, false}) {
                done_.pop_back();
                undone_.push_back({id, undo->target});
            } else {
                done_.push_back({id, true});
                undone_.clear();
            }
        } else if (const auto* redo = std::get_if<match::Redo>(&command)) {
            bring_back(redo->target);
        } else {
            done_.push_back({id, false});
            undone_.clear();
        }
    }
    UndoTargets targets()
    {
        while (!done_.empty() && voids_.voided(done_.back().id)) {
            done_.pop_back();
        }
        while (!undone_.empty() && voids_.voided(undone_.back().undo)) {
            undone_.pop_back();
        }
        UndoTargets targets;
        if (!done_.empty()) {
            targets.undo = done_.back().id;
            targets.undo_is_void = done_.back().is_void;
        }
        if (!undone_.empty()) {
            targets.redo = undone_.back().undo;
        } else if (targets.undo_is_void) {
            targets.redo = targets.undo; // REDO after a void brings back too, as after any undo
        }
        return targets;
    }

private:
    struct Step {
        CommandId id;
        bool is_void = false;
        bool operator==(const Step&) const = default;
    };
    struct StepBack {
        CommandId undo;
        CommandId target;
    };

    void bring_back(const CommandId& undo)
    {
        if (!undone_.empty() && undone_.back().undo == undo) {
            done_.push_back({undone_.back().target, false});
            undone_.pop_back();
        } else {
            std::erase(done_, Step{undo, true});
        }
    }

    const Voids& voids_;
    std::vector<Step> done_;
    std::vector<StepBack> undone_;
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

std::optional<Command> UndoTargets::undoing() const
{
    if (!undo) {
        return std::nullopt;
    }
    return undo_is_void ? Command(match::Redo{*undo}) : Command(match::Undo{*undo});
}

UndoTargets undo_targets(const Outbox& outbox, const ConfirmedMatch& confirmed, const match::WriterId& own)
{
    const Voids voids(outbox, confirmed);
    std::vector<std::pair<CommandId, const Command*>> commands; // own, oldest first
    for (const Entry& entry : confirmed.entries()) {
        if (entry.id().writer == own && entry.outcome.applied) {
            commands.emplace_back(entry.id(), &entry.command());
        }
    }
    for (const Outbox::Row& row : outbox.rows()) {
        if (stands(row, confirmed)) {
            commands.emplace_back(row.sealed.body.id, &row.sealed.body.command);
        }
    }
    std::unordered_set<CommandId, match::CommandIdHash> undone;
    for (const auto& [id, command] : commands) {
        if (const auto* undo = std::get_if<match::Undo>(command)) {
            undone.insert(undo->target);
        }
    }
    Steps steps(voids);
    for (const auto& [id, command] : commands) {
        // What somebody else has taken back is no step. An undo that was brought back since was one.
        const bool is_undo = std::holds_alternative<match::Undo>(*command);
        if (is_undo || undone.contains(id) || !voids.voided(id)) {
            steps.add(id, *command);
        }
    }
    return steps.targets();
}

} // namespace scoreboard::client
