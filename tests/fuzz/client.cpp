// A tablet whose board, network and journal do anything: an honest board whose messages are lost, doubled,
// turned around and garbled, one that lies, an app that is killed. It never dies, never spins, and what it
// holds in memory is what its journal holds.

#include <deque>
#include <optional>
#include <set>
#include <vector>

#include "client/match_client.h"
#include "core/board.h"
#include "fuzz/commands.h"
#include "fuzz/input.h"
#include "support/memory_journal.h"
#include "wire/wire.h"

namespace {

using namespace scoreboard;
using fuzz::Input;
using fuzz::require;

constexpr std::int64_t kWall = 1'790'000'000'000;
constexpr std::size_t kStepsMax = 400;

class Play {
public:
    explicit Play(Input input)
        : input_(input), journal_(fuzz::id_of<match::InstallId>(1), fuzz::id_of<match::WriterId>(2))
    {
        core::MatchService::Options options;
        options.boot = fuzz::id_of<match::BootId>(0x30);
        options.has_panel = true;
        core::RecoveredLog log;
        log.log = fuzz::id_of<match::LogId>(0x10);
        log.board = fuzz::id_of<match::BoardId>(0x20);
        board_.emplace(std::move(options), std::move(log), board_now());
        commit();
        start();
    }

    void run()
    {
        for (std::size_t step = 0; step < kStepsMax && !input_.empty(); ++step) {
            act();
        }
        finish();
    }

private:
    core::Now board_now() const
    {
        return {match::BoardTime(now_.time_since_epoch() + std::chrono::seconds(400)), kWall};
    }

    void start()
    {
        client::MatchClient::Options options;
        options.tablet_boot = fuzz::id_of<match::BootId>(0x40);
        options.new_writer = [this] { return fuzz::id_of<match::WriterId>(++writers_); };
        client_.emplace(std::move(options), journal_.content(), now_);
        batch_.clear();
        link_.reset();
    }

