#include "simulation/explorer_world.h"

#include <algorithm>

#include "simulation/check.h"
#include "simulation/explorer_letter.h"
#include "simulation/explorer_tap.h"
#include "wire/wire.h"

namespace scoreboard::simulation {

namespace {

using Kind = Event::Kind;

constexpr match::TabletTime kTabletNow{std::chrono::seconds(1000)};
constexpr match::BoardTime kBoardNow{std::chrono::seconds(1400)};

template <class Id>
Id id_of(std::uint8_t value)
{
    Id id;
    id.bytes.fill(value);
    return id;
}

} // namespace

ExplorerWorld::ExplorerWorld(const Bounds& bounds, Sabotage sabotage) : bounds_(bounds), sabotage_(sabotage)
{
    start_board();
    write_batch();
    for (std::size_t number = 0; number < kTablets; ++number) {
        const auto value = static_cast<std::uint8_t>(number + 1);
        tablets_.push_back(
            Tablet(support::MemoryJournal(id_of<match::InstallId>(value), id_of<match::WriterId>(value))));
        start_tablet(tablets_.back());
        dial(number);
    }
    // It begins with both tablets connected and up to date.
    for (Link& link : links_) {
        while (!link.up.empty()) {
            hear_up(link, 0, true);
        }
        while (!link.down.empty()) {
            hear_down(link, 0, true);
        }
    }
}

core::Now ExplorerWorld::now() const
{
    return {kBoardNow, 1'790'000'000'000};
}

void ExplorerWorld::start_tablet(Tablet& tablet)
{
    client::MatchClient::Options options;
    options.tablet_boot = id_of<match::BootId>(0x40);
    options.new_writer = [] { return id_of<match::WriterId>(0x50); };
    tablet.client.emplace(std::move(options), tablet.journal.content(), kTabletNow);
    tablet.owed.clear();
    for (const client::OutboxRow& row : tablet.journal.content().outbox) {
        if (!row.acked) {
            tablet.owed.push_back(row.sealed.body.id);
        }
    }
}

void ExplorerWorld::start_board()
{
    core::MatchService::Options options;
    options.boot = id_of<match::BootId>(0x30);
    core::RecoveredLog log;
    log.log = id_of<match::LogId>(0x10);
    log.board = id_of<match::BoardId>(0x20);
    log.open_match = fold_;
    log.head = static_cast<match::Rev>(log_.size());
    log.board_seq = log_.empty() ? 0 : 1;
    log.head_chain = log_.empty() ? match::Hash{} : log_.back().chain;
    board_.emplace(std::move(options), std::move(log), now());
    in_store_.reset();
    settle_board();
}

ExplorerWorld::Link* ExplorerWorld::link_of(std::size_t number)
{
    const auto link = std::find_if(links_.begin(), links_.end(), [&](const Link& candidate) {
        return candidate.tablet == number && candidate.tablet_is_there;
    });
    return link == links_.end() ? nullptr : &*link;
}

const ExplorerWorld::Link* ExplorerWorld::link_of(std::size_t number) const
{
    return const_cast<ExplorerWorld*>(this)->link_of(number);
}

void ExplorerWorld::apply(Event event)
{
    switch (event.kind) {
    case Kind::kTap:
        tap(event.who);
        break;
    case Kind::kDial:
        dial(event.who);
        break;
    case Kind::kCut:
        tablets_[event.who].cuts += link_of(event.who)->disturbed ? 0 : 1;
        hang_up(event.who);
        break;
    case Kind::kNotice:
        hang_up(event.who);
        break;
    case Kind::kKill:
        kill_tablet(event.who, event.index);
        break;
    case Kind::kUp:
    case Kind::kUpDoubled:
        hear_up(links_[event.who], event.index, event.kind == Kind::kUp);
        break;
    case Kind::kDown:
    case Kind::kDownDoubled:
        hear_down(links_[event.who], event.index, event.kind == Kind::kDown);
        break;
    case Kind::kUpDropped:
    case Kind::kDownDropped: {
        Link& link = links_[event.who];
        auto& queue = event.kind == Kind::kUpDropped ? link.up : link.down;
        queue.erase(queue.begin() + event.index);
        link.disturbed = true;
        ++drops_;
        break;
    }
    case Kind::kEnd:
        board_->close(links_[event.who].board_end);
        links_[event.who].board_is_there = false;
        break;
    case Kind::kCommit:
        write_batch();
        break;
    case Kind::kBoardKill:
        kill_board(event.index == 1);
        break;
    }
    tidy_links();
}

void ExplorerWorld::tap(std::size_t number)
{
    Tablet& tablet = tablets_[number];
    const Tap& tap = tap_of(number, tablet.tapped++);
    if (tap.undo) {
        tablet.client->undo(kTabletNow, kTabletNow);
    } else {
        tablet.client->issue(tap.command, kTabletNow, kTabletNow);
    }
    settle_tablet(number);
}

void ExplorerWorld::dial(std::size_t number)
{
    const auto id = board_->open(kBoardNow);
    if (!id) {
        throw Violation(Check::kL1, "the board has no room for a connection");
    }
    Link link;
    link.tablet = static_cast<std::uint8_t>(number);
    link.board_end = *id;
    links_.push_back(std::move(link));
    client::MatchClient& client = *tablets_[number].client;
    client.on_person_asks();
    client.on_connected(kTabletNow + match::Duration(++dials_), kTabletNow);
    settle_tablet(number);
}

void ExplorerWorld::hang_up(std::size_t number)
{
    Link* link = link_of(number);
    link->tablet_is_there = false;
    link->down.clear();
    tablets_[number].client->on_disconnected(kTabletNow);
    settle_tablet(number);
}

// The app stores what the board said not at once, but after a while: at a kill any beginning of it may be
// stored.
void ExplorerWorld::look_into_store(Tablet& tablet) const
{
    tablet.unstored.clear();
    if (tablet.kills < bounds_.tablet_kills) {
        client::MatchClient copy = *tablet.client;
        copy.flush();
        tablet.unstored = copy.take_store_batch(kTabletNow);
    }
}

void ExplorerWorld::kill_tablet(std::size_t number, std::size_t stored)
{
    Tablet& tablet = tablets_[number];
    ++tablet.kills;
    tablet.unstored.resize(stored);
    store(tablet, tablet.unstored);
    if (Link* link = link_of(number)) {
        link->tablet_is_there = false;
        link->down.clear();
    }
    start_tablet(tablet);
    look_into_store(tablet);
    check_tablet(tablet);
}

void ExplorerWorld::kill_board(bool committed)
{
    ++board_kills_;
    if (committed && sabotage_ != Sabotage::kAckBeforeCommit) {
        write_batch();
    }
    for (Link& link : links_) {
        link.board_is_there = false;
        link.up.clear();
        link.unanswered.clear();
    }
    start_board();
    if (board_->service().committed().state != fold_->state()) {
        throw Violation(Check::kS2, "after a restart the board shows another match than its log holds");
    }
}

void ExplorerWorld::store(Tablet& tablet, const std::vector<client::StoreAction>& batch)
{
    for (const client::StoreAction& action : batch) {
        if (const auto* save = std::get_if<client::SaveTap>(&action)) {
            saved_.push_back(save->sealed.body.id);
            tablet.owed.push_back(save->sealed.body.id);
        } else if (std::holds_alternative<client::NewWriter>(action)) {
            throw Violation(Check::kS5, "a tablet thinks that its journal was copied");
        }
    }
    tablet.journal.commit(batch);
    if (sabotage_ == Sabotage::kRowLeavesAtAck) {
        for (const client::StoreAction& action : batch) {
            if (const auto* acked = std::get_if<client::MarkAcked>(&action)) {
                tablet.journal.commit({client::DropRow{acked->id}});
            }
        }
    }
}

void ExplorerWorld::settle_tablet(std::size_t number)
{
    Tablet& tablet = tablets_[number];
    if (tablet.kills == bounds_.tablet_kills) {
        tablet.client->flush(); // when it is stored can make no difference any more
    }
    for (;;) {
        const auto& batch = tablet.client->take_store_batch(kTabletNow);
        if (batch.empty()) {
            break;
        }
        store(tablet, batch);
        tablet.client->on_stored(kTabletNow);
    }
    while (tablet.client->poll_level_change()) {
    }
    Link* link = link_of(number);
    while (link != nullptr) {
        const auto message = tablet.client->poll_transmit(kTabletNow);
        if (!message) {
            break;
        }
        link->resyncing = link->resyncing || std::holds_alternative<session::Resync>(*message);
        if (link->board_is_there) {
            link->up.push_back({wire::encode(*message), print_of(*message)});
        }
    }
    if (link != nullptr && tablet.client->wants_close(kTabletNow)) {
        hang_up(number);
    }
    look_into_store(tablet);
    check_tablet(tablet);
}

void ExplorerWorld::hear_up(Link& link, std::size_t index, bool remove)
{
    const std::string envelope = link.up[index].bytes;
    if (remove) {
        link.up.erase(link.up.begin() + static_cast<std::ptrdiff_t>(index));
    }
    reorders_ += index > 0 ? 1 : 0;
    duplicates_ += remove ? 0 : 1;
    link.disturbed = link.disturbed || index > 0 || !remove;
    const session::ClientMessage message = read_up(envelope);
    if (const auto* command = std::get_if<session::CommandMessage>(&message)) {
        link.unanswered.push_back(command->sealed.body.id);
    }
    link.greeted = link.greeted || std::holds_alternative<session::Hello>(message);
    board_->on_envelope(link.board_end, envelope, now());
    settle_board();
}

void ExplorerWorld::settle_board()
{
    if (!in_store_) {
        in_store_ = board_->take_batch();
        if (in_store_ && sabotage_ == Sabotage::kAckBeforeCommit && fold_) {
            board_->on_committed();
        }
    }
    while (board_->poll_log_line()) {
    }
    if (board_->poll_new_log_wanted()) {
        throw Violation(Check::kS8, "a tablet knows more than the log that told it");
    }
    for (Link& link : links_) {
        while (link.board_is_there) {
            const auto envelope = board_->poll_transmit(link.board_end, kBoardNow);
            if (!envelope) {
                break;
            }
            const session::ServerMessage message = read_down(std::string(*envelope));
            check_said(message);
            if (std::holds_alternative<session::Ack>(message) && !link.unanswered.empty()) {
                link.unanswered.erase(link.unanswered.begin());
            }
            // No panel is driven here: what would be said of it changes nothing.
            if (link.tablet_is_there && !std::holds_alternative<session::PanelState>(message)) {
                link.down.push_back({std::string(*envelope), print_of(message)});
            }
        }
        if (link.board_is_there && !board_->close_reason(link.board_end).empty()) {
            board_->close(link.board_end);
            link.board_is_there = false;
            link.up.clear();
            link.unanswered.clear();
        }
    }
}

void ExplorerWorld::write_batch()
{
    const std::vector<match::Entry> entries = std::move(in_store_->entries);
    in_store_.reset();
    for (const match::Entry& entry : entries) {
        const match::Hash previous = log_.empty() ? match::Hash{} : log_.back().chain;
        if (entry.rev != log_.size() + 1 || entry.chain != wire::chain_hash(previous, entry)) {
            throw Violation(Check::kS4, "rev " + std::to_string(entry.rev) + " does not follow rev " +
                                            std::to_string(log_.size()));
        }
        for (const match::Entry& older : log_) {
            if (older.id() == entry.id()) {
                throw Violation(Check::kS2, "" + command_name(entry.id()) + " is recorded twice");
            }
            const bool same_writer = older.id().writer == entry.id().writer;
            if (same_writer && older.id().seq > entry.id().seq && bounds_.drops + bounds_.reorders == 0) {
                throw Violation(Check::kS3, "" + command_name(entry.id()) + " was decided after seq " +
                                                std::to_string(older.id().seq));
            }
        }
        log_.push_back(entry);
        if (fold_) {
            fold_->add(entry);
        } else {
            fold_.emplace(entry);
        }
        check_score();
    }
    if (sabotage_ != Sabotage::kAckBeforeCommit || entries.front().rev == 1) {
        board_->on_committed();
    }
    settle_board();
}

void ExplorerWorld::hear_down(Link& link, std::size_t index, bool remove)
{
    const std::size_t number = link.tablet;
    const session::ServerMessage message = read_down(link.down[index].bytes);
    if (remove) {
        link.down.erase(link.down.begin() + static_cast<std::ptrdiff_t>(index));
    }
    reorders_ += index > 0 ? 1 : 0;
    duplicates_ += remove ? 0 : 1;
    link.disturbed = link.disturbed || index > 0 || !remove;
    client::MatchClient& client = *tablets_[number].client;
    const match::Rev before = client.confirmed().rev();
    if (const auto* ack = std::get_if<session::Ack>(&message); ack != nullptr && client.welcomed()) {
        std::erase(tablets_[number].owed, ack->id);
    }
    client.on_message(message, kTabletNow);
    link.resyncing = link.resyncing && client.confirmed().rev() == before;
    settle_tablet(number);
}

void ExplorerWorld::tidy_links()
{
    std::erase_if(links_, [](const Link& link) { return !link.tablet_is_there && !link.board_is_there; });
}

} // namespace scoreboard::simulation
