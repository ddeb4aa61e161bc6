#include "client/outbox.h"

#include <algorithm>

namespace scoreboard::client {
namespace {

auto has_id(const match::CommandId& id)
{
    return [id](const Outbox::Row& row) { return row.sealed.body.id == id; };
}

} // namespace

Outbox::Row* Outbox::find(const match::CommandId& id)
{
    const auto row = std::find_if(rows_.begin(), rows_.end(), has_id(id));
    return row == rows_.end() ? nullptr : &*row;
}

const Outbox::Row* Outbox::find(const match::CommandId& id) const
{
    const auto row = std::find_if(rows_.begin(), rows_.end(), has_id(id));
    return row == rows_.end() ? nullptr : &*row;
}

void Outbox::remove(const match::CommandId& id)
{
    const auto row = std::find_if(rows_.begin(), rows_.end(), has_id(id));
    if (row != rows_.end()) {
        rows_.erase(row);
    }
}

void Outbox::put_back(Row row)
{
    const match::CommandId& id = row.sealed.body.id;
    const auto later = std::find_if(rows_.begin(), rows_.end(), [&id](const Row& other) {
        return other.sealed.body.id.writer == id.writer && other.sealed.body.id.seq > id.seq;
    });
    rows_.insert(later, std::move(row));
}

void Outbox::bind(const match::BoardId& board)
{
    for (Row& row : rows_) {
        if (!row.board) {
            row.board = board;
        }
    }
}

} // namespace scoreboard::client
