// Controllers that say anything in any order to a board whose store commits, fails and restarts: nothing
// leaves before its commit, what left stays true, and the log adds up to what the board shows.

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/board.h"
#include "fuzz/commands.h"
#include "fuzz/input.h"
#include "public/public_state.h"
#include "renderer/renderer.h"
#include "wire/wire.h"

namespace {

using namespace scoreboard;
using fuzz::Input;
using fuzz::require;

constexpr std::int64_t kWall = 1'790'000'000'000;
constexpr std::size_t kStepsMax = 500;
constexpr std::uint8_t kWriters = 4;

// What the store holds, checked entry by entry.
class Log {
public:
    void commit(const std::vector<match::Entry>& batch)
    {
        for (const match::Entry& entry : batch) {
            require(entry.rev == entries_.size() + 1, "S4: revs are contiguous");
            require(entry.chain ==
                        wire::chain_hash(entries_.empty() ? match::Hash{} : entries_.back().chain, entry),
                    "S4: the chain holds");
            require(ids_.emplace(entry.id(), entry.rev).second, "S2: an id is recorded once");
            fold(entry);
            require(match::digest(state(), entry.received) == entry.state_digest,
                    "S2: the log adds up to what the board saw");
            for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
                require(match::score(state(), side) >= 0, "S10: no score is below 0");
            }
            entries_.push_back(entry);
        }
    }

    core::RecoveredLog recovered(const match::LogId& name) const
    {
        core::RecoveredLog log = folded_;
        log.log = name;
        log.board = fuzz::id_of<match::BoardId>(0x20);
        log.head = static_cast<match::Rev>(entries_.size());
        for (const match::Entry& entry : entries_) {
            log.head_chain = entry.chain;
            if (entry.id().writer == match::writer_of(name)) {
                log.board_seq = entry.id().seq;
            }
        }
        return log;
    }

    const std::vector<match::Entry>& entries() const { return entries_; }
    const match::MatchState& state() const { return folded_.open_match->state(); }

private:
    void fold(const match::Entry& entry)
    {
        if (!match::Timeline::begins_with(entry)) {
            folded_.open_match->add(entry);
            return;
        }
        if (folded_.open_match) {
            core::retire_open_match(folded_);
        }
        folded_.left.remove_what_goes_on(entry);
        folded_.open_match.emplace(entry);
    }

    std::vector<match::Entry> entries_;
    std::map<match::CommandId, match::Rev> ids_;
    core::RecoveredLog folded_; // without what names it
};

class Play {
public:
    explicit Play(Input input) : input_(input) { start(); }

    void run()
    {
        for (std::size_t step = 0; step < kStepsMax && !input_.empty(); ++step) {
            act();
            while (board_->poll_log_line()) {
            }
        }
        finish();
    }

private:
    struct Sent {
        session::CommandMessage message;
    };

    core::Now now() const { return {now_, kWall}; }
    match::TabletTime tablet_time(std::uint8_t writer) const
    {
        return match::TabletTime(now_.time_since_epoch() + std::chrono::seconds(100 * writer));
    }

    void start()
    {
        core::MatchService::Options options;
        options.board_name = "Court 1";
        options.boot = boot_;
        options.has_panel = true;
        board_.emplace(std::move(options), log_.recovered(name_), now());
        connections_.clear();
        in_store_.reset();
        new_log_wanted_ = false;
        failed_ = false;
    }

