#pragma once

#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>

#include "client/match_client.h"
#include "support/memory_journal.h"
#include "toy_board.h"

namespace scoreboard::client {

using namespace std::chrono_literals;

template <class Id>
Id test_id(std::uint8_t number)
{
    Id id;
    id.bytes.fill(number);
    return id;
}

inline ToyBoard court_one()
{
    return ToyBoard(test_id<match::BoardId>(0x20), test_id<match::LogId>(0x10));
}

// A journal that forgets nothing, and fails when it is told to.
class MemoryJournal {
public:
    MemoryJournal()
    {
        content.install = test_id<match::InstallId>(0x50);
        content.writer = test_id<match::WriterId>(0xA1);
    }

    // Empty: durable.
    std::string commit(const std::vector<StoreAction>& batch)
    {
        ++commits;
        if (!fault.empty()) {
            return fault;
        }
        support::MemoryJournal kept(std::move(content));
        kept.commit(batch);
        content = kept.content();
        return {};
    }

    const OutboxRow* row(match::Seq seq) const
    {
        const auto found =
            std::find_if(content.outbox.begin(), content.outbox.end(),
                         [seq](const OutboxRow& row) { return row.sealed.body.id.seq == seq; });
        return found == content.outbox.end() ? nullptr : &*found;
    }

    JournalContent content;
    std::string fault;
    int commits = 0;
};

// A tablet with its journal, and at most one connection to a board, in time that a test moves.
class Tablet {
public:
    static constexpr match::Duration kOffset = 500s; // board time = tablet time + kOffset

    explicit Tablet(MemoryJournal start = {}) : journal(std::move(start)) { launch(); }

    void launch()
    {
        MatchClient::Options options;
        options.tablet_boot = test_id<match::BootId>(0x40);
        options.name = "tablet-3";
        options.new_writer = [] { return test_id<match::WriterId>(next_writer_++); };
        client = std::make_unique<MatchClient>(options, journal.content, now);
    }
    // kill -9, and the app is started again.
    void kill()
    {
        disconnect();
        launch();
    }

    MatchClient::Issued tap(match::Command command) { return client->issue(std::move(command), now, now); }
    void connect(ToyBoard& to)
    {
        board = &to;
        to_tablet.clear();
        client->on_connected(now, now);
    }
    void disconnect()
    {
        board = nullptr;
        to_tablet.clear();
        client->on_disconnected(now);
    }
    match::BoardTime board_now() const { return match::BoardTime(now.time_since_epoch() + kOffset); }

    // One thing at a time, so that a test can cut anywhere. False: nothing is left to do.
    bool step()
    {
        if (const auto& batch = client->take_store_batch(now); !batch.empty()) {
            const std::string fault = journal.commit(batch);
            fault.empty() ? client->on_stored(now) : client->on_store_failed(fault, now);
            return true;
        }
        if (board != nullptr && client->wants_close(now)) {
            disconnect();
            return true;
        }
        if (board == nullptr) {
            return false;
        }
        if (!to_tablet.empty()) {
            const session::ServerMessage message = std::move(to_tablet.front());
            to_tablet.pop_front();
            client->on_message(message, now);
            return true;
        }
        if (const auto message = client->poll_transmit(now)) {
            for (session::ServerMessage& answer : board->hear(*message, board_now())) {
                to_tablet.push_back(std::move(answer));
            }
            return true;
        }
        return false;
    }
    void run()
    {
        while (step()) {
        }
    }
    // … and everything that may wait is stored too.
    void settle()
    {
        run();
        client->flush();
        run();
    }
    void tell(session::ServerMessage message)
    {
        to_tablet.push_back(std::move(message));
        settle();
    }
    std::optional<TapView> tap_view(match::Seq seq) const
    {
        for (const TapView& view : client->view(now).taps) {
            if (view.seq == seq) {
                return view;
            }
        }
        return std::nullopt;
    }
    int score(match::Side side) const { return match::score(client->predicted(), side); }

    MemoryJournal journal;
    std::unique_ptr<MatchClient> client;
    ToyBoard* board = nullptr;
    std::deque<session::ServerMessage> to_tablet; // said, not arrived yet
    match::TabletTime now{100s};

private:
    inline static std::uint8_t next_writer_ = 0xC0; // no two tablets draw the same
};

} // namespace scoreboard::client
