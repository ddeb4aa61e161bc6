#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "support/played_match.h"
#include "unit/match/whole/whole_matches.h"
#include "wire/history_file.h"

// Logs as boards have written them: the bytes, with the whole rules in front and with each entry the digest
// of the state after it. They are never written anew, whatever the code or a shipped rule becomes.
namespace scoreboard::whole {
namespace {

namespace fs = std::filesystem;
using support::at;
using support::TestMatch;
using wire::HistoryFile;

const fs::path& folder()
{
    static const fs::path kFolder = fs::path(SCOREBOARD_SOURCE_DIR) / "tests/unit/match/whole/golden";
    return kFolder;
}

std::vector<fs::path> golden_files()
{
    std::vector<fs::path> files;
    for (const fs::directory_entry& file : fs::recursive_directory_iterator(folder())) {
        if (file.is_regular_file()) {
            files.push_back(file.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

HistoryFile read(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto history = wire::decode_history(bytes);
    EXPECT_TRUE(history) << path;
    return history ? *history : HistoryFile{};
}

// What is wrong with a log, as a board finds it at its start; empty: nothing.
std::string complaint(const HistoryFile& history)
{
    std::optional<match::Timeline> timeline;
    match::Hash chain{};
    for (const match::Entry& entry : history.entries) {
        const std::string where = " at rev " + std::to_string(entry.rev);
        if (timeline ? !timeline->takes(entry) : !match::Timeline::begins_with(entry)) {
            return "cannot be folded" + where;
        }
        if (entry.chain != wire::chain_hash(chain, entry)) {
            return "the chain breaks" + where;
        }
        chain = entry.chain;
        if (timeline) {
            timeline->add(entry);
        } else {
            timeline.emplace(entry);
        }
        if (match::digest(timeline->state(), entry.received) != entry.state_digest) {
            return "counts otherwise" + where;
        }
    }
    return {};
}

const match::Ruleset& rules_in(const HistoryFile& history)
{
    return *std::get<match::StartMatch>(history.entries.at(0).command()).ruleset;
}

TEST(GoldenLogsTest, EveryLogFoldsToTheDigestsThatItsEntriesCarry)
{
    for (const fs::path& path : golden_files()) {
        EXPECT_EQ(complaint(read(path)), "") << path.filename();
    }
}

TEST(GoldenLogsTest, ALogThatCountsOtherwiseIsFound)
{
    HistoryFile history = read(golden_files().at(0));
    history.entries.at(10).state_digest += 1;
    match::Hash chain{};
    for (match::Entry& entry : history.entries) {
        entry.chain = chain = wire::chain_hash(chain, entry);
    }

    EXPECT_EQ(complaint(history), "counts otherwise at rev 11");
}

fs::path folder_of(int fold_version)
{
    return folder() / ("fold_" + std::to_string(fold_version));
}

TEST(GoldenLogsTest, EverySportHasOneOfEveryFoldVersionThatHoldsEveryKindOfCorrection)
{
    std::set<std::pair<std::string, int>> sports;
    for (const fs::path& path : golden_files()) {
        const HistoryFile history = read(path);
        const match::Ruleset& rules = rules_in(history);
        sports.emplace(rules.sport, rules.fold_version);
        EXPECT_EQ(path, folder_of(rules.fold_version) / (rules.id + ".match"));
        EXPECT_LT(fs::file_size(path), 30U * 1024) << path.filename();
        std::set<std::size_t> applied;
        for (const match::Entry& entry : history.entries) {
            applied.insert(entry.outcome.applied ? entry.command().index() : 0);
        }
        for (const match::Command& kind : std::initializer_list<match::Command>{
                 match::Undo{}, match::Redo{}, match::Edit{}, match::Insert{}, match::HoldDisplay{},
                 match::SetSides{}}) {
            EXPECT_EQ(applied.count(kind.index()), 1U) << path.filename() << ": " << describe(kind);
        }
    }

    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        for (int version = 1; version <= match::kFoldVersion; ++version) {
            EXPECT_EQ(sports.count({ruleset.sport, version}), 1U) << ruleset.sport << ", " << version;
        }
    }
}

// How a golden is made, once and never again: what is there already stays as it is.
class Recorder {
public:
    explicit Recorder(const WholeMatch& played) : match_(rules_of(played)) {}

    HistoryFile record(const Rows& rows)
    {
        for (const support::PlayedRow& row : rows) {
            const auto look =
                support::looked_at(match_.timeline().ruleset(), match_.line(at(row.when)), row.action);
            for (const std::string& tap : look ? std::vector<std::string>{} : support::taps_of(row.action)) {
                if (match_.timeline().entries().size() >= kEntriesMax) {
                    return history(); // of a match that is still played
                }
                match_.see(match_.state().at);
                give(row.when, support::command_named(match_, tap).value());
            }
            correct(row.when);
        }
        return history();
    }

private:
    static constexpr std::size_t kEntriesMax = 160;   // less than 30 KiB
    static constexpr std::size_t kFirstCorrected = 2; // entries that come before the first corrections
    static constexpr std::size_t kCorrections = 2;    // how many times

    match::Outcome give(double when, match::Command command)
    {
        std::optional<match::Verdict> verdict;
        if (match::needs_verdict(command)) {
            verdict = support::counts_at(at(when));
        }
        return match_.give(at(when), std::move(command), verdict);
    }

    static match::Correction other_than(match::Correction correction)
    {
        std::visit(
            [](auto& value) {
                if constexpr (requires { value.side; }) {
                    value.side = value.side == match::Side::kHome ? match::Side::kGuest : match::Side::kHome;
                }
            },
            correction);
        return correction;
    }

    // Every kind of correction of the newest entry that can be corrected; in the end nothing has changed.
    void correct(double when)
    {
        const auto entries = match_.timeline().entries();
        if (corrected_ == kCorrections || entries.size() < kFirstCorrected * (corrected_ * 8 + 1) ||
            match_.state().at.phase != match::Phase::kPlay || !entries.back().outcome.applied) {
            return;
        }
        const match::CommandId newest = entries.back().id();
        const auto entered = match::as_correction(entries.back().command());
        if (!entered || match::needs_verdict(entries.back().command())) {
            return;
        }
        match_.see(std::nullopt);
        give(when, match::Undo{newest});
        give(when, match::Redo{match_.last()});
        give(when, match::Edit{newest, other_than(*entered)});
        give(when, match::Undo{match_.last()});
        give(when, match::Insert{newest, *entered});
        give(when, match::Undo{match_.last()});
        give(when, match::HoldDisplay{true});
        give(when, match::SetSides{match::Side::kGuest});
        give(when, match::SetSides{match::Side::kHome});
        give(when, match::HoldDisplay{false});
        ++corrected_;
    }

    HistoryFile history() const
    {
        HistoryFile history;
        history.board.bytes.fill(0x20);
        history.log.bytes.fill(0x10);
        std::optional<match::Timeline> timeline;
        match::Hash chain{};
        for (match::Entry entry : match_.timeline().entries()) {
            entry.sealed = wire::seal(entry.sealed.body);
            entry.wall_ms = 1'790'000'000'000;
            if (timeline) {
                timeline->add(entry);
            } else {
                timeline.emplace(entry);
            }
            entry.state_digest = match::digest(timeline->state(), entry.received);
            entry.chain = chain = wire::chain_hash(chain, entry);
            history.entries.push_back(std::move(entry));
        }
        return history;
    }

    TestMatch match_;
    std::size_t corrected_ = 0;
};

// With its corrections such a match is recorded to its end.
constexpr std::size_t kTapsMax = 140;

std::size_t taps_in(const WholeMatch& played)
{
    std::size_t taps = 0;
    for (const support::PlayedRow& row : played.rows) {
        taps += support::taps_of(row.action).size();
    }
    return taps;
}

// Run it by hand, with --gtest_also_run_disabled_tests, when a sport or a fold version is new.
TEST(GoldenLogsTest, DISABLED_RecordsTheSportsThatHaveNone)
{
    std::map<std::string, const WholeMatch*> richest; // of each sport, of those that fit
    for (const WholeMatch& played : all_matches()) {
        const WholeMatch*& found = richest[rules_of(played).sport];
        const bool richer = found == nullptr || played.rows.size() > found->rows.size();
        found = richer && (found == nullptr || taps_in(played) < kTapsMax) ? &played : found;
    }
    std::set<std::string> recorded;
    for (const fs::path& path : golden_files()) {
        const HistoryFile history = read(path);
        if (rules_in(history).fold_version == match::kFoldVersion) {
            recorded.insert(rules_in(history).sport);
        }
    }
    fs::create_directories(folder_of(match::kFoldVersion));
    for (const auto& [sport, played] : richest) {
        const fs::path path = folder_of(match::kFoldVersion) / (std::string(played->ruleset) + ".match");
        if (recorded.count(sport) == 0 && !fs::exists(path)) {
            std::ofstream(path, std::ios::binary)
                << wire::encode_history(Recorder(*played).record(played->rows));
        }
    }
}

} // namespace
} // namespace scoreboard::whole
