#include "store/reseed.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/devices.h"
#include "sabotage/sabotage.h"
#include "store/board_id_file.h"
#include "store/log_store.h"
#include "store/sound_history.h"
#include "wire/wire.h"

namespace scoreboard::store {

namespace {

using Sentence = std::string;

// What was done by anybody but the board, refusals aside; empty: nothing.
std::optional<Sentence> played(const core::RecoveredLog& log, const std::filesystem::path& folder)
{
    // Of a match before the open one it is not known any more what was done.
    auto commands = static_cast<std::size_t>(
        std::count_if(log.older.begin(), log.older.end(), [&](const core::StoredDecision& decision) {
            return decision.outcome.applied && decision.id.writer != match::writer_of(log.log);
        }));
    if (log.open_match) {
        const auto entries = log.open_match->entries();
        commands +=
            static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [](const auto& entry) {
                return entry.outcome.applied && !core::is_board_only(entry.command());
            }));
    }
    if (commands == 0) {
        return std::nullopt;
    }
    return "the board has recorded " + std::to_string(commands) +
           " commands of a match already, and a board is filled only while nobody has played. If that match "
           "is "
           "to be given up, move " +
           (folder / "log.sqlite").string() + " and its -wal file away, and try again";
}

// For SABOTAGE_IMPORT_UNDER_NEW_IDS: everybody's taps as if somebody else had made them.
std::vector<match::Entry> under_new_ids(std::vector<match::Entry> entries)
{
    std::set<match::WriterId> writers;
    for (const match::Entry& entry : entries) {
        if (!core::is_board_only(entry.command())) {
            writers.insert(entry.id().writer);
        }
    }
    std::optional<match::Timeline> fold;
    for (match::Entry& entry : entries) {
        std::string bytes = entry.sealed.bytes;
        for (const match::WriterId& writer : writers) {
            const std::string old(writer.bytes.begin(), writer.bytes.end());
            for (std::size_t at = bytes.find(old); at != std::string::npos; at = bytes.find(old, at + 1)) {
                bytes[at] = static_cast<char>(~bytes[at]);
            }
        }
        entry.sealed = *wire::unseal(bytes);
        if (fold) {
            fold->add(entry);
        } else {
            fold.emplace(entry);
        }
        entry.state_digest = match::digest(fold->state(), entry.received);
    }
    return entries;
}

} // namespace

boost::system::result<Reseeded, std::string> reseed(const Reseed& request)
{
    const wire::HistoryFile& history = request.history;
    if (const auto complaint = complaint_about(history.entries)) {
        return *complaint;
    }
    const std::vector<match::Entry> entries = counted_on(
        sabotage_planted(SABOTAGE_IMPORT_UNDER_NEW_IDS) ? under_new_ids(history.entries) : history.entries, 0,
        {});
    auto match = fold_history(entries);
    if (!match) {
        return match.error();
    }
    durable::Disk& disk = *request.disk;
    if (disk.kind(request.folder.string()) != durable::FileKind::kFolder) {
        return "there is no folder " + request.folder.string() + "; name the board's data folder";
    }
    // A folder without a name was never met by anybody.
    const bool nameless = disk.kind((request.folder / "board-id").string()) == durable::FileKind::kNothing;
    const auto board = read_or_make_board_id(
        request.folder, [&] { return nameless ? history.board.bytes : request.random_id(); }, disk);
    if (!board) {
        return board.error().text;
    }
    const bool other = *board != history.board;
    if (other && !request.take_place) {
        return "the history is of board " + match::to_hex(history.board).substr(0, 8) +
               ", and this is board " + match::to_hex(*board).substr(0, 8) +
               ". If this one replaces that one for good, say so with --take-place: controllers then bring "
               "here "
               "what they hold for it, and that one must never be used beside this one again";
    }
    StoreOptions options;
    options.folder = request.folder;
    options.random_id = request.random_id;
    options.disk = request.disk;
    auto store = LogStore::open(std::move(options));
    if (!store) {
        return store.error().text;
    }
    if (const auto complaint = played((*store)->take_recovered(), request.folder)) {
        return *complaint;
    }
    if (other) {
        if (const auto renamed = replace_board_id(request.folder, history.board, disk); !renamed) {
            return renamed.error().text;
        }
    }
    const auto log = (*store)->fill(entries, history.log);
    if (!log) {
        return log.error().text;
    }
    return Reseeded{*log, std::move(*match), other || nameless};
}

} // namespace scoreboard::store
