#include <algorithm>

#include "simulation/check.h"
#include "simulation/explorer_letter.h"
#include "simulation/explorer_world.h"

namespace scoreboard::simulation {
namespace {

template <class Rows>
bool holds(const Rows& rows, const match::CommandId& id)
{
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.sealed.body.id == id; });
}

} // namespace

void ExplorerWorld::check_said(const session::ServerMessage& message) const
{
    if (const auto* ack = std::get_if<session::Ack>(&message)) {
        if (ack->rev > log_.size() || log_[ack->rev - 1].id() != ack->id ||
            log_[ack->rev - 1].outcome != ack->outcome) {
            throw Violation(Check::kS1,
                            "the Ack of " + command_name(ack->id) + " says what the log does not hold");
        }
    } else if (const auto* entry = std::get_if<session::EntryMessage>(&message)) {
        if (entry->entry.rev > log_.size() || log_[entry->entry.rev - 1].chain != entry->entry.chain) {
            throw Violation(Check::kR5,
                            "the Entry of rev " + std::to_string(entry->entry.rev) + " is not in the log");
        }
    } else if (const auto* error = std::get_if<session::Error>(&message)) {
        if (error->code == session::ErrorCode::kConflict) {
            throw Violation(Check::kS5, "the board answers CONFLICT, and no journal was copied");
        }
    }
}

void ExplorerWorld::check_tablet(const Tablet& tablet) const
{
    const client::JournalContent& journal = tablet.journal.content();
    for (const match::CommandId& id : saved_) {
        const bool recorded = std::any_of(log_.begin(), log_.end(),
                                          [&](const match::Entry& entry) { return entry.id() == id; });
        const bool own = id.writer == journal.writer;
        if (own && !recorded && !holds(journal.outbox, id) && !holds(journal.orphans, id)) {
            throw Violation(Check::kS7, "" + command_name(id) + " has left the outbox and is not in the log");
        }
        const bool kept = std::any_of(journal.history.begin(), journal.history.end(),
                                      [&](const match::Entry& entry) { return entry.id() == id; });
        if (own && !kept && !holds(journal.outbox, id) && !holds(journal.orphans, id)) {
            throw Violation(Check::kS6, "" + command_name(id) + " is in no table of its tablet any more");
        }
    }
    const client::ConfirmedMatch& confirmed = tablet.client->confirmed();
    if (confirmed.known() && !confirmed.folds()) {
        throw Violation(Check::kS2, "a tablet folds otherwise than the board");
    }
    if (confirmed.known() && confirmed.rev() > 0) {
        const match::Entry& entry = log_[confirmed.rev() - 1];
        if (match::digest(confirmed.state(), entry.received) != entry.state_digest) {
            throw Violation(Check::kS2, "board and tablet differ at rev " + std::to_string(confirmed.rev()));
        }
    }
}

// The taps are additions and their undoing: the score is the sum of what is applied and not undone.
void ExplorerWorld::check_score() const
{
    for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
        int sum = 0;
        for (const match::Entry& entry : log_) {
            const auto* add = std::get_if<match::AddScore>(&entry.command());
            const bool undone = std::any_of(log_.begin(), log_.end(), [&](const match::Entry& other) {
                const auto* undo = std::get_if<match::Undo>(&other.command());
                return undo != nullptr && other.outcome.applied && undo->target == entry.id();
            });
            // One that the rules refuse since its past was undone has no effect for as long as that is so.
            const bool counts = entry.outcome.applied && !undone && !fold_->ineffective(entry.id());
            sum += add != nullptr && add->side == side && counts ? add->points : 0;
        }
        const int score = match::score(fold_->state(), side);
        if (score < 0 || score != sum) {
            throw Violation(Check::kS10, "the score is " + std::to_string(score) +
                                             ", and what counts adds up to " + std::to_string(sum));
        }
    }
}

void ExplorerWorld::check_end() const
{
    for (const Tablet& tablet : tablets_) {
        if (!tablet.client->outbox().rows().empty()) {
            throw Violation(Check::kL1,
                            "" + command_name(tablet.client->outbox().rows().front().sealed.body.id) +
                                " is saved and will never be recorded: nothing is left to happen");
        }
        if (tablet.client->confirmed().rev() != log_.size()) {
            throw Violation(Check::kS9, "a tablet stays at rev " +
                                            std::to_string(tablet.client->confirmed().rev()) +
                                            ", the log is at rev " + std::to_string(log_.size()));
        }
    }
}

} // namespace scoreboard::simulation
