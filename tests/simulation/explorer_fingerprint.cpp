#include "simulation/explorer_world.h"
#include "simulation/fingerprint.h"

namespace scoreboard::simulation {

void ExplorerWorld::add_tablet(Fingerprint& print, std::size_t number) const
{
    const auto add_row = [&print](const auto& row) {
        print.add(row.sealed.body.id);
        print.add(row.sealed.body.command);
        print.add(row.acked ? row.acked->rev + 1 : 0);
    };
    const Tablet& tablet = tablets_[number];
    print.add(static_cast<std::uint64_t>(tablet.tapped * 100 + tablet.kills * 10 + tablet.cuts));
    const client::JournalContent& journal = tablet.journal.content();
    print.add(journal.history.empty() ? 0 : journal.history.back().rev);
    print.add(journal.next_seq);
    print.add(journal.outbox.size() * 100 + journal.orphans.size());
    for (const client::OutboxRow& row : journal.outbox) {
        add_row(row);
    }
    for (const client::StoreAction& action : tablet.unstored) {
        const auto* acked = std::get_if<client::MarkAcked>(&action);
        const auto* entry = std::get_if<client::StoreEntry>(&action);
        print.add(action.index() + (entry != nullptr ? 100U * entry->entry.rev : 0));
        print.add(acked != nullptr ? acked->id : match::CommandId());
    }
    print.add(tablet.client->confirmed().rev());
    print.add(tablet.client->welcomed() ? 1 : 0);
    print.add(tablet.client->outbox().size());
    for (const client::Outbox::Row& row : tablet.client->outbox().rows()) {
        add_row(row);
    }
    for (const match::CommandId& id : tablet.owed) {
        print.add(id);
    }
    // Its connections by age: which of two is the later dial is all that their order means.
    for (const Link& link : links_) {
        if (link.tablet != number) {
            continue;
        }
        print.add(1 + (link.tablet_is_there ? 2U : 0U) + (link.board_is_there ? 4U : 0U) +
                  (link.disturbed ? 8U : 0U) + (link.resyncing ? 16U : 0U) + (link.greeted ? 32U : 0U));
        print.add(link.up.size() * 1000 + link.down.size() * 10);
        for (const auto* queue : {&link.up, &link.down}) {
            for (const Letter& letter : *queue) {
                print.add(letter.print);
            }
        }
        for (const match::CommandId& id : link.unanswered) {
            print.add(id);
        }
    }
}

std::uint64_t ExplorerWorld::outcome() const
{
    Fingerprint print;
    for (const match::Entry& entry : log_) {
        print.add(entry.id());
        print.add(entry.outcome.applied ? 1 : 0);
    }
    for (const Tablet& tablet : tablets_) {
        print.add(static_cast<std::uint64_t>(tablet.kills * 10 + tablet.cuts));
    }
    print.add(static_cast<std::uint64_t>(board_kills_ * 1000 + drops_ * 100 + duplicates_ * 10 + reorders_));
    return print.value();
}

std::uint64_t ExplorerWorld::fingerprint() const
{
    Fingerprint print;
    for (std::size_t number = 0; number < kTablets; ++number) {
        add_tablet(print, number);
    }
    print.add(log_.size());
    print.add(board_->service().head());
    for (const match::Entry& entry : board_->service().timeline().entries()) {
        print.add(entry.id());
        print.add(entry.command());
        print.add(entry.outcome.applied ? 1 : 0);
    }
    print.add(in_store_ ? in_store_->entries.back().rev : 0);
    print.add(static_cast<std::uint64_t>(board_kills_ * 1000 + drops_ * 100 + duplicates_ * 10 + reorders_));
    return print.value();
}

} // namespace scoreboard::simulation
