#include "store/sound_history.h"

#include <unordered_set>
#include <utility>
#include <variant>

#include "store/log_verifier.h"
#include "wire/wire.h"

namespace scoreboard::store {

namespace {

using Sentence = std::string;

Sentence broken(const std::string& what, match::Rev rev)
{
    return "the history " + what + " at rev " + std::to_string(rev) +
           ": it is not what a board has said; take that of another controller";
}

} // namespace

// Of a match that was not the first of its log, what came before is not known: its entries are counted anew.
std::optional<Sentence> complaint_about(const std::vector<match::Entry>& entries)
{
    std::unordered_set<match::CommandId, match::CommandIdHash> ids;
    match::Rev rev = entries.front().rev;
    match::Hash chain{};
    for (const match::Entry& entry : entries) {
        if (entry.rev != rev || rev == 0) {
            return "the history lacks entries before rev " + std::to_string(entry.rev) +
                   "; take that of another controller";
        }
        const bool linked = entry.rev == 1 || &entry != &entries.front();
        if (linked && entry.chain != wire::chain_hash(chain, entry)) {
            return broken("breaks its chain", entry.rev);
        }
        if (!ids.insert(entry.id()).second) {
            return broken("has a command twice", entry.rev);
        }
        chain = entry.chain;
        ++rev;
    }
    return std::nullopt;
}

std::vector<match::Entry> counted_on(std::vector<match::Entry> entries, match::Rev rev, match::Hash chain)
{
    for (match::Entry& entry : entries) {
        entry.rev = ++rev;
        entry.chain = wire::chain_hash(chain, entry);
        chain = entry.chain;
    }
    return entries;
}

boost::system::result<match::Timeline, Sentence> fold_history(const std::vector<match::Entry>& entries)
{
    LogVerifier verifier;
    for (const match::Entry& entry : entries) {
        if (const auto complaint = verifier.add(entry)) {
            const auto* damage = std::get_if<Damage>(&*complaint);
            return damage != nullptr
                       ? "the history cannot be taken: " + damage->what + "; take that of another controller"
                       : "the history " + std::get<Unreadable>(*complaint).text;
        }
    }
    core::RecoveredLog log = std::move(verifier).take();
    if (!log.older.empty()) {
        return Sentence("the history holds more than one match");
    }
    return std::move(*log.open_match);
}

} // namespace scoreboard::store