    void act()
    {
        switch (input_.below(24)) {
        case 0:
        case 1:
            if (const auto id = board_->open(now_)) {
                connections_.push_back(*id);
                if (input_.flip()) {
                    say(*id, hello());
                }
            }
            break;
        case 2:
            with_connection([this](core::ConnectionId id) { say(id, hello()); });
            break;
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
            with_connection([this](core::ConnectionId id) { say(id, command()); });
            break;
        case 8:
            with_connection([this](core::ConnectionId id) { repeat(id); });
            break;
        case 9:
            with_connection([this](core::ConnectionId id) {
                const auto t0 = tablet_time(input_.byte() % kWriters) - fuzz::any_duration(input_);
                say(id, session::Ping{t0, t0 - fuzz::any_duration(input_)});
            });
            break;
        case 10:
            with_connection([this](core::ConnectionId id) {
                const match::Rev after = static_cast<match::Rev>(input_.number(input_.flip() ? 1 : 4));
                say(id, session::Resync{after, input_.flip()});
            });
            break;
        case 11:
            with_connection([this](core::ConnectionId id) { say(id, session::TokenRequest{}); });
            break;
        case 12:
            with_connection(
                [this](core::ConnectionId id) { board_->on_envelope(id, input_.piece(), now()); });
            break;
        case 13:
            with_connection([this](core::ConnectionId id) { board_->on_malformed(id, "noise", now()); });
            break;
        case 14:
            close();
            break;
        case 15:
        case 16:
            now_ += match::Duration(std::abs(fuzz::any_duration(input_).count()) % 3'600'000'000);
            break;
        case 17:
        case 18:
            if (!in_store_) {
                in_store_ = board_->take_batch();
            } else {
                commit();
            }
            break;
        case 19:
        case 20:
            with_connection([this](core::ConnectionId id) { listen(id); });
            break;
        case 21:
            restart();
            break;
        case 22:
            panel();
            break;
        default:
            fail_or_rename();
            break;
        }
        new_log_wanted_ = board_->poll_new_log_wanted().has_value() || new_log_wanted_;
    }

    template <class Use>
    void with_connection(Use use)
    {
        if (!connections_.empty()) {
            use(connections_[input_.below(connections_.size())]);
        }
    }

    void say(core::ConnectionId id, const session::ClientMessage& message)
    {
        board_->on_envelope(id, wire::encode(message), now());
    }

    session::Hello hello()
    {
        session::Hello hello;
        const std::uint8_t who = input_.byte();
        hello.writer = fuzz::id_of<match::WriterId>(who % kWriters);
        hello.tablet_boot = fuzz::id_of<match::BootId>(0x40 + (who >> 7U));
        hello.dialled = tablet_time(0) - fuzz::any_duration(input_);
        const std::uint8_t how = input_.byte();
        hello.wanted = static_cast<session::Role>(how % 5);
        hello.snapshots = (how & 8U) != 0;
        hello.version_min = (how & 0xF0U) == 0xF0 ? 2 : 1;
        hello.version_max = hello.version_min;
        if ((how & 16U) != 0) {
            hello.log = name_;
            const auto& entries = log_.entries();
            for (std::size_t rungs = input_.byte() % 24; rungs > 0; --rungs) {
                const match::Rev at = input_.below(entries.size() + 3);
                hello.ladder.push_back({at + 1, at < entries.size() ? entries[at].chain : match::Hash{}});
            }
        }
        if ((how & 0x60U) == 0x60) {
            hello.expected_board = fuzz::id_of<match::BoardId>(input_.byte());
        }
        return hello;
    }

    session::CommandMessage command()
    {
        const std::uint8_t who = input_.byte() % kWriters;
        match::Body body;
        body.id = {fuzz::id_of<match::WriterId>(who), 1U + input_.byte()};
        body.command = fuzz::any_command(input_, known_);
        const std::uint8_t how = input_.byte();
        if ((how & 1U) != 0) {
            body.seen =
                match::Seen{(how & 2U) != 0 ? board_->service().open_match() : match::CommandId{body.id},
                            board_->service().committed().state.at};
        }
        const match::TabletTime tablet_now = tablet_time(who);
        body.tap.at = tablet_now - fuzz::any_duration(input_);
        body.tap.tablet_boot = fuzz::id_of<match::BootId>(0x40);
        session::CommandMessage message;
        if ((how & 4U) == 0) {
            message.board_boot = (how & 8U) != 0 ? fuzz::id_of<match::BootId>(9) : boot_;
            message.offset = now_.time_since_epoch() - tablet_now.time_since_epoch();
            message.offset += (how & 16U) != 0 ? fuzz::any_duration(input_) : match::Duration{};
            message.uncertainty = (how & 32U) != 0 ? fuzz::any_duration(input_) : match::Duration(1000);
        }
        message.sent = tablet_now;
        message.floor = (how & 64U) != 0 ? tablet_now - fuzz::any_duration(input_) : body.tap.at;
        message.sealed = wire::seal(body);
        known_.push_back(body.id);
        sent_.push_back(message);
        return message;
    }

    void repeat(core::ConnectionId id)
    {
        if (!sent_.empty()) {
            session::CommandMessage message = sent_[input_.below(sent_.size())];
            message.sent += fuzz::any_duration(input_);
            say(id, message);
        }
    }

    void close()
    {
        if (!connections_.empty()) {
            const std::size_t index = input_.below(connections_.size());
            board_->close(connections_[index]);
            connections_.erase(connections_.begin() + static_cast<std::ptrdiff_t>(index));
        }
    }

    void commit()
    {
        log_.commit(in_store_->entries);
        board_->on_committed();
        in_store_.reset();
    }

    void restart()
    {
        if (in_store_ && input_.flip()) {
            log_.commit(in_store_->entries); // killed after the COMMIT and before it was said
        }
        if (input_.flip()) {
            boot_ = fuzz::id_of<match::BootId>(static_cast<std::uint8_t>(boot_.bytes[0] + 1));
            now_ = match::BoardTime(std::chrono::seconds(1));
        }
        start();
    }

    void panel()
    {
        if (input_.flip()) {
            board_->on_panel_shown(input_.below(log_.entries().size() + 1), now_);
        } else {
            board_->on_panel_status(static_cast<session::PanelStatus>(input_.below(4)),
                                    std::string(input_.piece().size(), 'x'));
        }
    }

    void fail_or_rename()
    {
        if (failed_) {
            if (input_.flip()) {
                board_->on_not_rebuilt("the disk is full; make room", now());
            } else {
                rebuild();
            }
        } else if (new_log_wanted_) {
            name_ = fuzz::id_of<match::LogId>(static_cast<std::uint8_t>(name_.bytes[0] + 1));
            board_->on_new_log(name_);
            new_log_wanted_ = false;
        } else if (in_store_) {
            if (input_.flip()) {
                log_.commit(in_store_->entries); // it failed, and what it wrote is there
            }
            in_store_.reset();
            board_->on_storage_fault("the disk is full; make room");
            new_log_wanted_ = false;
            failed_ = true;
        }
    }

    void rebuild()
    {
        board_->on_rebuilt(log_.recovered(name_), now());
        failed_ = false;
    }

    // Everything that the board has to say on a connection is readable and true.
    void listen(core::ConnectionId id)
    {
        while (const auto envelope = board_->poll_transmit(id, now_)) {
            const auto message = wire::decode_server(*envelope);
            require(message.has_value(), "a board's message can be read");
            const auto& entries = log_.entries();
            if (const auto* ack = std::get_if<session::Ack>(&*message)) {
                require(ack->rev >= 1 && ack->rev <= entries.size(), "R4: an Ack leaves after its commit");
                require(entries[ack->rev - 1].id() == ack->id &&
                            entries[ack->rev - 1].outcome == ack->outcome,
                        "S1: an Ack says what the log says");
            } else if (const auto* entry = std::get_if<session::EntryMessage>(&*message)) {
                require(entry->entry.rev <= entries.size() && entry->entry == entries[entry->entry.rev - 1],
                        "R5: an Entry leaves after its commit, as it was committed");
            } else if (const auto* snapshot = std::get_if<session::Snapshot>(&*message)) {
                const bool is_committed = snapshot->rev == entries.size() && snapshot->state == log_.state();
                require(failed_ || is_committed, "R5: a Snapshot is what is committed");
            } else if (const auto* welcome = std::get_if<session::Welcome>(&*message)) {
                require((failed_ || welcome->head == entries.size()) && welcome->log == name_,
                        "a Welcome names the log as it is");
            }
        }
        if (board_->close_reason(id).empty()) {
            require(*board_->next_deadline(id) > now_, "a connection does not wait for what is past");
        }
    }

    void finish()
    {
        if (failed_) {
            rebuild();
        }
        while (in_store_ || (in_store_ = board_->take_batch())) {
            commit();
        }
        for (const core::ConnectionId id : connections_) {
            listen(id);
        }
        const core::Committed& committed = board_->service().committed();
        require(committed.rev == log_.entries().size() && committed.state == log_.state(),
                "what is shown is what is committed");
        const match::MatchState seen = board_->service().outlook().on_display();
        (void)renderer::render(*panel::find_layout("multisport"), board_->service().ruleset(), seen, now_);
        public_json::PublicState state;
        state.rev = committed.rev;
        state.ruleset = board_->service().ruleset();
        state.state = seen;
        require(!public_json::state_json(state, {now_, kWall}).empty(), "the world can be told");
    }

    Input input_;
    Log log_;
    match::LogId name_ = fuzz::id_of<match::LogId>(0x10);
    match::BootId boot_ = fuzz::id_of<match::BootId>(0x30);
    match::BoardTime now_{std::chrono::seconds(1000)};
    std::optional<core::Board> board_;
    std::vector<core::ConnectionId> connections_;
    std::optional<core::Batch> in_store_;
    bool new_log_wanted_ = false;
    bool failed_ = false;
    std::vector<match::CommandId> known_;
    std::vector<session::CommandMessage> sent_;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Play(Input(data, size)).run();
    return 0;
}
