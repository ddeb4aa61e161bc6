// Goal: of two devices with copies of one journal each tap counts once, whoever sends it (R11).
#include <gtest/gtest.h>

#include "client/match_client.h"
#include "client/rename.h"
#include "tablet.h"

namespace scoreboard::client {
namespace {

using match::AddScore;
using match::Side;

// An empty journal and its copy, both of which the board has met; the copy is connected.
class TwoCopiesTest : public testing::Test {
protected:
    TwoCopiesTest()
    {
        original_.connect(board_);
        original_.settle();
        copy_.emplace(original_.journal);
        copy_->connect(board_);
        copy_->settle();
    }

    ToyBoard board_ = court_one();
    Tablet original_;
    std::optional<Tablet> copy_;
};

TEST(CopiedJournalTest, R11AConflictGivesTheConflictingRowsANewWriter)
{
    ToyBoard board = court_one();
    Tablet original;
    original.connect(board);
    original.tap(AddScore{Side::kHome, 1});
    original.settle();
    original.disconnect();
    Tablet clone(original.journal); // both count on from seq 2
    original.tap(AddScore{Side::kHome, 2});
    original.connect(board);
    original.settle();
    clone.tap(AddScore{Side::kGuest, 3});
    clone.client->undo(clone.now, clone.now);
    clone.tap(AddScore{Side::kGuest, 1});

    clone.settle();
    clone.connect(board);
    clone.settle();
    EXPECT_TRUE(clone.client->wants_dial(clone.now));
    EXPECT_EQ(clone.journal.content.outbox.size(), 3u);
    clone.connect(board);
    clone.settle();

    EXPECT_NE(clone.journal.content.writer, original.journal.content.writer);
    EXPECT_EQ(clone.journal.content.next_seq, 4u);
    EXPECT_TRUE(clone.journal.content.outbox.empty());
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 3);
    EXPECT_EQ(match::score(board.timeline().state(), Side::kGuest), 1)
        << "its own undo followed the new names";
}

TEST(CopiedJournalTest, R8ATapIsNotTakenForALostOneOfTheTabletsEarlierName)
{
    ToyBoard board = court_one();
    Tablet original;
    original.connect(board);
    original.tap(AddScore{Side::kHome, 1});
    original.settle();
    original.disconnect();
    Tablet clone(original.journal);
    original.tap(AddScore{Side::kHome, 2});
    original.connect(board);
    original.settle();
    original.disconnect();
    clone.tap(AddScore{Side::kGuest, 3}); // under the new name seq 1
    clone.settle();
    clone.connect(board);
    clone.settle();
    clone.connect(board);
    clone.settle();
    clone.disconnect();
    clone.tap(AddScore{Side::kGuest, 1}); // seq 2, as the lost +2 of the earlier name
    clone.settle();
    ASSERT_EQ(clone.journal.content.outbox.back().sealed.body.id.seq, 2u);

    board.go_back(1, test_id<match::LogId>(0x12));
    clone.connect(board);
    clone.settle();

    const std::vector<TapView> taps = clone.client->view(clone.now).taps;
    ASSERT_EQ(taps.front().seq, 2u);
    EXPECT_EQ(taps.front().level, Level::kRecorded) << taps.front().reason;
}

// Three devices with copies of one journal: what the second and the third both hold is one tap.
TEST(CopiedJournalTest, R11ATapInTwoCopiesIsRecordedOnceThoughBothRenameIt)
{
    ToyBoard board = court_one();
    Tablet original;
    original.connect(board);
    original.settle();
    original.disconnect();
    Tablet second(original.journal);
    second.tap(AddScore{Side::kGuest, 3});
    second.settle();
    Tablet third(second.journal);
    second.tap(AddScore{Side::kGuest, 1});
    third.tap(AddScore{Side::kGuest, 2});
    original.tap(AddScore{Side::kHome, 2}); // uses the id of the +3
    original.connect(board);
    original.settle();
    original.disconnect();

    for (Tablet* copy : {&second, &third, &second, &third, &third}) {
        copy->settle();
        copy->connect(board);
        copy->settle();
        copy->disconnect();
    }

    EXPECT_TRUE(second.journal.content.outbox.empty());
    EXPECT_TRUE(third.journal.content.outbox.empty());
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 2);
    EXPECT_EQ(match::score(board.timeline().state(), Side::kGuest), 3 + 1 + 2);
}

// The entry that uses the id may come before the board ever sees the row.
TEST_F(TwoCopiesTest, R11AnEntryWithAnotherBodyIsAConflictToo)
{
    copy_->tap(AddScore{Side::kGuest, 3});
    match::Body theirs;
    theirs.id = {original_.journal.content.writer, 1};
    theirs.command = AddScore{Side::kHome, 2};
    const session::EntryMessage entry = board_.record(theirs, copy_->board_now());
    ASSERT_TRUE(copy_->step()); // its own row is saved

    copy_->client->on_message(entry, copy_->now);
    copy_->settle();
    copy_->connect(board_);
    copy_->settle();

    EXPECT_EQ(match::score(board_.timeline().state(), Side::kHome), 2);
    EXPECT_EQ(match::score(board_.timeline().state(), Side::kGuest), 3);
    EXPECT_EQ(copy_->score(Side::kGuest), 3);
    EXPECT_TRUE(copy_->journal.content.outbox.empty());
}