    void act()
    {
        switch (input_.below(28)) {
        case 0:
        case 1:
        case 2: {
            const match::TabletTime tapped = now_ - fuzz::any_duration(input_);
            client_->issue(fuzz::any_command(input_, known()), std::min(tapped, now_), now_);
            break;
        }
        case 3:
            client_->undo(now_, now_);
            break;
        case 4:
            client_->redo(now_, now_);
            break;
        case 5:
        case 6:
            store(true);
            break;
        case 7:
            store(false);
            break;
        case 8:
        case 9:
            connect();
            break;
        case 10:
            disconnect();
            break;
        case 11:
        case 12:
            transmit();
            break;
        case 13:
        case 14:
            commit();
            listen();
            break;
        case 15:
        case 16:
        case 17:
            deliver(down_.size());
            break;
        case 18:
            deliver(1);
            break;
        case 19:
            disturb();
            break;
        case 20:
        case 21:
            lie();
            break;
        case 22: {
            const auto message = wire::decode_server(input_.piece());
            if (message) {
                client_->on_message(*message, now_);
            }
            break;
        }
        case 23:
        case 24:
            now_ += match::Duration(std::abs(fuzz::any_duration(input_).count()) % 3'600'000'000);
            break;
        case 25:
            kill();
            break;
        case 26:
            look();
            break;
        default:
            others_tap();
            break;
        }
    }

    std::vector<match::CommandId> known() const
    {
        std::vector<match::CommandId> ids;
        for (const match::Entry& entry : client_->confirmed().entries()) {
            ids.push_back(entry.id());
        }
        for (const client::Outbox::Row& row : client_->outbox().rows()) {
            ids.push_back(row.sealed.body.id);
        }
        return ids;
    }

    void store(bool works)
    {
        if (batch_.empty()) {
            batch_ = client_->take_store_batch(now_);
        }
        if (batch_.empty()) {
            return;
        }
        if (works) {
            require(journal_.commit(batch_).empty(), "the journal takes what it is given");
            batch_.clear();
            client_->on_stored(now_);
        } else {
            batch_.clear();
            client_->on_store_failed("the disk is full; make room", now_);
        }
    }

    void connect()
    {
        if (!client_->wants_dial(now_)) {
            client_->on_person_asks();
        }
        // The old connection ends, but what is on its way on it may still come.
        if (link_) {
            board_->close(*link_);
        }
        up_.clear();
        if (input_.flip()) {
            down_.clear();
        }
        link_ = board_->open(board_now().at);
        client_->on_connected(now_, now_);
    }

    void disconnect()
    {
        client_->on_disconnected(now_);
        if (link_) {
            board_->close(*link_);
        }
        link_.reset();
    }

    void transmit()
    {
        for (std::size_t count = 0;; ++count) {
            const auto message = client_->poll_transmit(now_);
            if (!message) {
                break;
            }
            require(count < 2 * session::kReceiveMax, "what a tablet says at a time has an end");
            const std::string envelope = wire::encode(*message);
            require(wire::decode_client(envelope).has_value(), "a tablet's message can be read");
            up_.push_back(envelope);
        }
        while (link_ && !up_.empty()) {
            board_->on_envelope(*link_, up_.front(), board_now());
            up_.pop_front();
        }
    }

    void commit()
    {
        while (board_->take_batch()) {
            board_->on_committed();
        }
        if (board_->poll_new_log_wanted()) {
            board_->on_new_log(fuzz::id_of<match::LogId>(static_cast<std::uint8_t>(0x11 + ++renames_)));
        }
        while (board_->poll_log_line()) {
        }
    }

    void listen()
    {
        while (link_) {
            const auto envelope = board_->poll_transmit(*link_, board_now().at);
            if (!envelope) {
                break;
            }
            down_.emplace_back(*envelope);
        }
    }

    void deliver(std::size_t count)
    {
        for (; count > 0 && !down_.empty(); --count) {
            const auto message = wire::decode_server(down_.front());
            down_.pop_front();
            if (message) {
                client_->on_message(*message, now_);
            }
        }
    }

    // What TCP forbids, and whoever sits in between does.
    void disturb()
    {
        if (down_.empty()) {
            return;
        }
        const std::size_t index = input_.below(down_.size());
        switch (input_.below(4)) {
        case 0:
            down_.erase(down_.begin() + static_cast<std::ptrdiff_t>(index));
            break;
        case 1:
            down_.push_back(down_[index]);
            break;
        case 2:
            std::swap(down_[index], down_.back());
            break;
        default:
            if (!down_[index].empty()) {
                down_[index][input_.below(down_[index].size())] = static_cast<char>(input_.byte());
            }
            break;
        }
    }

    void lie()
    {
        session::ServerMessage message;
        switch (input_.below(8)) {
        case 0: {
            session::Welcome welcome = client_->board().value_or(session::Welcome{});
            welcome.match = fuzz::any_id(input_, known());
            welcome.resumed = input_.flip();
            welcome.resume_from = input_.below(client_->confirmed().rev() + 3);
            welcome.board = fuzz::id_of<match::BoardId>(input_.flip() ? 0x20 : input_.byte());
            welcome.log = fuzz::id_of<match::LogId>(input_.flip() ? 0x10 : input_.byte());
            welcome.head = input_.byte();
            welcome.receive_max = 1U + input_.byte();
            message = welcome;
            break;
        }
        case 1:
            message = session::Ack{fuzz::any_id(input_, known()), fuzz::any_outcome(input_), input_.byte(),
                                   std::nullopt};
            break;
        case 2:
        case 3:
            message = session::EntryMessage{forged()};
            break;
        case 4:
            message = session::Snapshot{client_->confirmed().rev() + input_.byte(),
                                        client_->confirmed().ruleset(), client_->confirmed().state()};
            break;
        case 5:
            message = session::PanelState{fuzz::id_of<match::LogId>(input_.flip() ? 0x10 : 0x77),
                                          static_cast<match::Rev>(input_.number(2)), board_now().at,
                                          static_cast<session::PanelStatus>(input_.below(4)), "dark"};
            break;
        case 6: {
            session::Error error;
            error.code = static_cast<session::ErrorCode>(1 + input_.below(9));
            if (input_.flip()) {
                error.id = fuzz::any_id(input_, known());
            }
            error.retry_after = fuzz::any_duration(input_);
            error.other_boot = input_.flip();
            message = error;
            break;
        }
        default:
            message = session::Pong{now_ - fuzz::any_duration(input_),
                                    board_now().at - fuzz::any_duration(input_), board_now().at};
            break;
        }
        client_->on_message(message, now_);
    }

    // An entry that follows what the tablet holds, its chain right, its content anything.
    match::Entry forged()
    {
        const auto entries = client_->confirmed().entries();
        match::Entry entry;
        match::Body body;
        body.id = fuzz::any_id(input_, known());
        body.command = fuzz::any_command(input_, known());
        if (input_.flip()) {
            body.seen = match::Seen{input_.flip() ? client_->confirmed().state().match : body.id,
                                    client_->confirmed().state().at};
        }
        entry.sealed = wire::seal(body);
        entry.rev = client_->confirmed().rev() + 1 + input_.below(2);
        entry.outcome = fuzz::any_outcome(input_);
        entry.received = board_now().at + fuzz::any_duration(input_);
        if (input_.flip()) {
            entry.verdict = fuzz::any_verdict(input_, known(), board_now().at);
        }
        entry.state_digest = match::digest(client_->confirmed().state(), entry.received);
        entry.chain = wire::chain_hash(entries.empty() ? match::Hash{} : entries.back().chain, entry);
        return entry;
    }

    void kill()
    {
        if (!batch_.empty() && input_.flip()) {
            journal_.commit(batch_); // killed after the COMMIT and before it was said
        }
        if (link_) {
            board_->close(*link_);
        }
        start();
        check_same();
    }

    void look()
    {
        (void)client_->view(now_);
        while (client_->poll_level_change()) {
        }
        client_->dismiss(input_.byte());
        if (client_->wants_close(now_) || !batch_.empty()) {
            return;
        }
        // After everything that is due was done, the next deadline is still to come: a driver would spin
        // otherwise.
        store(true);
        transmit();
        store(true);
        const auto deadline = client_->next_deadline();
        require(client_->wants_close(now_) || !deadline || *deadline > now_, "no deadline is in the past");
    }

    void others_tap()
    {
        session::CommandMessage message;
        match::Body body;
        body.id = {fuzz::id_of<match::WriterId>(3), ++others_};
        body.command = fuzz::any_command(input_, known());
        message.sealed = wire::seal(body);
        if (!other_) {
            other_ = board_->open(board_now().at);
            session::Hello hello;
            hello.writer = fuzz::id_of<match::WriterId>(3);
            board_->on_envelope(*other_, wire::encode(session::ClientMessage(hello)), board_now());
        }
        board_->on_envelope(*other_, wire::encode(session::ClientMessage(message)), board_now());
        while (board_->poll_transmit(*other_, board_now().at)) {
        }
        if (!board_->close_reason(*other_).empty()) {
            board_->close(*other_);
            other_.reset();
        }
    }

    // The same taps wait in memory and in the journal.
    void check_same() const
    {
        std::set<match::CommandId> held;
        for (const client::Outbox::Row& row : client_->outbox().rows()) {
            held.insert(row.sealed.body.id);
        }
        std::set<match::CommandId> stored;
        for (const client::OutboxRow& row : journal_.content().outbox) {
            stored.insert(row.sealed.body.id);
        }
        require(held == stored, "the outbox in memory is the outbox in the journal");
        require(client_->orphans().size() == journal_.content().orphans.size(),
                "the orphans in memory are those in the journal");
    }

    void finish()
    {
        if (!batch_.empty()) {
            store(true);
        }
        for (int i = 0; i < 64; ++i) {
            client_->flush();
            store(true);
        }
        check_same();
        (void)client_->view(now_);
    }

    Input input_;
    support::MemoryJournal journal_;
    match::TabletTime now_{std::chrono::seconds(1000)};
    std::optional<core::Board> board_;
    std::optional<client::MatchClient> client_;
    std::optional<core::ConnectionId> link_;
    std::optional<core::ConnectionId> other_;
    match::Seq others_ = 0;
    std::vector<client::StoreAction> batch_;
    std::deque<std::string> up_;
    std::deque<std::string> down_;
    std::uint8_t writers_ = 0x50;
    int renames_ = 0;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Play(Input(data, size)).run();
    return 0;
}
