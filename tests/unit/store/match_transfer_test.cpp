// Goal: a match goes from one board to another whole or not at all, with the ids and outcomes that it had.
#include "store/match_transfer.h"

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

StoreOptions options_on(SimDisk& disk, std::uint8_t first_id)
{
    return {.folder = kFolder,
            .hardware_id = {},
            .random_id =
                [n = std::make_shared<std::uint8_t>(first_id)] {
                    std::array<std::uint8_t, 16> id{};
                    id.fill(++*n);
                    return id;
                },
            .disk = &disk};
}

// A first board on which two matches were played, the second of them still open; and a second one.
class MatchTransferTest : public testing::Test {
protected:
    MatchTransferTest()
    {
        Playing playing(options_on(first_, 0x10));
        give(playing.service, tap(kBert, 1, match::StartClock{}));
        playing.score(1, kTaps);
        give(playing.service, tap(kAnna, kTaps + 1, AddScore{Side::kGuest, -1})); // refused
        give(playing.service, tap(kAnna, kTaps + 2, match::OpenMatch{"handball.ihf.2016", "HAWKS", ""}));
        EXPECT_EQ(playing.commit(), "");
        playing.score(kTaps + 3, 1);
        Playing other(options_on(second_, 0x80));
    }

    BoardData data(SimDisk& disk) { return {kFolder, options_on(disk, 0xC0).random_id, &disk}; }
    wire::HistoryFile taken(const std::string& match)
    {
        const auto out = take_out(data(first_), match);
        EXPECT_TRUE(out) << (out ? "" : out.error());
        return out ? out->history : wire::HistoryFile{};
    }
    core::RecoveredLog read(SimDisk& disk) { return opened(options_on(disk, 0xE0))->take_recovered(); }
    void expect_refused(const wire::HistoryFile& history, const std::string& why)
    {
        const match::Rev head = read(second_).head;
        const auto done = bring_in(data(second_), history);
        ASSERT_FALSE(done);
        EXPECT_THAT(done.error(), HasSubstr(why));
        EXPECT_EQ(read(second_).head, head) << "nothing of it was written";
    }

    SimDisk first_{1};
    SimDisk second_{2};
};

TEST_F(MatchTransferTest, KeepsEveryIdAndOutcome)
{
    const wire::HistoryFile history = taken("2");

    const auto done = bring_in(data(second_), history);

    ASSERT_TRUE(done) << done.error();
    const core::RecoveredLog log = read(second_);
    ASSERT_TRUE(log.open_match);
    const auto entries = log.open_match->entries();
    ASSERT_EQ(entries.size() + 1, history.entries.size()) << "all but the request for the match after it";
    for (std::size_t i = 0; i < entries.size(); ++i) {
        EXPECT_EQ(entries[i].sealed, history.entries[i].sealed);
        EXPECT_EQ(entries[i].outcome, history.entries[i].outcome);
        EXPECT_EQ(entries[i].state_digest, history.entries[i].state_digest);
    }
    ASSERT_EQ(log.ended.size(), 1U) << "what the board had before stays in its log";
    EXPECT_EQ(log.head, entries.size() + 1);
}

// The boards share a boot here: the clock ran when the match was taken out, and must not run on all the same.
TEST_F(MatchTransferTest, TheMatchGoesOnWithClocksThatStandAndKnowsWhatWasTapped)
{
    ASSERT_TRUE(bring_in(data(second_), taken("2")));

    std::optional<Playing> playing(std::in_place, options_on(second_, 0xE0));
    EXPECT_FALSE(match::runs(playing->service.committed().state, match::ClockId::kGame, kStart + 1s));
    const match::Entry& note = playing->service.timeline().entries().back();
    EXPECT_THAT(std::get<match::Note>(note.command()).text, HasSubstr("brought here from another board"));
    give(playing->service, tap(kAnna, 1, AddScore{Side::kHome, 1}));
    playing->score(100, 1);
    EXPECT_EQ(match::score(playing->service.committed().state, Side::kHome), static_cast<int>(kTaps) + 1);
    const match::Rev head = playing->service.head();
    playing.reset();
    EXPECT_EQ(Playing(options_on(second_, 0xE0)).service.head(), head) << "it says so once";
}

