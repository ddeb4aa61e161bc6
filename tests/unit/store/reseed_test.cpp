// Goal: a board that lost its log is filled with what a controller kept, whole or not at all, and only with
// what a board has really said.
#include "store/reseed.h"

#include <gmock/gmock.h>
#include <string>

#include "playing.h"
#include "simulation/sim_disk.h"

namespace scoreboard::store {
namespace {

using simulation::DiskFault;
using simulation::SimDisk;
using testing::HasSubstr;

constexpr const char* kFolder = "/board";
constexpr match::Seq kTaps = 5;

StoreOptions options_on(SimDisk& disk)
{
    return {.folder = kFolder, .hardware_id = {}, .random_id = counted_ids(), .disk = &disk};
}

void rechain(std::vector<match::Entry>& entries)
{
    match::Hash chain{};
    for (match::Entry& entry : entries) {
        chain = entry.chain = wire::chain_hash(chain, entry);
    }
}

// A match was played on a board whose database is gone now; a controller has its history.
class ReseedTest : public testing::Test {
protected:
    ReseedTest()
    {
        Playing playing(options_on(disk));
        give(playing.service, tap(kBert, 1, match::StartClock{}));
        playing.score(1, kTaps);
        give(playing.service, tap(kAnna, kTaps + 1, AddScore{Side::kGuest, -1})); // refused
        EXPECT_EQ(playing.commit(), "");
        const auto entries = playing.service.timeline().entries();
        history = {
            playing.service.facts().board, playing.service.facts().log, {entries.begin(), entries.end()}};
    }

    void lose_log()
    {
        for (const char* suffix : {"", "-wal"}) {
            disk.remove(std::string(kFolder) + "/log.sqlite" + suffix);
        }
        disk.remove(std::string(kFolder) + "/log.sqlite.lock");
    }
    boost::system::result<Reseeded, std::string> fill(bool take_place = false)
    {
        return reseed({.folder = kFolder,
                       .history = history,
                       .take_place = take_place,
                       .random_id = ids,
                       .disk = &disk});
    }
    void expect_refused(const std::string& why)
    {
        const auto done = fill();
        ASSERT_FALSE(done);
        EXPECT_THAT(done.error(), HasSubstr(why));
    }
    core::RecoveredLog read() { return opened(options_on(disk))->take_recovered(); }