// Two copies give what both hold the same new name: the other's entry may come before this journal has stored
// it.
TEST_F(TwoCopiesTest, R11ATapThatAnotherCopyHasRecordedUnderItsNewNameIsDone)
{
    copy_->tap(AddScore{Side::kGuest, 3});
    ASSERT_TRUE(copy_->step()); // its row is saved
    const match::SealedBody row = copy_->client->outbox().rows().front().sealed;
    match::Body theirs;
    theirs.id = row.body.id;
    theirs.command = AddScore{Side::kHome, 2};

    copy_->client->on_message(board_.record(theirs, copy_->board_now()), copy_->now);
    copy_->client->on_message(
        board_.record(rename_rows({row}, writer_for(row)).front().body, copy_->board_now()), copy_->now);
    copy_->settle();
    copy_->connect(board_);
    copy_->settle();

    EXPECT_EQ(match::score(board_.timeline().state(), Side::kGuest), 3);
    EXPECT_EQ(copy_->score(Side::kGuest), 3);
    EXPECT_TRUE(copy_->journal.content.outbox.empty());
}

// … and that entry may come before this copy knows that its tap needs a new name: then only the answer comes.
TEST_F(TwoCopiesTest, R11ATapThatAnotherCopyHadRecordedBeforeItIsRenamedHereIsDone)
{
    copy_->tap(AddScore{Side::kGuest, 3});
    ASSERT_TRUE(copy_->step()); // its row is saved
    const match::SealedBody row = copy_->client->outbox().rows().front().sealed;
    match::Body theirs;
    theirs.id = row.body.id;
    theirs.command = AddScore{Side::kHome, 2};
    copy_->client->on_message(
        board_.record(rename_rows({row}, writer_for(row)).front().body, copy_->board_now()), copy_->now);
    copy_->client->flush();
    ASSERT_EQ(copy_->journal.commit(copy_->client->take_store_batch(copy_->now)), "");
    copy_->client->on_stored(copy_->now);
    (void)board_.record(theirs, copy_->board_now()); // is on its way

    for (int dial = 0; dial < 3; ++dial) {
        copy_->connect(board_);
        copy_->settle();
    }

    EXPECT_EQ(match::score(board_.timeline().state(), Side::kGuest), 3);
    EXPECT_EQ(copy_->score(Side::kGuest), 3);
    EXPECT_TRUE(copy_->client->outbox().rows().empty());
    EXPECT_TRUE(copy_->journal.content.outbox.empty());
}

// Of two copies one may have used several ids before the other sends anything: none of its taps may stay
// behind.
TEST_F(TwoCopiesTest, R11AnEntryThatUsesALaterIdRenamesTheRowsBeforeItToo)
{
    match::Body theirs;
    theirs.id = {original_.journal.content.writer, 1};
    theirs.command = AddScore{Side::kHome, 2};
    copy_->client->on_message(board_.record(theirs, copy_->board_now()), copy_->now);
    copy_->tap(AddScore{Side::kGuest, 3}); // the id is used already, and no row had it then
    copy_->tap(AddScore{Side::kGuest, 1});
    theirs.id.seq = 2;
    const session::EntryMessage entry = board_.record(theirs, copy_->board_now());
    ASSERT_TRUE(copy_->step()); // its own rows are saved

    copy_->client->on_message(entry, copy_->now);
    copy_->settle();
    copy_->connect(board_);
    copy_->settle();

    EXPECT_EQ(match::score(board_.timeline().state(), Side::kHome), 4);
    EXPECT_EQ(match::score(board_.timeline().state(), Side::kGuest), 4);
    EXPECT_TRUE(copy_->journal.content.outbox.empty());
}

// The board loses what a copy has recorded under the id of a tap that still waits here: only the copy has
// that to send again, and the tap that waits must not leave for it.
TEST_F(TwoCopiesTest, R8ATapThatWaitsIsNotTakenForTheOneThatTheBoardHasLost)
{
    match::Body theirs;
    theirs.id = {original_.journal.content.writer, 1};
    theirs.command = AddScore{Side::kHome, 2};
    copy_->tell(board_.record(theirs, copy_->board_now()));
    copy_->disconnect();
    copy_->tap(AddScore{Side::kGuest, 3}); // the id is used already, and the board has yet to say so
    copy_->settle();

    board_.go_back(1, test_id<match::LogId>(0x12));
    copy_->connect(board_);
    copy_->settle();

    EXPECT_EQ(match::score(board_.timeline().state(), Side::kGuest), 3);
    EXPECT_TRUE(copy_->journal.content.outbox.empty());
}