TEST_F(MatchTransferTest, AMatchIsNamedByItsNumberOrItsId)
{
    EXPECT_EQ(taken("1").entries.front().sealed.body.command.index(),
              match::Command(match::StartMatch{}).index());
    const match::CommandId id = taken("1").entries.front().id();

    EXPECT_EQ(taken(match::to_hex(id.writer) + "-" + std::to_string(id.seq)), taken("1"));
    for (const char* none : {"0", "3", "x", ""}) {
        EXPECT_THAT(take_out(data(first_), none).error(), HasSubstr("in this log, which holds 2")) << none;
    }
}

TEST_F(MatchTransferTest, IsTakenOnce)
{
    ASSERT_TRUE(bring_in(data(second_), taken("2")));
    {
        Playing playing(options_on(second_, 0xE0));
        give(playing.service, tap(kAnna, 90, match::EndMatch{}));
        EXPECT_EQ(playing.commit(), "");
    }

    expect_refused(taken("2"), "holds that match already");
}

TEST_F(MatchTransferTest, IsNotTakenWhileTheBoardPlays)
{
    Playing(options_on(second_, 0xE0)).score(50, 1);

    expect_refused(taken("2"), "HOME 1 : 0 GUEST is open on this board and not over");
}

TEST_F(MatchTransferTest, IsNotTakenIfAnythingOfItWasChanged)
{
    wire::HistoryFile history = taken("2");
    history.entries[2].outcome.applied = false;
    expect_refused(history, "breaks its chain");

    history = taken("2");
    history.entries.erase(history.entries.begin() + 2);
    expect_refused(history, "lacks entries before rev");

    history = taken("2");
    history.entries[3].state_digest ^= 1U;
    for (std::size_t i = 1; i < history.entries.size(); ++i) {
        history.entries[i].chain = wire::chain_hash(history.entries[i - 1].chain, history.entries[i]);
    }
    expect_refused(history, "counts to another score");
}

TEST_F(MatchTransferTest, SaysWhenThereIsNoLog)
{
    BoardData nowhere = data(second_);
    nowhere.folder = "/nowhere";

    EXPECT_THAT(bring_in(nowhere, taken("2")).error(), HasSubstr("there is no log in /nowhere"));
    EXPECT_THAT(take_out(nowhere, "1").error(), HasSubstr("there is no log in /nowhere"));
}

TEST_F(MatchTransferTest, APowerCutLeavesTheLogWithTheMatchOrWithout)
{
    const wire::HistoryFile history = taken("2");
    int without = 0;
    int with = 0;
    for (std::uint64_t cut = 0;; ++cut) {
        SCOPED_TRACE("cut at operation " + std::to_string(cut));
        SimDisk board(cut + 1);
        Playing(options_on(board, 0x80)).commit();
        board.plan(DiskFault::kPowerCut, board.operations() + cut);
        const auto done = bring_in(data(board), history);
        const bool was_cut = board.happened(DiskFault::kPowerCut);
        board.restart();
        board.forget_plan();

        const core::RecoveredLog log = read(board);
        if (log.brought_up_to != 0) {
            EXPECT_EQ(log.open_match->entries().size() + 1, history.entries.size());
            ++with;
        } else {
            EXPECT_EQ(log.head, 1u);
            EXPECT_FALSE(done) << "what was reported as done is done";
            ++without;
        }
        if (!was_cut) {
            break;
        }
    }
    EXPECT_GT(without, 3);
    EXPECT_GT(with, 0);
}

} // namespace
} // namespace scoreboard::store
