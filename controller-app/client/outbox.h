#pragma once

#include <deque>
#include <optional>

#include "match/entry.h"
#include "session/messages.h"

namespace scoreboard::client {

// The taps of a tablet that have no entry in the confirmed match yet, in the order they were made.
class Outbox {
public:
    struct Row {
        match::SealedBody sealed;
        std::optional<match::BoardId> board; // none: no board was ever met
        std::optional<session::Ack> acked;   // its entry is still to come
        bool saved = false;                  // its transaction is committed
    };

    const std::deque<Row>& rows() const { return rows_; }
    std::size_t size() const { return rows_.size(); }

    void add(Row row) { rows_.push_back(std::move(row)); }
    void put_back(Row row); // before the first row of its writer that was made later
    Row* find(const match::CommandId& id);
    const Row* find(const match::CommandId& id) const;
    void remove(const match::CommandId& id);
    void bind(const match::BoardId& board); // rows from before any board was met

private:
    std::deque<Row> rows_;
};

} // namespace scoreboard::client
