#include "store/match_transfer.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "core/devices.h"
#include "match/another_match.h"
#include "match/match_name.h"
#include "store/log_store.h"
#include "store/sound_history.h"

namespace scoreboard::store {

namespace {

using Sentence = std::string;

struct Opened {
    std::unique_ptr<LogStore> store;
    core::RecoveredLog log;
};

boost::system::result<Opened, Sentence> open(const BoardData& board)
{
    if (board.disk->kind((board.folder / "log.sqlite").string()) != durable::FileKind::kFile) {
        return "there is no log in " + board.folder.string() +
               "; name the board's data folder with --data, and start the daemon on it "
               "once if it is new";
    }
    StoreOptions options;
    options.folder = board.folder;
    options.random_id = board.random_id;
    options.disk = board.disk;
    auto store = LogStore::open(std::move(options));
    if (!store) {
        return store.error().text;
    }
    core::RecoveredLog log = (*store)->take_recovered();
    return Opened{std::move(*store), std::move(log)};
}

match::MatchSummary summary_of_open(const match::Timeline& open)
{
    return match::summary_of(open.ruleset(), open.state(), open.entries().front(), open.entries().back());
}

// Newest first, as they are numbered.
std::vector<match::MatchSummary> matches_of(const core::RecoveredLog& log)
{
    std::vector<match::MatchSummary> matches(log.ended.rbegin(), log.ended.rend());
    if (log.open_match) {
        matches.insert(matches.begin(), summary_of_open(*log.open_match));
    }
    return matches;
}

const match::MatchSummary* find(const std::vector<match::MatchSummary>& matches, const std::string& wanted)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error == std::errc() && end == wanted.data() + wanted.size()) {
        return number >= 1 && number <= matches.size() ? &matches[number - 1] : nullptr;
    }
    const auto found = std::find_if(matches.begin(), matches.end(), [&wanted](const auto& match) {
        return match::match_name(match.match) == wanted;
    });
    return found == matches.end() ? nullptr : &*found;
}

// Whoever plays now must not find another match on the board; none: nobody does.
std::optional<Sentence> played_now(const core::RecoveredLog& log)
{
    if (!log.open_match || log.open_match->state().at.phase == match::Phase::kFinal) {
        return std::nullopt;
    }
    const auto entries = log.open_match->entries();
    const auto commands = std::count_if(entries.begin(), entries.end(), [](const match::Entry& entry) {
        return entry.outcome.applied && !core::is_board_only(entry.command());
    });
    if (commands == 0) {
        return std::nullopt;
    }
    const match::MatchSummary open = summary_of_open(*log.open_match);
    return "the match " + open.home_name + " " + std::to_string(open.home) + " : " +
           std::to_string(open.guest) + " " + open.guest_name +
           " is open on this board and not over: end it first, with `match end` or `match new`";
}

std::optional<Sentence> known_already(const core::RecoveredLog& log, const wire::HistoryFile& history)
{
    std::unordered_set<match::CommandId, match::CommandIdHash> known;
    for (const core::StoredDecision& decision : log.older) {
        known.insert(decision.id);
    }
    if (log.open_match) {
        for (const match::Entry& entry : log.open_match->entries()) {
            known.insert(entry.id());
        }
    }
    if (known.contains(history.entries.front().id())) {
        return "this board holds that match already: `scoreboardctl matches` lists it";
    }
    const auto twice = std::find_if(history.entries.begin(), history.entries.end(),
                                    [&known](const auto& entry) { return known.contains(entry.id()); });
    if (twice == history.entries.end()) {
        return std::nullopt;
    }
    return "this board has recorded the command of rev " + std::to_string(twice->rev) +
           " of that match in another one: of two matches that share a command only one can be right";
}

// The request for the next match, and what was refused after it, are not of this one, which goes on here.
std::vector<match::Entry> without_the_next(std::vector<match::Entry> entries)
{
    const auto asked = std::find_if(entries.begin(), entries.end(), [](const match::Entry& entry) {
        return entry.outcome.applied && match::asks_for_another_match(entry.command());
    });
    entries.erase(asked, entries.end());
    return entries;
}

} // namespace

boost::system::result<TakenOut, Sentence> take_out(const BoardData& board, const std::string& match)
{
    auto opened = open(board);
    if (!opened) {
        return opened.error();
    }
    const std::vector<match::MatchSummary> matches = matches_of(opened->log);
    const match::MatchSummary* wanted = find(matches, match);
    if (wanted == nullptr) {
        return "there is no match " + match + " in this log, which holds " + std::to_string(matches.size()) +
               "; `scoreboardctl matches` lists them while the daemon runs";
    }
    TakenOut taken{{opened->log.board, opened->log.log, opened->store->read(wanted->first, wanted->last)},
                   *wanted};
    if (taken.history.entries.size() != wanted->last - wanted->first + 1) {
        return Sentence("the log cannot be read; start the daemon, which says what is wrong with it");
    }
    return taken;
}

boost::system::result<match::Timeline, Sentence> bring_in(const BoardData& board,
                                                          const wire::HistoryFile& history)
{
    if (history.entries.empty()) {
        return Sentence("the history holds no entries");
    }
    if (const auto complaint = complaint_about(history.entries)) {
        return *complaint;
    }
    const std::vector<match::Entry> own = without_the_next(history.entries);
    if (own.empty()) {
        return Sentence("the history holds no match");
    }
    auto match = fold_history(counted_on(own, 0, {}));
    if (!match) {
        return match.error();
    }
    auto opened = open(board);
    if (!opened) {
        return opened.error();
    }
    for (const auto& refuse : {played_now(opened->log), known_already(opened->log, history)}) {
        if (refuse) {
            return *refuse;
        }
    }
    const auto entries = counted_on(own, opened->log.head, opened->log.head_chain);
    if (const std::string error = opened->store->append_match(entries); !error.empty()) {
        return error;
    }
    return match;
}

} // namespace scoreboard::store
