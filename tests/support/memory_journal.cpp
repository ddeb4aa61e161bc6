#include "support/memory_journal.h"

#include <algorithm>

namespace scoreboard::support {

bool MemoryJournal::holds(const client::JournalContent& found) const
{
    client::JournalContent same = content_;
    same.next_seq = std::max(content_.next_seq, found.next_seq);
    return same == found;
}

std::string MemoryJournal::commit(const std::vector<client::StoreAction>& batch)
{
    for (const client::StoreAction& action : batch) {
        std::visit([this](const auto& one) { apply(one); }, action);
    }
    return {};
}

void MemoryJournal::erase_row(const match::CommandId& id)
{
    std::erase_if(content_.outbox, [&](const client::OutboxRow& row) { return row.sealed.body.id == id; });
}

void MemoryJournal::apply(const client::SaveTap& save)
{
    content_.outbox.push_back({save.sealed, save.board, std::nullopt});
    content_.next_seq = save.sealed.body.id.seq + 1;
}

void MemoryJournal::apply(const client::MarkAcked& mark)
{
    for (client::OutboxRow& row : content_.outbox) {
        if (row.sealed.body.id == mark.id) {
            row.acked = mark.ack;
        }
    }
}

void MemoryJournal::apply(const client::StoreEntry& store)
{
    content_.history.push_back(store.entry);
    erase_row(store.entry.id());
}

void MemoryJournal::apply(const client::DropHistory& drop)
{
    std::erase_if(content_.history, [&](const match::Entry& entry) { return entry.rev > drop.after; });
}

void MemoryJournal::apply(const client::KeepMatch& keep)
{
    content_.kept.push_back({keep.number, keep.board, keep.log, false, std::move(content_.history)});
    content_.history.clear();
}

void MemoryJournal::apply(const client::LetGo& let_go)
{
    std::erase_if(content_.kept, [&](const client::KeptMatch& kept) { return kept.number == let_go.number; });
}

void MemoryJournal::apply(const client::GoBack& back)
{
    for (client::KeptMatch& kept : content_.kept) {
        kept.reclaimed = kept.reclaimed || kept.number == back.reclaimed;
    }
    apply(client::DropHistory{back.board, back.kept});
    for (const client::OrphanRow& orphan : back.orphans) {
        erase_row(orphan.sealed.body.id);
        content_.orphans.push_back(orphan);
    }
    for (const match::SealedBody& sealed : back.again) {
        const match::CommandId& id = sealed.body.id;
        apply(client::DropOrphan{id});
        erase_row(id);
        const auto later =
            std::find_if(content_.outbox.begin(), content_.outbox.end(),
                         [&id](const client::OutboxRow& row) { return row.sealed.body.id.seq > id.seq; });
        content_.outbox.insert(later, {sealed, back.board, std::nullopt});
    }
}

void MemoryJournal::apply(const client::DropRow& drop)
{
    erase_row(drop.id);
}

void MemoryJournal::apply(const client::Orphan& orphan)
{
    const auto row = std::find_if(
        content_.outbox.begin(), content_.outbox.end(),
        [&orphan](const client::OutboxRow& candidate) { return candidate.sealed.body.id == orphan.id; });
    if (row != content_.outbox.end()) {
        content_.orphans.push_back({row->sealed, orphan.reason, orphan.match});
        erase_row(orphan.id);
    }
}

void MemoryJournal::apply(const client::DropOrphan& drop)
{
    std::erase_if(content_.orphans,
                  [&](const client::OrphanRow& row) { return row.sealed.body.id == drop.id; });
}

void MemoryJournal::apply(const client::BindRows& bind)
{
    for (client::OutboxRow& row : content_.outbox) {
        if (!row.board) {
            row.board = bind.board;
        }
    }
}

void MemoryJournal::apply(const client::Bind& bind)
{
    content_.board = bind.board;
    content_.log = bind.log;
}

void MemoryJournal::apply(const client::NewWriter& renamed)
{
    std::erase_if(content_.outbox, [&](const client::OutboxRow& row) {
        const match::CommandId& id = row.sealed.body.id;
        return id.writer == content_.writer && id.seq >= renamed.from && !row.acked;
    });
    content_.writer = renamed.writer;
    content_.next_seq = 1;
    for (const match::SealedBody& row : renamed.rows) {
        content_.outbox.push_back({row, content_.board, std::nullopt});
        content_.next_seq = row.body.id.seq + 1;
    }
}

} // namespace scoreboard::support