    SimDisk disk{1};
    wire::HistoryFile history;
    std::function<std::array<std::uint8_t, 16>()> ids = [n = std::uint8_t{0xC0}]() mutable {
        std::array<std::uint8_t, 16> id{};
        id.fill(++n);
        return id;
    };
};

TEST_F(ReseedTest, KeepsEveryIdAndOutcomeUnderANewName)
{
    lose_log();

    const auto done = fill();

    ASSERT_TRUE(done) << done.error();
    const core::RecoveredLog log = read();
    EXPECT_EQ(log.log, done->log);
    EXPECT_NE(log.log, history.log);
    EXPECT_EQ(log.board, history.board);
    EXPECT_EQ(log.filled_up_to, history.entries.back().rev);
    EXPECT_TRUE(std::ranges::equal(log.open_match->entries(), history.entries)) << "chain and all";
    EXPECT_FALSE(done->took_place);
}

TEST_F(ReseedTest, GoesOnWithClocksThatStandAndSaysWhereItIsFrom)
{
    lose_log();
    ASSERT_TRUE(fill());

    std::optional<Playing> playing(std::in_place, options_on(disk)); // in the same boot as before
    EXPECT_EQ(playing->service.timeline().entries().size(), history.entries.size() + 2);
    EXPECT_FALSE(match::runs(playing->service.committed().state, match::ClockId::kGame, kStart + 1s));
    const match::Entry& note = playing->service.timeline().entries().back();
    EXPECT_THAT(std::get<match::Note>(note.command()).text,
                HasSubstr("filled up to rev " + std::to_string(history.entries.back().rev)));
    EXPECT_EQ(note.id(), (match::CommandId{match::writer_of(playing->service.facts().log), 2}));

    give(playing->service, tap(kAnna, 1, AddScore{Side::kHome, 1}));
    EXPECT_EQ(playing->commit(), "");
    EXPECT_EQ(match::score(playing->service.committed().state, Side::kHome), static_cast<int>(kTaps))
        << "known by its id";
    const match::Rev head = playing->service.head();
    playing.reset();
    Playing again(options_on(disk));
    EXPECT_EQ(again.service.head(), head) << "it says so once";
}

TEST_F(ReseedTest, ReplacesALogInWhichNobodyHasPlayed)
{
    lose_log();
    {
        Playing empty(options_on(disk));
        auto late = tap(kAnna, kTaps + 2, AddScore{Side::kHome, 1});
        match::Body body = late.sealed.body;
        body.seen = match::Seen{history.entries.front().id(), {1, match::Phase::kPlay}};
        late.sealed = wire::seal(body);
        give(empty.service, late);
        ASSERT_EQ(empty.commit(), "");
        ASSERT_EQ(empty.service.head(), 2u) << "a tap for the lost match was refused";
    }

    ASSERT_TRUE(fill());

    EXPECT_TRUE(std::ranges::equal(read().open_match->entries(), history.entries));
}

TEST_F(ReseedTest, RefusesABoardOnWhichSomebodyHasPlayed)
{
    lose_log();
    match::LogId log;
    {
        Playing other(options_on(disk));
        other.score(1, 3);
        log = other.service.facts().log;
    }

    expect_refused("has recorded 3 commands of a match already");

    EXPECT_EQ(read().log, log);
    EXPECT_EQ(read().head, 4u);
}

TEST_F(ReseedTest, RefusesWhatNoBoardHasSaid)
{
    lose_log();
    const wire::HistoryFile sound = history;
    struct Row {
        const char* what;
        std::function<void(std::vector<match::Entry>&)> spoil;
        const char* why;
    };
    const Row rows[] = {
        {"another outcome", [](auto& all) { all[3].outcome.applied = false; }, "breaks its chain at rev 4"},
        {"another digest", [](auto& all) { ++all[4].state_digest; }, "breaks its chain at rev 5"},
        {"a rev is missing", [](auto& all) { all.erase(all.begin() + 3); }, "lacks entries before rev 5"},
        {"no start", [](auto& all) { all.erase(all.begin()); }, "the match's start is missing"},
        {"a command twice",
         [](auto& all) {
             all.push_back(all.back());
             ++all.back().rev;
             rechain(all);
         },
         "has a command twice at rev 9"},
        {"a score that the rules do not give",
         [](auto& all) {
             ++all[4].state_digest;
             rechain(all);
         },
         "counts to another score with this program"},
        {"rules of another version",
         [](auto& all) {
             match::Body body = all[0].sealed.body;
             match::Ruleset rules = *std::get<match::StartMatch>(body.command).ruleset;
             rules.fold_version += 1;
             body.command = match::StartMatch{rules, "HOME", "GUEST"};
             all[0].sealed = wire::seal(body);
             rechain(all);
         },
         "use the version of Scorewire that wrote it"},
        {"a stop without a verdict",
         [](auto& all) {
             all[1].verdict.reset();
             rechain(all);
         },
         "counts to another score"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        history = sound;
        row.spoil(history.entries);
        expect_refused(row.why);
    }
    EXPECT_EQ(disk.kind(std::string(kFolder) + "/log.sqlite"), durable::FileKind::kNothing)
        << "nothing was touched";
}

TEST_F(ReseedTest, CountsAMatchAnewThatWasNotTheFirstOfItsLog)
{
    lose_log();
    match::Hash chain{};
    chain.fill(0x77); // of the entry before, which no controller has
    for (match::Entry& entry : history.entries) {
        entry.rev += 40;
        chain = entry.chain = wire::chain_hash(chain, entry);
    }

    ASSERT_TRUE(fill());

    const core::RecoveredLog log = read();
    EXPECT_EQ(log.head, history.entries.size());
    EXPECT_EQ(match::score(log.open_match->state(), Side::kHome), static_cast<int>(kTaps));
}

TEST_F(ReseedTest, TakesTheNameOfAnotherBoardOnlyWhenToldTo)
{
    lose_log();
    history.board = id_of<match::BoardId>(0x99);
    expect_refused("--take-place");

    const auto done = fill(true);

    ASSERT_TRUE(done) << done.error();
    EXPECT_TRUE(done->took_place);
    EXPECT_EQ(read().board, history.board);
}

TEST_F(ReseedTest, ANewFolderTakesTheNameOfItsFormerBoard)
{
    lose_log();
    disk.remove(std::string(kFolder) + "/board-id");

    ASSERT_TRUE(fill());

    EXPECT_EQ(read().board, history.board);
}

TEST_F(ReseedTest, APowerCutLeavesTheOldLogOrTheNew)
{
    int old_logs = 0;
    int new_logs = 0;
    for (std::uint64_t cut = 0;; ++cut) {
        SCOPED_TRACE("cut at operation " + std::to_string(cut));
        SimDisk board(cut + 1);
        match::LogId old_log;
        {
            Playing empty(options_on(board));
            old_log = empty.service.facts().log;
            history.board = empty.service.facts().board;
        }
        board.plan(DiskFault::kPowerCut, board.operations() + cut);
        const auto done = reseed({.folder = kFolder, .history = history, .random_id = ids, .disk = &board});
        const bool was_cut = board.happened(DiskFault::kPowerCut);
        board.restart();
        board.forget_plan();

        const core::RecoveredLog log = opened(options_on(board))->take_recovered();
        const bool is_new = log.filled_up_to != 0;
        if (is_new) {
            EXPECT_TRUE(std::ranges::equal(log.open_match->entries(), history.entries));
            ++new_logs;
        } else {
            EXPECT_EQ(log.log, old_log);
            EXPECT_EQ(log.head, 1u);
            EXPECT_FALSE(done) << "what was reported as done is done";
            ++old_logs;
        }
        if (!was_cut) {
            break;
        }
    }
    EXPECT_GT(old_logs, 3);
    EXPECT_GT(new_logs, 0);
}

} // namespace
} // namespace scoreboard::store
