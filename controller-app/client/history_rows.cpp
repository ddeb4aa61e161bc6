#include "client/history_rows.h"

#include <algorithm>
#include <unordered_map>

#include "client/label.h"
#include "client/prediction.h"
#include "match/command_words.h"

namespace scoreboard::client {
namespace {

constexpr std::size_t kRowsMax = 200;

bool can_be_undone(const match::Command& command)
{
    return !std::holds_alternative<match::Undo>(command) && !std::holds_alternative<match::Redo>(command) &&
           !std::holds_alternative<match::StartMatch>(command) &&
           !std::holds_alternative<match::BoardBoot>(command) &&
           !std::holds_alternative<match::Note>(command);
}

std::string name_of(const match::WriterId& writer, const HistoryContext& context)
{
    if (writer == context.own) {
        return "you";
    }
    if (context.log && writer == match::writer_of(*context.log)) {
        return "board";
    }
    return "controller " + match::to_hex(writer.bytes.data(), 2);
}

// Goes from the newest row back, so that every undo is met before what it undoes.
class Builder {
public:
    Builder(const Outbox& outbox, const ConfirmedMatch& confirmed, const HistoryContext& context)
        : outbox_(outbox), confirmed_(confirmed), context_(context)
    {
    }

    bool full() const { return rows_.size() >= kRowsMax; }
    std::vector<HistoryRow> rows() && { return std::move(rows_); }

    void add(const OrphanRow& orphan)
    {
        HistoryRow row = begin(orphan.sealed.body);
        row.level = Level::kRefused;
        row.reason = orphan.reason;
        rows_.push_back(std::move(row));
    }

    void add(const Outbox::Row& tap)
    {
        const match::Body& body = tap.sealed.body;
        HistoryRow row = begin(body);
        const bool refused = tap.acked && !tap.acked->outcome.applied;
        row.level = refused ? Level::kRefused : tap.acked ? Level::kRecorded : Level::kSaved;
        row.reason = refused ? tap.acked->outcome.text : "";
        row.voided = undone_by_.contains(body.id) || taken_back(body.id);
        if (!refused) {
            tell_correction(row, body.command);
        }
        finish(std::move(row), body.command, !refused);
    }

    void add(const match::Entry& entry)
    {
        const bool applied = entry.outcome.applied;
        HistoryRow row = begin(entry.sealed.body);
        row.rev = entry.rev;
        row.when = confirmed_.when(entry);
        row.level = !applied                      ? Level::kRefused
                    : entry.rev <= context_.shown ? Level::kShown
                                                  : Level::kRecorded;
        row.reason = entry.outcome.text;
        row.voided = undone_by_.contains(entry.id()) || taken_back(entry.id());
        if (applied) {
            tell_correction(row, entry.command());
        }
        finish(std::move(row), entry.command(), applied);
    }

private:
    HistoryRow begin(const match::Body& body) const
    {
        HistoryRow row;
        row.id = body.id;
        row.label = label_of(body.command, outbox_, confirmed_);
        row.who = name_of(body.id.writer, context_);
        return row;
    }

    // What became of an entry by the corrections of others.
    void tell_correction(HistoryRow& row, const match::Command& command) const
    {
        if (std::holds_alternative<match::Edit>(command)) {
            tell_lost_sense(row);
            return;
        }
        const auto* insert = std::get_if<match::Insert>(&command);
        const match::Command entered = insert != nullptr ? match::as_command(insert->command) : command;
        const match::Command counted = counted_command(row.id).value_or(entered);
        row.counts = match::as_correction(counted);
        row.counts_as = counted == entered ? std::string() : match::in_words(confirmed_.ruleset(), counted);
        tell_lost_sense(row);
    }

    void tell_lost_sense(HistoryRow& row) const
    {
        const std::string why = row.voided                      ? std::string()
                                : context_.predicted != nullptr ? context_.predicted->lost_sense(row.id)
                                                                : confirmed_.lost_sense(row.id);
        if (!why.empty()) {
            row.ineffective = true;
            row.reason = "has no effect now: " + why;
        }
    }

    std::optional<match::Command> counted_command(const match::CommandId& id) const
    {
        if (context_.predicted != nullptr) {
            return context_.predicted->find(id) != nullptr
                       ? std::optional(context_.predicted->counted_command(id))
                       : std::nullopt;
        }
        const match::Entry* entry = confirmed_.find(id);
        return entry != nullptr ? std::optional(confirmed_.counted_command(*entry)) : std::nullopt;
    }

    // Redone: an undo that is itself taken back.
    bool taken_back(const match::CommandId& id) const { return redone_.contains(id); }

    void finish(HistoryRow row, const match::Command& command, bool in_force)
    {
        if (in_force && !row.voided) {
            if (const auto* undo = std::get_if<match::Undo>(&command)) {
                undone_by_.emplace(undo->target, row.id);
            } else if (const auto* redo = std::get_if<match::Redo>(&command)) {
                redone_.emplace(redo->target, row.id);
            }
            row.can_undo = can_be_undone(command);
            row.can_add_after = row.can_undo && !std::holds_alternative<match::Edit>(command);
        }
        if (const auto undo = undone_by_.find(row.id); undo != undone_by_.end()) {
            row.can_redo = true;
            row.redo_id = undo->second;
        }
        rows_.push_back(std::move(row));
    }

    const Outbox& outbox_;
    const ConfirmedMatch& confirmed_;
    const HistoryContext& context_;
    std::unordered_map<match::CommandId, match::CommandId, match::CommandIdHash> undone_by_; // by target
    std::unordered_map<match::CommandId, match::CommandId, match::CommandIdHash> redone_;    // undos
    std::vector<HistoryRow> rows_;
};

} // namespace

std::vector<HistoryRow> history_rows(const Outbox& outbox, const ConfirmedMatch& confirmed,
                                     const std::vector<OrphanRow>& orphans, const HistoryContext& context)
{
    Builder builder(outbox, confirmed, context);
    for (auto orphan = orphans.rbegin(); orphan != orphans.rend() && !builder.full(); ++orphan) {
        builder.add(*orphan);
    }
    for (auto row = outbox.rows().rbegin(); row != outbox.rows().rend() && !builder.full(); ++row) {
        if (row->saved && confirmed.find(row->sealed.body.id) == nullptr) {
            builder.add(*row);
        }
    }
    const auto entries = confirmed.entries();
    for (auto entry = entries.rbegin(); entry != entries.rend() && !builder.full(); ++entry) {
        builder.add(*entry);
    }
    return std::move(builder).rows();
}

} // namespace scoreboard::client
