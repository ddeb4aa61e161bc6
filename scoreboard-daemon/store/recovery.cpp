#include "store/recovery.h"

#include <string>
#include <utility>

#include "store/columns.h"
#include "wire/wire.h"

namespace scoreboard::store {

namespace {

std::string at_rev(match::Rev rev)
{
    return " at rev " + std::to_string(rev);
}

} // namespace

std::variant<match::Entry, Damage> read_entry(SQLite::Statement& row)
{
    match::Entry entry;
    entry.rev = row.getColumn(0).getUInt();
    auto sealed = wire::unseal(std::string(read_bytes(row.getColumn(3))));
    if (!sealed) {
        return Damage{"a body cannot be read" + at_rev(entry.rev) + " (" + sealed.error().what + ")"};
    }
    entry.sealed = std::move(*sealed);
    match::CommandId id;
    match::Hash body_hash{};
    const bool columns_read =
        read_blob(row.getColumn(1), id.writer.bytes) && read_blob(row.getColumn(4), body_hash) &&
        read_blob(row.getColumn(7), entry.board_boot.bytes) && read_blob(row.getColumn(10), entry.chain);
    id.seq = static_cast<match::Seq>(row.getColumn(2).getInt64());
    if (!columns_read || id != entry.id() || body_hash != entry.sealed.hash) {
        return Damage{"a row contradicts its body" + at_rev(entry.rev)};
    }
    if (auto decided = wire::decode_decision(read_bytes(row.getColumn(5)), entry); !decided) {
        return Damage{"a decision cannot be read" + at_rev(entry.rev) + " (" + decided.error().what + ")"};
    }
    entry.received = match::BoardTime(match::Duration(row.getColumn(6).getInt64()));
    entry.wall_ms = row.getColumn(8).getInt64();
    entry.state_digest = row.getColumn(9).getUInt();
    return entry;
}

std::variant<core::RecoveredLog, Damage, Unreadable> recover(SQLite::Database& database)
{
    LogVerifier verifier;
    SQLite::Statement rows(database, std::string("SELECT ") + kEntryColumns + " FROM entry ORDER BY rev");
    while (rows.executeStep()) {
        auto read = read_entry(rows);
        if (auto* damage = std::get_if<Damage>(&read)) {
            return *damage;
        }
        if (const auto complaint = verifier.add(std::move(std::get<match::Entry>(read)))) {
            const auto* damage = std::get_if<Damage>(&*complaint);
            if (damage != nullptr) {
                return *damage;
            }
            return std::get<Unreadable>(*complaint);
        }
    }
    return std::move(verifier).take();
}

} // namespace scoreboard::store
