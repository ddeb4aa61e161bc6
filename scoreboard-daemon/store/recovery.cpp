#include "store/recovery.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "store/columns.h"
#include "wire/wire.h"

namespace scoreboard::store {

namespace {

std::string at_rev(match::Rev rev)
{
    return " at rev " + std::to_string(rev);
}

// One row as an entry, its body checked against its hash; or what is wrong with it.
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

core::StoredDecision decision_of(const match::Entry& entry)
{
    return core::StoredDecision{.id = entry.id(),
                                .hash = entry.sealed.hash,
                                .rev = entry.rev,
                                .outcome = entry.outcome,
                                .verdict = entry.verdict};
}

// A match that was followed by another: only its answers are still asked for.
void retire(std::optional<match::Timeline>& finished, std::vector<core::StoredDecision>& older)
{
    if (finished) {
        for (const match::Entry& entry : finished->entries()) {
            older.push_back(decision_of(entry));
        }
    }
    finished.reset();
}

} // namespace

std::variant<core::RecoveredLog, Damage, Unreadable> recover(SQLite::Database& database)
{
    core::RecoveredLog log;
    std::optional<match::Timeline>& timeline = log.open_match;
    SQLite::Statement rows(database,
                           "SELECT rev, writer, seq, body, body_hash, decision, received, board_boot,"
                           " wall_ms, state_digest, chain FROM entry ORDER BY rev");
    while (rows.executeStep()) {
        auto read = read_entry(rows);
        if (auto* damage = std::get_if<Damage>(&read)) {
            return *damage;
        }
        auto& entry = std::get<match::Entry>(read);
        if (entry.rev != log.head + 1) {
            return Damage{"entries are missing before rev " + std::to_string(entry.rev)};
        }
        if (entry.chain != wire::chain_hash(log.head_chain, entry)) {
            return Damage{"the chain breaks" + at_rev(entry.rev)};
        }
        log.head = entry.rev;
        log.head_chain = entry.chain;
        const auto* start = std::get_if<match::StartMatch>(&entry.command());
        const bool begins = start != nullptr && entry.outcome.applied;
        if (begins && start->ruleset->fold_version != match::kFoldVersion) {
            return Unreadable{"holds a match whose rules are folded by version " +
                              std::to_string(start->ruleset->fold_version) + ", this program knows version " +
                              std::to_string(match::kFoldVersion) +
                              "; use the version of Scorewire that wrote it"};
        }
        if (!begins && !timeline) {
            return Damage{"the match's start is missing" + at_rev(entry.rev)};
        }
        const std::uint32_t recorded = entry.state_digest;
        const match::BoardTime received = entry.received;
        const bool folds = begins ? match::Timeline::begins_with(entry) : timeline->takes(entry);
        if (folds && begins) {
            retire(timeline, log.older);
            timeline.emplace(std::move(entry));
        } else if (folds) {
            timeline->add(std::move(entry));
        }
        if (!folds || match::digest(timeline->state(), received) != recorded) {
            // The chain holds, so the file is whole: it is this program that counts otherwise.
            return Unreadable{"counts to another score with this program than it did when it was recorded" +
                              at_rev(log.head) +
                              "; use the version of Scorewire that wrote it, or name another data folder to "
                              "begin a new match"};
        }
    }
    return log;
}

} // namespace scoreboard::store
