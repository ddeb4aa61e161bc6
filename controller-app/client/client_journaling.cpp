// MatchClient's dealings with its journal: what is stored when, and what follows once it is.
#include <algorithm>
#include <map>
#include <utility>

#include "client/match_client.h"
#include "client/rename.h"
#include "sabotage/sabotage.h"

namespace scoreboard::client {

void MatchClient::store(StoreAction action, match::TabletTime now, bool urgent)
{
    to_store_.push_back({std::move(action), now});
    urgent_ = urgent_ || urgent;
}

const std::vector<StoreAction>& MatchClient::take_store_batch(match::TabletTime now)
{
    static const std::vector<StoreAction> kNothing;
    if (!batch_.empty() || to_store_.empty()) {
        return kNothing;
    }
    const bool full = to_store_.size() >= kBatchMax;
    const bool due = urgent_ || full || to_store_.front().since + kStoreLazily <= now;
    if (!due || (store_again_at_ && now < *store_again_at_ && !urgent_)) {
        return kNothing;
    }
    const std::size_t count = std::min(to_store_.size(), kBatchMax);
    for (std::size_t taken = 0; taken < count; ++taken) {
        batch_.push_back(std::move(to_store_.front().action));
        to_store_.pop_front();
    }
    urgent_ = urgent_ && !to_store_.empty();
    for (const StoreAction& action : batch_) {
        if (const auto* tap = std::get_if<SaveTap>(&action);
            tap != nullptr && sabotage_planted(SABOTAGE_SAVED_BEFORE_COMMIT)) {
            taps_.saved(tap->sealed.body.id.seq, now);
        }
    }
    return batch_;
}

void MatchClient::on_stored(match::TabletTime now)
{
    const std::vector<StoreAction> stored = std::exchange(batch_, {});
    store_again_at_.reset();
    store_fault_.clear();
    for (const StoreAction& action : stored) {
        on_stored(action, now);
    }
    if (rename_from_) {
        take_new_writer(*std::exchange(rename_from_, std::nullopt), now);
    }
}

void MatchClient::on_stored(const StoreAction& action, match::TabletTime now)
{
    if (const auto* tap = std::get_if<SaveTap>(&action)) {
        if (Outbox::Row* row = outbox_.find(tap->sealed.body.id)) {
            row->saved = true; // R1, and only now the row may be sent (R2).
            session_.enqueue(row->sealed);
        }
        taps_.saved(tap->sealed.body.id.seq, now);
    } else if (std::holds_alternative<Bind>(action)) {
        if (std::exchange(binding_, false)) {
            session_.allow_commands();
        }
    } else if (const auto* renamed = std::get_if<NewWriter>(&action)) {
        for (const match::SealedBody& row : renamed->rows) {
            // Another copy of this journal, which gives its rows the same names, may have had it recorded.
            if (Outbox::Row* left = outbox_.find(row.body.id)) {
                left->saved = true;
            }
            taps_.saved(row.body.id.seq, now);
        }
        session_.rename(renamed->writer, renamed->rows);
        renaming_ = false;
    }
}

void MatchClient::on_store_failed(const std::string& why, match::TabletTime now)
{
    std::vector<StoreAction> failed = std::exchange(batch_, {});
    store_again_at_ = now + kStoreAgainAfter;
    store_fault_ = why;
    // What the board said is asked of the journal again; a tap is refused, and the operator sees it at once.
    for (auto action = failed.rbegin(); action != failed.rend(); ++action) {
        if (const auto* tap = std::get_if<SaveTap>(&*action)) {
            const match::Body& body = tap->sealed.body;
            taps_.refused(body.id.seq, 0, "NOT SAVED: " + why, now);
            session_.withdraw(body.tap.at);
            outbox_.remove(body.id);
        } else {
            to_store_.push_front({std::move(*action), now});
        }
    }
    go_on_past_used_id();
    if (rename_from_) {
        take_new_writer(*std::exchange(rename_from_, std::nullopt), now);
    }
}

void MatchClient::take_new_writer(match::Seq from, match::TabletTime now)
{
    if (!batch_.empty()) {
        rename_from_ =
            std::min(rename_from_.value_or(from), from); // several may turn out to be used meanwhile
        return;
    }
    std::vector<match::SealedBody> bodies;
    for (const Outbox::Row& row : outbox_.rows()) {
        const match::CommandId& id = row.sealed.body.id;
        if (id.writer == writer_ && id.seq >= from && !row.acked) {
            bodies.push_back(row.sealed);
        }
    }
    std::erase_if(to_store_,
                  [](const Waiting& waiting) { return std::holds_alternative<SaveTap>(waiting.action); });
    NewWriter renamed{bodies.empty() ? options_.new_writer() : writer_for(bodies.front()), from, {}};
    renamed.rows = rename_rows(bodies, renamed.writer);
    std::map<match::Seq, match::Seq> new_seq_of;
    for (std::size_t index = 0; index < bodies.size(); ++index) {
        new_seq_of.emplace(bodies[index].body.id.seq, renamed.rows[index].body.id.seq);
        Outbox::Row* row = outbox_.find(bodies[index].body.id);
        row->sealed = renamed.rows[index];
        row->saved = false;
    }
    taps_.rename(new_seq_of);
    writer_ = renamed.writer;
    next_seq_ = renamed.rows.size() + 1;
    renaming_ = true;
    // Before any entry: one that uses one of the old ids must not take the row with it. After what has been
    // answered: that keeps its old name.
    const auto rest = std::stable_partition(to_store_.begin(), to_store_.end(), [](const Waiting& waiting) {
        return std::holds_alternative<MarkAcked>(waiting.action);
    });
    to_store_.insert(rest, {std::move(renamed), now});
    urgent_ = true;
}

void MatchClient::file_orphan(const match::CommandId& id, const match::Outcome& outcome,
                              match::TabletTime now)
{
    const Outbox::Row* row = outbox_.find(id);
    if (row == nullptr) {
        return;
    }
    const auto& seen = row->sealed.body.seen;
    Orphan orphan{id, outcome.text, seen ? match::to_hex(seen->match.writer) : ""};
    orphans_.push_back({row->sealed, orphan.reason, orphan.match});
    outbox_.remove(id);
    store(std::move(orphan), now);
}

void MatchClient::settle_orphan(const match::Entry& entry, match::TabletTime now)
{
    const auto orphan = std::find_if(orphans_.begin(), orphans_.end(), [&](const OrphanRow& row) {
        return row.sealed.body.id == entry.id() && row.sealed.hash == entry.sealed.hash;
    });
    if (orphan != orphans_.end() && entry.outcome.applied) {
        orphans_.erase(orphan);
        store(DropOrphan{entry.id()}, now);
    }
}

} // namespace scoreboard::client
