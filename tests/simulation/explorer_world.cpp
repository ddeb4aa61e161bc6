#include "simulation/explorer_world.h"

#include <algorithm>

#include "simulation/check.h"
#include "simulation/fingerprint.h"
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

// What each tablet's operator does, in this order. The guest's side takes a point from home, which the rules
// refuse if there is none: the outcome depends on the order.
struct Tap {
    bool undo = false;
    match::Command command;
};
const Tap& tap_of(std::size_t tablet, int number)
{
    using match::AddScore;
    using match::Side;
    static const Tap kTaps[2][4] = {
        {{false, AddScore{Side::kHome, 2}}, {true, {}}, {false, AddScore{Side::kHome, 1}}, {true, {}}},
        {{false, AddScore{Side::kHome, -1}}, {false, AddScore{Side::kGuest, 3}}, {true, {}}, {true, {}}},
    };
    return kTaps[tablet][number];
}

std::string name_of(const match::CommandId& id)
{
    const std::string who =
        id.writer.bytes[0] < 0x10 ? "tablet " + std::to_string(id.writer.bytes[0]) : "the board";
    return "command " + std::to_string(id.seq) + " of " + who;
}

std::string describe(const session::ClientMessage& message)
{
    if (const auto* command = std::get_if<session::CommandMessage>(&message)) {
        return name_of(command->sealed.body.id) + " (" + match::describe(command->sealed.body.command) + ")";
    }
    if (std::holds_alternative<session::Hello>(message)) {
        return "Hello";
    }
    return std::holds_alternative<session::Resync>(message) ? "Resync" : "another message";
}

std::string describe(const session::ServerMessage& message)
{
    if (const auto* ack = std::get_if<session::Ack>(&message)) {
        return "Ack of " + name_of(ack->id) + ", rev " + std::to_string(ack->rev) +
               (ack->outcome.applied ? "" : ", refused");
    }
    if (const auto* entry = std::get_if<session::EntryMessage>(&message)) {
        return "Entry of rev " + std::to_string(entry->entry.rev) + ", " + name_of(entry->entry.id());
    }
    if (const auto* error = std::get_if<session::Error>(&message)) {
        return std::string("Error ") + session::to_string(error->code);
    }
    return std::holds_alternative<session::Welcome>(message) ? "Welcome" : "another message";
}

std::uint64_t print_of(const session::ClientMessage& message)
{
    Fingerprint print;
    print.add(message.index());
    if (const auto* command = std::get_if<session::CommandMessage>(&message)) {
        print.add(command->sealed.body.id);
        print.add(command->sealed.body.command);
    } else if (const auto* hello = std::get_if<session::Hello>(&message)) {
        print.add(hello->ladder.empty() ? 0 : hello->ladder.front().rev);
        print.add(hello->snapshots ? 1 : 0);
    } else if (const auto* resync = std::get_if<session::Resync>(&message)) {
        print.add(resync->after);
    }
    return print.value();
}

std::uint64_t print_of(const session::ServerMessage& message)
{
    Fingerprint print;
    print.add(message.index());
    if (const auto* ack = std::get_if<session::Ack>(&message)) {
        print.add(ack->id);
        print.add(ack->rev);
        print.add(ack->outcome.applied ? 1 : 0);
    } else if (const auto* entry = std::get_if<session::EntryMessage>(&message)) {
        print.add(entry->entry.id());
        print.add(entry->entry.rev);
    } else if (const auto* welcome = std::get_if<session::Welcome>(&message)) {
        print.add(welcome->head);
        print.add(welcome->resumed ? welcome->resume_from + 1 : 0);
    } else if (const auto* error = std::get_if<session::Error>(&message)) {
        print.add(static_cast<std::uint64_t>(error->code));
    }
    return print.value();
}

session::ClientMessage read_up(const std::string& envelope)
{
    auto message = wire::decode_client(envelope);
    if (!message) {
        throw Violation(Check::kWire, "the board cannot read a tablet: " + message.error().what);
    }
    return std::move(*message);
}