// What a copy that has gone further had recorded is sent again from here too: a tap that follows has an id of
// its own, also after a kill.
TEST_F(TwoCopiesTest, R8ATapAfterWhatACopyHadRecordedHasAnIdOfItsOwn)
{
    match::Body theirs;
    theirs.id = {original_.journal.content.writer, 1};
    theirs.command = AddScore{Side::kHome, 2};
    copy_->tell(board_.record(theirs, copy_->board_now()));
    board_.go_back(1, test_id<match::LogId>(0x12));
    copy_->connect(board_);
    const auto hello = copy_->client->poll_transmit(copy_->now);
    ASSERT_TRUE(hello);
    for (const session::ServerMessage& answer : board_.hear(*hello, copy_->board_now())) {
        copy_->client->on_message(answer, copy_->now);
    }
    ASSERT_EQ(copy_->journal.commit(copy_->client->take_store_batch(copy_->now)), "");
    copy_->kill(); // with what was put back in its outbox

    const auto tapped = copy_->tap(AddScore{Side::kGuest, 3});
    copy_->connect(board_);
    copy_->settle();

    EXPECT_EQ(tapped.seq, 2U);
    EXPECT_EQ(match::score(board_.timeline().state(), Side::kHome), 2);
    EXPECT_EQ(match::score(board_.timeline().state(), Side::kGuest), 3);
    EXPECT_TRUE(copy_->journal.content.outbox.empty());
}

// In a copied journal a redo that waits may have the id of the very undo that it takes back.
TEST_F(TwoCopiesTest, R11ARedoWithTheIdOfItsUndoIsNoCircle)
{
    copy_->tap(AddScore{Side::kHome, 2});
    copy_->settle();
    match::Body theirs;
    theirs.id = {original_.journal.content.writer, 2};
    theirs.command = match::Undo{{original_.journal.content.writer, 1}};
    copy_->tell(board_.record(theirs, copy_->board_now()));
    copy_->disconnect();
    const auto redone = copy_->client->redo(copy_->now, copy_->now);
    ASSERT_EQ(redone.seq, 2U);

    EXPECT_TRUE(copy_->tap(match::Redo{theirs.id}).seq); // comes back at all
    copy_->settle();
    for (int dial = 0; dial < 2; ++dial) { // the first ends with the CONFLICT
        copy_->connect(board_);
        copy_->settle();
    }

    EXPECT_EQ(match::score(board_.timeline().state(), Side::kHome), 2);
    EXPECT_TRUE(copy_->journal.content.outbox.empty());
}

TEST(CopiedJournalTest, R11AfterAnotherBootTookOverOnlyATouchDialsAgain)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    const match::WriterId before = tablet.journal.content.writer;
    session::Error replaced;
    replaced.code = session::ErrorCode::kReplaced;
    replaced.other_boot = true;

    tablet.tell(replaced);
    EXPECT_EQ(tablet.board, nullptr);
    EXPECT_FALSE(tablet.client->wants_dial(tablet.now + 1h));
    EXPECT_EQ(tablet.journal.content.writer, before);
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.settle();
    EXPECT_TRUE(tablet.client->wants_dial(tablet.now));
    tablet.connect(board);
    tablet.settle();

    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 1);
    EXPECT_NE(tablet.journal.content.writer, before)
        << "what was sent has its answer: a new name is free to begin";
    EXPECT_EQ(tablet.journal.content.next_seq, 1u);
}

// What both hold the copy may have had recorded in a match whose entries never come here.
TEST(CopiedJournalTest, R11ATapThatTheCopyHasRecordedInAMatchThatIsOverIsDone)
{
    ToyBoard board = court_one();
    Tablet original;
    original.connect(board);
    original.settle();
    original.disconnect();
    original.tap(AddScore{Side::kHome, 2});
    original.settle();
    Tablet copy(original.journal);
    copy.connect(board);
    copy.settle(); // and has recorded it
    original.tap(AddScore{Side::kGuest, 3});
    original.settle();
    copy.disconnect();
    board.start_new_match(copy.board_now());
    copy.connect(board);
    copy.settle();
    copy.tap(AddScore{Side::kGuest, 1}); // uses the id of the +3
    copy.settle();

    for (int dial = 0; dial < 3; ++dial) {
        original.connect(board);
        original.settle();
        original.disconnect();
    }

    EXPECT_TRUE(original.journal.content.outbox.empty());
    ASSERT_EQ(original.journal.content.orphans.size(), 1u)
        << "the +3 was for the match that is over; the +2 is in it";
    EXPECT_EQ(match::score(board.timeline().state(), Side::kGuest), 1);
    EXPECT_EQ(original.score(Side::kGuest), 1);
}

} // namespace
} // namespace scoreboard::client
