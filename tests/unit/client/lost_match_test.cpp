#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tablet.h"

// Goal: a board whose storage died knows nothing of the match any more. A tablet keeps what it has of it,
// says so, and goes on with it once the board was filled again, from whichever tablet (R8).
namespace scoreboard::client {
namespace {

using match::AddScore;
using match::Side;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const auto kEmptyLog = test_id<match::LogId>(0x12);
const auto kFilledLog = test_id<match::LogId>(0x13);
const auto kOther = test_id<match::WriterId>(0xB1);

class LostMatchTest : public testing::Test {
protected:
    void record(const std::vector<match::Command>& commands)
    {
        come_back();
        for (const match::Command& command : commands) {
            tablet.tap(command);
            tablet.settle();
        }
    }
    void record_of_another(match::Seq seq, match::Command command)
    {
        match::Body body;
        body.id = {kOther, seq};
        body.command = std::move(command);
        tablet.tell(board.record(body, tablet.board_now()));
    }
    void come_back()
    {
        if (tablet.board == nullptr) {
            tablet.connect(board);
        }
        tablet.settle();
    }
    // The board's database is deleted; the tablet meets what begins then.
    void lose_everything()
    {
        as_it_was = board;
        tablet.disconnect();
        board.begin_anew(kEmptyLog, tablet.board_now());
        come_back();
    }
    // The board is filled from a tablet that had the match up to `rev`.
    void fill(match::Rev rev)
    {
        tablet.disconnect();
        board = *as_it_was;
        board.go_back(rev, kFilledLog);
        come_back();
    }
    std::vector<match::Seq> recorded_seqs() const
    {
        std::vector<match::Seq> seqs;
        for (const match::Entry& entry : board.timeline().entries()) {
            if (entry.id().writer == tablet.journal.content.writer && entry.outcome.applied) {
                seqs.push_back(entry.id().seq);
            }
        }
        return seqs;
    }
    ClientView view() const { return tablet.client->view(tablet.now); }

