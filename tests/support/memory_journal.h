#pragma once

#include "client/journal.h"

namespace scoreboard::support {

// What journal/sqlite_journal is to hold: both do the same with the same actions.
class MemoryJournal : public client::Journal {
public:
    explicit MemoryJournal(client::JournalContent content) : content_(std::move(content)) {}
    MemoryJournal(match::InstallId install, match::WriterId writer)
    {
        content_.install = install;
        content_.writer = writer;
    }

    const client::JournalContent& content() const override { return content_; }
    // Whether a journal in which that is found is this one; of a tap that was refused the seq alone may be
    // left.
    bool holds(const client::JournalContent& found) const;
    std::string commit(const std::vector<client::StoreAction>& batch) override;

private:
    void apply(const client::SaveTap& save);
    void apply(const client::MarkAcked& mark);
    void apply(const client::StoreEntry& store);
    void apply(const client::DropHistory& drop);
    void apply(const client::KeepMatch& keep);
    void apply(const client::LetGo& let_go);
    void apply(const client::GoBack& back);
    void apply(const client::DropRow& drop);
    void apply(const client::Orphan& orphan);
    void apply(const client::DropOrphan& drop);
    void apply(const client::BindRows& bind);
    void apply(const client::Bind& bind);
    void apply(const client::NewWriter& renamed);
    void erase_row(const match::CommandId& id);

    client::JournalContent content_;
};

} // namespace scoreboard::support
