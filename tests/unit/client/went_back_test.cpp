#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tablet.h"

// Goal: what a board recorded and then lost is recorded again, once, or a person sees that it is not (R8).
namespace scoreboard::client {
namespace {

using match::AddScore;
using match::Side;
using testing::HasSubstr;

const auto kNewLog = test_id<match::LogId>(0x12);

class WentBackTest : public testing::Test {
protected:
    // Taps one after the other, each recorded.
    void record(const std::vector<match::Command>& commands)
    {
        if (tablet.board == nullptr) {
            tablet.connect(board);
            tablet.settle();
        }
        for (const match::Command& command : commands) {
            tablet.tap(command);
            tablet.settle();
        }
    }
    void come_back()
    {
        tablet.connect(board);
        tablet.settle();
    }
    std::vector<match::Seq> recorded_seqs() const
    {
        std::vector<match::Seq> seqs;
        for (const match::Entry& entry : board.timeline().entries()) {
            if (entry.id().writer == tablet.journal.content.writer) {
                seqs.push_back(entry.id().seq);
            }
        }
        return seqs;
    }
    ClientView view() const { return tablet.client->view(tablet.now); }

    ToyBoard board{test_id<match::BoardId>(0x20), test_id<match::LogId>(0x10)};
    Tablet tablet;
};

// The board has some of it still, as the match before the open one: that is no part of the open one.
TEST_F(WentBackTest, R8FollowsTheOpenMatchOfALogThatWentBackAndOn)
{
    record(std::vector<match::Command>(10, AddScore{Side::kHome, 1}));
    tablet.disconnect();
    board.go_back(6, kNewLog); // the tablet's ladder has rev 3 next below
    board.start_new_match(tablet.board_now());

    come_back();
    record({AddScore{Side::kGuest, 1}});

    EXPECT_TRUE(tablet.client->confirmed().folds()) << "it has every entry, and needs no snapshots";
    EXPECT_EQ(tablet.client->confirmed().rev(), board.timeline().rev());
    EXPECT_EQ(tablet.score(Side::kGuest), 1);
}

TEST_F(WentBackTest, R8SendsOwnTapsAgainThatTheBoardHasLost)
{
    record({AddScore{Side::kHome, 1}, AddScore{Side::kHome, 2}, AddScore{Side::kHome, 3}});
    const match::SealedBody second = board.timeline().entries()[2].sealed;
    tablet.disconnect();
    tablet.tap(AddScore{Side::kGuest, 1});
    tablet.settle();

    board.go_back(2, kNewLog);
    come_back();

    EXPECT_EQ(recorded_seqs(), (std::vector<match::Seq>{1, 2, 3, 4}))
        << "each once, in the order of the taps";
    EXPECT_EQ(board.timeline().find(second.body.id)->sealed, second) << "the very bytes";
    EXPECT_EQ(tablet.score(Side::kHome), 6);
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
    EXPECT_TRUE(tablet.journal.content.orphans.empty());
    EXPECT_EQ(tablet.journal.content.log, kNewLog);
    EXPECT_THAT(view().notice, HasSubstr("2 taps of this tablet are sent again"));
}

TEST_F(WentBackTest, R8CountsALostTapUntilItIsRecordedAgain)
{
    record({AddScore{Side::kHome, 2}});
    tablet.tell(board.show());
    ASSERT_EQ(tablet.tap_view(1)->level, Level::kShown);
    tablet.disconnect();

    board.go_back(1, kNewLog);
    tablet.connect(board);
    while (tablet.journal.content.outbox.empty() && tablet.step()) {
    }

    EXPECT_EQ(tablet.score(Side::kHome), 2);
    EXPECT_EQ(tablet.tap_view(1)->level, Level::kSaved) << "no screen says that the board has it";
    tablet.settle();
    EXPECT_EQ(tablet.tap_view(1)->level, Level::kRecorded);
}

TEST_F(WentBackTest, R8LosesNothingWhereverTheAppIsKilledMeanwhile)
{
    for (int cut = 0; cut < 24; ++cut) {
        SCOPED_TRACE("killed before step " + std::to_string(cut));
        board = ToyBoard(test_id<match::BoardId>(0x20), test_id<match::LogId>(0x10));
        tablet.journal = {};
        tablet.kill();
        record({AddScore{Side::kHome, 1}, AddScore{Side::kHome, 2}, AddScore{Side::kHome, 3}});
        tablet.disconnect();
        board.go_back(2, kNewLog);

        tablet.connect(board);
        for (int step = 0; step < cut; ++step) {
            tablet.step();
        }
        tablet.kill();
        come_back();

        EXPECT_EQ(recorded_seqs(), (std::vector<match::Seq>{1, 2, 3}));
        EXPECT_TRUE(tablet.journal.content.outbox.empty());
        EXPECT_TRUE(tablet.journal.content.orphans.empty());
        EXPECT_EQ(tablet.score(Side::kHome), 6);
    }
}

TEST_F(WentBackTest, R8SendsAgainWhatWasAcknowledgedAndNeverCame)
{
    tablet.connect(board);
    tablet.settle();
    tablet.tap(AddScore{Side::kHome, 2});
    while (tablet.journal.row(1) == nullptr || !tablet.journal.row(1)->acked) {
        if (!tablet.to_tablet.empty() &&
            std::holds_alternative<session::EntryMessage>(tablet.to_tablet.front())) {
            tablet.to_tablet.clear(); // the connection dies after the Ack
        }
        if (!tablet.step()) {
            tablet.client->flush();
        }
    }
    tablet.disconnect();

    board.go_back(1, kNewLog);
    come_back();

    EXPECT_EQ(recorded_seqs(), std::vector<match::Seq>{1});
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
}

TEST_F(WentBackTest, R8LeavesARefusedTapRefused)
{
    record({AddScore{Side::kHome, 2}, AddScore{Side::kHome, -3}});
    ASSERT_FALSE(board.timeline().entries().back().outcome.applied);
    tablet.disconnect();

    board.go_back(1, kNewLog);
    come_back();

    EXPECT_EQ(recorded_seqs(), std::vector<match::Seq>{1}) << "its operator was told that it did not count";
}

TEST_F(WentBackTest, R8LeavesLostClockCommandsToAPerson)
{
    record({match::StartClock{}, AddScore{Side::kHome, 1}});
    tablet.now += 10s;
    record({match::StopClock{}});
    const match::CommandId start{tablet.journal.content.writer, 1};
    record({match::Undo{{tablet.journal.content.writer, 3}}, match::StopClock{}});
    tablet.disconnect();

    board.go_back(1, kNewLog);
    come_back();

    EXPECT_EQ(recorded_seqs(), std::vector<match::Seq>{2}) << "the point; no clock moves by itself";
    ASSERT_EQ(tablet.journal.content.orphans.size(), 4u);
    EXPECT_EQ(tablet.journal.content.orphans[0].sealed.body.id, start);
    EXPECT_THAT(tablet.journal.content.orphans[0].reason, HasSubstr("no clock is set by itself"));
    ASSERT_EQ(view().offers.size(), 1u);
    EXPECT_EQ(view().offers[0].value, "9:50.0");
    EXPECT_EQ(view().offers[0].commands.front(),
              match::Command(match::SetClock{match::ClockId::kGame, 590s}));
    EXPECT_THAT(view().history.front().reason, HasSubstr("no clock is set by itself"));
}

TEST_F(WentBackTest, R8OffersNoClockOnceSomebodyHasSetIt)
{
    record({match::StartClock{}});
    tablet.now += 10s;
    tablet.disconnect();
    board.go_back(1, kNewLog);
    come_back();
    ASSERT_FALSE(view().offers.empty());

    tablet.tap(match::SetClock{match::ClockId::kGame, 595s});
    tablet.settle();

    EXPECT_TRUE(view().offers.empty());
}

// A cloned card in other hardware goes on under a log id of its own.
TEST_F(WentBackTest, R8TwoBoardsFromOneCardRecordEachTapOnce)
{
    record({AddScore{Side::kHome, 1}});
    ToyBoard clone = board;
    clone.go_back(2, kNewLog);
    record({AddScore{Side::kHome, 2}});
    tablet.disconnect();

    tablet.connect(clone);
    tablet.settle();
    tablet.tap(AddScore{Side::kHome, 3});
    tablet.settle();
    tablet.disconnect();
    come_back();

    EXPECT_EQ(recorded_seqs(), (std::vector<match::Seq>{1, 2, 3}));
    EXPECT_EQ(match::score(clone.timeline().state(), Side::kHome), 6);
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 6);
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
    EXPECT_TRUE(tablet.journal.content.orphans.empty());
}

} // namespace
} // namespace scoreboard::client