    ToyBoard board{test_id<match::BoardId>(0x20), test_id<match::LogId>(0x10)};
    std::optional<ToyBoard> as_it_was;
    Tablet tablet;
};

TEST_F(LostMatchTest, R8KeepsTheWholeHistoryAndSaysSo)
{
    record({AddScore{Side::kHome, 1}, AddScore{Side::kHome, 2}});
    record_of_another(1, AddScore{Side::kGuest, 3});
    const auto entries = board.timeline().entries();
    const std::vector<match::Entry> whole{entries.begin(), entries.end()};

    lose_everything();

    const auto& kept = tablet.journal.content.kept;
    ASSERT_THAT(kept, SizeIs(1));
    EXPECT_EQ(kept[0].entries, whole);
    EXPECT_EQ(kept[0].log, test_id<match::LogId>(0x10));
    EXPECT_EQ(tablet.score(Side::kHome), 0) << "what the board has now";
    EXPECT_THAT(tablet.journal.content.orphans, IsEmpty());
    ASSERT_THAT(view().kept, SizeIs(1));
    EXPECT_THAT(view().kept[0].title, HasSubstr("HOME 3 : 3 GUEST"));
    EXPECT_THAT(view().notice, HasSubstr("THIS BOARD HAS LOST THE MATCH HOME 3 : 3 GUEST"));
    EXPECT_THAT(view().notice, HasSubstr("its 4 entries, up to rev 4"));
}

TEST_F(LostMatchTest, R8KeepsItWhenTheAppIsKilledAndWhenTheBoardIsGoneAgain)
{
    record({AddScore{Side::kHome, 1}});
    lose_everything();

    tablet.kill();
    come_back();

    EXPECT_THAT(view().notice, HasSubstr("THIS BOARD HAS LOST THE MATCH HOME 1 : 0 GUEST"));
    EXPECT_THAT(tablet.journal.content.kept, SizeIs(1));
}

TEST_F(LostMatchTest, KeepsNoMatchThatNobodyHasPlayed)
{
    record({});

    lose_everything();

    EXPECT_THAT(tablet.journal.content.kept, IsEmpty());
    EXPECT_THAT(tablet.journal.content.history, SizeIs(1)) << "of the match that is open";
    EXPECT_THAT(view().notice, Not(HasSubstr("LOST")));
}

TEST_F(LostMatchTest, R8FilesWhatWaitedForTheLostMatch)
{
    record({AddScore{Side::kHome, 1}});
    tablet.disconnect();
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();

    lose_everything();

    EXPECT_THAT(recorded_seqs(), IsEmpty());
    EXPECT_THAT(tablet.journal.content.outbox, IsEmpty());
    ASSERT_THAT(tablet.journal.content.orphans, SizeIs(1));
    EXPECT_EQ(tablet.journal.content.orphans[0].sealed.body.id.seq, 2u);
}

TEST_F(LostMatchTest, R8SendsWhatAShorterHistoryLacksOnceAndInItsOrder)
{
    record({AddScore{Side::kHome, 1}, AddScore{Side::kHome, 2}});
    record_of_another(1, AddScore{Side::kGuest, 3});
    record({AddScore{Side::kGuest, 1}});
    const match::SealedBody second = board.timeline().entries()[2].sealed;
    tablet.disconnect();
    tablet.tap(match::Undo{{tablet.journal.content.writer, 2}});
    tablet.settle();
    lose_everything();

    fill(2);

    EXPECT_THAT(recorded_seqs(), ElementsAre(1, 2, 3, 4)) << "each once, in the order of the taps";
    EXPECT_EQ(board.timeline().find(second.body.id)->sealed, second) << "the very bytes";
    EXPECT_EQ(tablet.score(Side::kHome), 1);
    EXPECT_EQ(tablet.score(Side::kGuest), 1);
    EXPECT_THAT(tablet.journal.content.outbox, IsEmpty());
    EXPECT_THAT(tablet.journal.content.orphans, IsEmpty());
}

TEST_F(LostMatchTest, R8SaysWhatTheFilledBoardLacksOfOtherTablets)
{
    record({AddScore{Side::kHome, 1}});
    record_of_another(1, AddScore{Side::kGuest, 3});
    lose_everything();

    fill(2);

    EXPECT_THAT(view().notice, HasSubstr("THE BOARD LACKS 1 entries of other tablets"));
    EXPECT_THAT(tablet.journal.content.kept, SizeIs(1));
    record_of_another(1, AddScore{Side::kGuest, 3});
    EXPECT_THAT(view().kept, IsEmpty()) << "they have come";
    EXPECT_THAT(tablet.journal.content.kept, IsEmpty());
}

TEST_F(LostMatchTest, R8SendsNothingAgainToABoardThatWasFilledWithAllOfIt)
{
    record({AddScore{Side::kHome, 1}, match::StartClock{}});
    const std::vector<match::Entry> whole{board.timeline().entries().begin(),
                                          board.timeline().entries().end()};
    lose_everything();

    fill(3);

    EXPECT_TRUE(std::ranges::equal(board.timeline().entries(), whole));
    EXPECT_THAT(tablet.journal.content.outbox, IsEmpty());
    EXPECT_THAT(tablet.journal.content.orphans, IsEmpty()) << "the board has the START";
    EXPECT_THAT(view().notice, Not(HasSubstr("sent again")));
    EXPECT_THAT(tablet.journal.content.kept, IsEmpty());
}

TEST_F(LostMatchTest, R8LeavesTheClockToAPersonAndProposesWhereItStood)
{
    record({match::StartClock{}});
    tablet.now += 10s;
    record({match::StopClock{}, match::Undo{{tablet.journal.content.writer, 2}}, AddScore{Side::kHome, 1}});
    tablet.tap(match::StopClock{});
    tablet.settle();
    lose_everything();

    fill(1);

    EXPECT_THAT(recorded_seqs(), ElementsAre(4)) << "the point; no clock moves by itself";
    EXPECT_THAT(tablet.journal.content.orphans, SizeIs(4));
    ASSERT_THAT(view().offers, SizeIs(1));
    EXPECT_EQ(view().offers[0].value, "9:50.0");
}

TEST_F(LostMatchTest, R8LosesAndDoublesNothingWhereverTheAppIsKilledMeanwhile)
{
    for (int cut = 0; cut < 40; ++cut) {
        SCOPED_TRACE("killed before step " + std::to_string(cut));
        board = ToyBoard(test_id<match::BoardId>(0x20), test_id<match::LogId>(0x10));
        tablet.journal = {};
        tablet.kill();
        record({AddScore{Side::kHome, 1}, AddScore{Side::kHome, 2}});
        tablet.disconnect();
        tablet.tap(AddScore{Side::kHome, 3});
        tablet.settle();
        as_it_was = board;
        board.begin_anew(kEmptyLog, tablet.board_now());

        tablet.connect(board);
        for (int step = 0; step < cut; ++step) {
            tablet.step();
        }
        tablet.kill();
        come_back();
        tablet.disconnect();
        board = *as_it_was;
        board.go_back(2, kFilledLog);
        tablet.connect(board);
        for (int step = 0; step < cut; ++step) {
            tablet.step();
        }
        tablet.kill();
        come_back();

        EXPECT_THAT(recorded_seqs(), ElementsAre(1, 2, 3));
        EXPECT_THAT(tablet.journal.content.outbox, IsEmpty());
        EXPECT_THAT(tablet.journal.content.orphans, IsEmpty());
        EXPECT_THAT(tablet.journal.content.kept, IsEmpty());
        EXPECT_EQ(tablet.score(Side::kHome), 6);
    }
}

TEST_F(LostMatchTest, APersonEntersATapThatNoBoardTookOnceMore)
{
    record({AddScore{Side::kHome, 1}});
    tablet.disconnect();
    tablet.tap(match::SetScore{Side::kHome, 7, match::CommandId{tablet.journal.content.writer, 1}});
    tablet.tap(match::Undo{{tablet.journal.content.writer, 1}});
    tablet.settle();
    lose_everything();
    ASSERT_THAT(tablet.journal.content.orphans, SizeIs(2));

    EXPECT_TRUE(tablet.client->enter_again(0, tablet.now, tablet.now).seq);
    EXPECT_THAT(tablet.client->enter_again(0, tablet.now, tablet.now).refusal, HasSubstr("drop it"));
    EXPECT_THAT(tablet.client->enter_again(9, tablet.now, tablet.now).refusal, HasSubstr("no such tap"));
    tablet.settle();

    EXPECT_EQ(tablet.score(Side::kHome), 7);
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 7);
    EXPECT_THAT(tablet.journal.content.orphans, SizeIs(1));
    EXPECT_TRUE(tablet.client->drop_orphan(0, tablet.now));
    EXPECT_FALSE(tablet.client->drop_orphan(0, tablet.now));
    tablet.settle();
    EXPECT_THAT(tablet.journal.content.orphans, IsEmpty());
    EXPECT_EQ(view().orphans, 0u);
}

TEST_F(LostMatchTest, APersonLetsGoOfIt)
{
    record({AddScore{Side::kHome, 1}});
    lose_everything();
    ASSERT_THAT(view().kept, SizeIs(1));

    EXPECT_TRUE(tablet.client->let_go(view().kept[0].number, tablet.now));
    EXPECT_FALSE(tablet.client->let_go(7, tablet.now));
    tablet.settle();

    EXPECT_THAT(view().kept, IsEmpty());
    EXPECT_THAT(tablet.journal.content.kept, IsEmpty());
}

TEST_F(LostMatchTest, ANextMatchThatWasPlayedLetsGoOfIt)
{
    record({AddScore{Side::kHome, 1}});
    lose_everything();
    record({AddScore{Side::kGuest, 2}});
    EXPECT_THAT(view().notice, Not(HasSubstr("LOST"))) << "the operators have gone on";
    EXPECT_THAT(view().kept, SizeIs(1));

    tablet.disconnect();
    board.start_new_match(tablet.board_now());
    come_back();

    EXPECT_THAT(tablet.journal.content.kept, IsEmpty());
}

TEST_F(LostMatchTest, KeepsTheNewestThree)
{
    for (std::uint8_t number = 0; number < 5; ++number) {
        record({AddScore{Side::kHome, number % 3 + 1}});
        tablet.disconnect();
        board.begin_anew(test_id<match::LogId>(static_cast<std::uint8_t>(0x60 + number)), tablet.board_now());
        come_back();
    }

    ASSERT_THAT(tablet.journal.content.kept, SizeIs(3));
    EXPECT_EQ(tablet.journal.content.kept[0].number, 3u);
    EXPECT_EQ(view().kept.front().number, 5u);
}

} // namespace
} // namespace scoreboard::client