session::ServerMessage read_down(const std::string& envelope)
{
    auto message = wire::decode_server(envelope);
    if (!message) {
        throw Violation(Check::kWire, "a tablet cannot read the board: " + message.error().what);
    }
    return std::move(*message);
}

template <class Rows>
bool holds(const Rows& rows, const match::CommandId& id)
{
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.sealed.body.id == id; });
}

} // namespace

ExplorerWorld::ExplorerWorld(const Bounds& bounds, Sabotage sabotage) : bounds_(bounds), sabotage_(sabotage)
{
    start_board();
    write_batch();
    for (std::size_t number = 0; number < kTablets; ++number) {
        const auto value = static_cast<std::uint8_t>(number + 1);
        tablets_.push_back(
            Tablet(MemoryJournal(id_of<match::InstallId>(value), id_of<match::WriterId>(value))));
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

void ExplorerWorld::add_transfers(std::vector<Event>& events, std::uint8_t number) const
{
    const Link& link = links_[number];
    const auto each = [&](const std::deque<Letter>& queue, Kind heard, Kind dropped, Kind doubled) {
        for (std::uint8_t index = 0; index < queue.size(); ++index) {
            if (index > 0 && reorders_ == bounds_.reorders) {
                break;
            }
            events.push_back({heard, number, index});
            if (drops_ < bounds_.drops) {
                events.push_back({dropped, number, index});
            }
            if (duplicates_ < bounds_.duplicates) {
                events.push_back({doubled, number, index});
            }
        }
    };
    if (link.board_is_there) {
        each(link.up, Kind::kUp, Kind::kUpDropped, Kind::kUpDoubled);
    }
    if (link.tablet_is_there) {
        each(link.down, Kind::kDown, Kind::kDownDropped, Kind::kDownDoubled);
    }
    if (link.board_is_there && !link.tablet_is_there) {
        events.push_back({Kind::kEnd, number, 0});
    }
}

std::vector<Event> ExplorerWorld::events() const
{
    std::vector<Event> events;
    for (std::uint8_t number = 0; number < kTablets; ++number) {
        const Tablet& tablet = tablets_[number];
        const Link* link = link_of(number);
        if (tablet.tapped < bounds_.taps) {
            events.push_back({Kind::kTap, number, 0});
        }
        if (link == nullptr) {
            events.push_back({Kind::kDial, number, 0});
        } else if (!link->board_is_there) {
            events.push_back({Kind::kNotice, number, 0});
        }
        if (link != nullptr && (tablet.cuts < bounds_.cuts || link->disturbed)) {
            events.push_back({Kind::kCut, number, 0});
        }
        if (tablet.kills < bounds_.tablet_kills) {
            events.push_back({Kind::kKill, number, 0});
            events.push_back({Kind::kKill, number, 1});
        }
    }
    for (std::uint8_t number = 0; number < links_.size(); ++number) {
        add_transfers(events, number);
    }
    if (in_store_) {
        events.push_back({Kind::kCommit, 0, 0});
    }
    if (board_kills_ < bounds_.board_kills) {
        events.push_back({Kind::kBoardKill, 0, 0});
        if (in_store_) {
            events.push_back({Kind::kBoardKill, 0, 1});
        }
    }
    return events;
}

bool ExplorerWorld::is_fault(Event event) const
{
    switch (event.kind) {
    case Kind::kTap:
    case Kind::kDial:
    case Kind::kNotice:
    case Kind::kUp:
    case Kind::kDown:
    case Kind::kEnd:
    case Kind::kCommit:
        return false;
    case Kind::kCut:
        return !link_of(event.who)->disturbed;
    case Kind::kKill:
    case Kind::kBoardKill:
    case Kind::kUpDropped:
    case Kind::kUpDoubled:
    case Kind::kDownDropped:
    case Kind::kDownDoubled:
        return true;
    }
    return true;
}

std::string ExplorerWorld::tell(Event event) const
{
    const std::string tablet = "tablet " + std::to_string(event.who + 1);
    const auto on_link = [&] { return "tablet " + std::to_string(links_[event.who].tablet + 1); };
    const auto up = [&] { return describe(read_up(links_[event.who].up[event.index].bytes)); };
    const auto down = [&] { return describe(read_down(links_[event.who].down[event.index].bytes)); };
    const std::string late = event.index > 0 ? ", before what was sent earlier" : "";
    switch (event.kind) {
    case Kind::kTap: {
        const Tap& tap = tap_of(event.who, tablets_[event.who].tapped);
        return tablet + " taps " + (tap.undo ? "UNDO" : match::describe(tap.command)) + " and saves it";
    }
    case Kind::kDial:
        return tablet + " dials";
    case Kind::kNotice:
        return tablet + " sees that its connection is closed; what the board still said is lost";
    case Kind::kCut:
        return tablet + " loses its connection; what it sent may still arrive";
    case Kind::kKill:
        return "the app of " + tablet + " is killed and starts again; what the board said last was " +
               (event.index == 1 ? "" : "not ") + "stored";
    case Kind::kUp:
        return "the board hears " + on_link() + ": " + up() + late;
    case Kind::kUpDropped:
        return "the network loses what " + on_link() + " sent: " + up();
    case Kind::kUpDoubled:
        return "the board hears, the first of two times, " + on_link() + ": " + up() + late;
    case Kind::kDown:
        return on_link() + " hears the board: " + down() + late;
    case Kind::kDownDropped:
        return "the network loses what was sent to " + on_link() + ": " + down();
    case Kind::kDownDoubled:
        return on_link() + " hears, the first of two times, the board: " + down() + late;
    case Kind::kEnd:
        return "the board sees that an old connection of " + on_link() + " is gone; the rest of it is lost";
    case Kind::kCommit:
        return "the store commits rev " + std::to_string(in_store_->entries.front().rev) + " to " +
               std::to_string(in_store_->entries.back().rev);
    case Kind::kBoardKill:
        return event.index == 1
                   ? "the daemon is killed after a COMMIT and before it says so, and starts again"
                   : "the daemon is killed and starts again";
    }
    return {};
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
        kill_tablet(event.who, event.index == 1);
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

void ExplorerWorld::kill_tablet(std::size_t number, bool stored)
{
    Tablet& tablet = tablets_[number];
    ++tablet.kills;
    if (stored) {
        tablet.client->flush();
        store(tablet, tablet.client->take_store_batch(kTabletNow));
    }
    if (Link* link = link_of(number)) {
        link->tablet_is_there = false;
        link->down.clear();
    }
    start_tablet(tablet);
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
                throw Violation(Check::kS2, "" + name_of(entry.id()) + " is recorded twice");
            }
            const bool same_writer = older.id().writer == entry.id().writer;
            if (same_writer && older.id().seq > entry.id().seq && bounds_.drops + bounds_.reorders == 0) {
                throw Violation(Check::kS3, "" + name_of(entry.id()) + " was decided after seq " +
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
    check_said(message);
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

void ExplorerWorld::check_said(const session::ServerMessage& message) const
{
    if (const auto* ack = std::get_if<session::Ack>(&message)) {
        if (ack->rev > log_.size() || log_[ack->rev - 1].id() != ack->id ||
            log_[ack->rev - 1].outcome != ack->outcome) {
            throw Violation(Check::kS1,
                            "the Ack of " + name_of(ack->id) + " says what the log does not hold");
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
            throw Violation(Check::kS7, "" + name_of(id) + " has left the outbox and is not in the log");
        }
        const bool kept = std::any_of(journal.history.begin(), journal.history.end(),
                                      [&](const match::Entry& entry) { return entry.id() == id; });
        if (own && !kept && !holds(journal.outbox, id) && !holds(journal.orphans, id)) {
            throw Violation(Check::kS6, "" + name_of(id) + " is in no table of its tablet any more");
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
                            "" + name_of(tablet.client->outbox().rows().front().sealed.body.id) +
                                " is saved and will never be recorded: nothing is left to happen");
        }
        if (tablet.client->confirmed().rev() != log_.size()) {
            throw Violation(Check::kS9, "a tablet stays at rev " +
                                            std::to_string(tablet.client->confirmed().rev()) +
                                            ", the log is at rev " + std::to_string(log_.size()));
        }
    }
}

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
