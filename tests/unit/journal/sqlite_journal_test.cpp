#include "journal/sqlite_journal.h"

#include "unit/journal/journal_fixture.h"

namespace scoreboard::journal {
namespace {

using namespace client;
using support::TempFolder;
using testing::IsEmpty;
using testing::SizeIs;

class SqliteJournalTest : public testing::Test {
protected:
    void SetUp() override
    {
        reopen();
        writer_ = journal_->content().writer;
    }

    void reopen()
    {
        journal_.reset();
        journal_ = opened(folder_.file("tablet.journal"));
        ASSERT_TRUE(journal_);
    }
    // Commits, and reads back what a new start would find.
    const JournalContent& after(const std::vector<StoreAction>& batch)
    {
        EXPECT_EQ(journal_->commit(batch), "");
        reopen();
        return journal_->content();
    }
    match::SealedBody tap(match::Seq seq) const { return tap_of(writer_, seq); }

    TempFolder folder_;
    std::unique_ptr<SqliteJournal> journal_;
    match::WriterId writer_;
};

TEST_F(SqliteJournalTest, IsBornWithNamesThatNoOtherJournalHas)
{
    const auto other = opened(folder_.file("other.journal"));

    EXPECT_NE(writer_, match::WriterId{});
    EXPECT_NE(writer_, other->content().writer);
    EXPECT_NE(journal_->content().install, other->content().install);
    EXPECT_EQ(journal_->content().next_seq, 1u);
    EXPECT_FALSE(journal_->content().board);
    EXPECT_THAT(journal_->content().outbox, IsEmpty());
    EXPECT_THAT(journal_->notice(), IsEmpty());
}

TEST_F(SqliteJournalTest, KeepsItsNames)
{
    const match::InstallId install = journal_->content().install;

    reopen();

    EXPECT_EQ(journal_->content().writer, writer_);
    EXPECT_EQ(journal_->content().install, install);
}

TEST_F(SqliteJournalTest, SavesTapsInOrderWithTheVeryBytes)
{
    const JournalContent& content = after({SaveTap{tap(1), {}}, SaveTap{tap(2), kBoard}});

    ASSERT_THAT(content.outbox, SizeIs(2));
    EXPECT_EQ(content.outbox[0].sealed, tap(1));
    EXPECT_FALSE(content.outbox[0].board);
    EXPECT_EQ(content.outbox[1].sealed, tap(2));
    EXPECT_EQ(content.outbox[1].board, kBoard);
    EXPECT_EQ(content.next_seq, 3u);
}

TEST_F(SqliteJournalTest, MarksARowWithItsAckAndKeepsIt)
{
    session::Ack ack;
    ack.id = {writer_, 1};
    ack.rev = 907;
    ack.outcome = {false, match::Reason::kNoTimeoutLeft, "HOME has no time-out left in this half"};
    ack.verdict.emplace().effect = match::Effect::kAt;
    ack.verdict->at = match::BoardTime(match::Duration(5));

    const JournalContent& content = after({SaveTap{tap(1), kBoard}, MarkAcked{ack.id, ack}});

    ASSERT_THAT(content.outbox, SizeIs(1));
    EXPECT_EQ(content.outbox[0].acked, ack);
}

TEST_F(SqliteJournalTest, MovesARowIntoTheHistoryInOneTransaction)
{
    const match::Entry entry = entry_of(tap(1), 12);

    const JournalContent& content = after({Bind{kBoard, kLog}, SaveTap{tap(1), kBoard},
                                           SaveTap{tap(2), kBoard}, StoreEntry{kBoard, kLog, entry}});

    ASSERT_THAT(content.outbox, SizeIs(1));
    EXPECT_EQ(content.outbox[0].sealed, tap(2));
    ASSERT_THAT(content.history, SizeIs(1));
    EXPECT_EQ(content.history[0], entry);
    EXPECT_EQ(content.board, kBoard);
    EXPECT_EQ(content.log, kLog);
}

TEST_F(SqliteJournalTest, GivesTheHistoryOfItsBoardAloneByRev)
{
    const JournalContent& content = after({Bind{kBoard, kLog}, StoreEntry{kBoard, kLog, entry_of(tap(3), 3)},
                                           StoreEntry{kBoard, kLog, entry_of(tap(2), 2)},
                                           StoreEntry{kOtherBoard, kLog, entry_of(tap(9), 1)}});

    ASSERT_THAT(content.history, SizeIs(2));
    EXPECT_EQ(content.history[0].rev, 2u);
    EXPECT_EQ(content.history[1].rev, 3u);
}

TEST_F(SqliteJournalTest, AnEntryThatComesAgainReplacesTheOneOfItsRev)
{
    const JournalContent& content = after({Bind{kBoard, kLog}, StoreEntry{kBoard, kLog, entry_of(tap(1), 5)},
                                           StoreEntry{kBoard, kLog, entry_of(tap(2), 5)}});

    ASSERT_THAT(content.history, SizeIs(1));
    EXPECT_EQ(content.history[0].sealed, tap(2));
}

TEST_F(SqliteJournalTest, ForgetsTheHistoryAboveARev)
{
    after({Bind{kBoard, kLog}, StoreEntry{kBoard, kLog, entry_of(tap(1), 1)},
           StoreEntry{kBoard, kLog, entry_of(tap(2), 2)}, StoreEntry{kBoard, kLog, entry_of(tap(3), 3)}});

    EXPECT_THAT(after({DropHistory{kBoard, 2}}).history, SizeIs(2));
    EXPECT_THAT(after({DropHistory{kOtherBoard, 0}}).history, SizeIs(2));
    EXPECT_THAT(after({DropHistory{kBoard, 0}}).history, IsEmpty());
}

TEST_F(SqliteJournalTest, R8PutsWhatABoardLostBackIntoTheOutboxBeforeLaterTaps)
{
    session::Ack ack;
    ack.id = {writer_, 3};
    ack.outcome.applied = true;
    after({Bind{kBoard, kLog}, SaveTap{tap(1), kBoard}, StoreEntry{kBoard, kLog, entry_of(tap(1), 1)},
           SaveTap{tap(2), kBoard}, StoreEntry{kBoard, kLog, entry_of(tap(2), 2)}, SaveTap{tap(3), kBoard},
           MarkAcked{{writer_, 3}, ack}, SaveTap{tap(4), kBoard}});

    const JournalContent& content =
        after({GoBack{kBoard, 1, {tap(2), tap(3)}, {{tap(4), "for a person", "HOME - GUEST"}}}});

    EXPECT_THAT(content.history, SizeIs(1));
    ASSERT_THAT(content.outbox, SizeIs(2));
    EXPECT_EQ(content.outbox[0].sealed, tap(2));
    EXPECT_EQ(content.outbox[1].sealed, tap(3));
    EXPECT_FALSE(content.outbox[1].acked) << "it is sent again";
    ASSERT_THAT(content.orphans, SizeIs(1));
    EXPECT_EQ(content.orphans[0].sealed, tap(4));
    EXPECT_EQ(content.next_seq, 5u);
}

TEST_F(SqliteJournalTest, R8SendsAnOrphanAgainWhoseMatchIsOpenAgain)
{
    after({GoBack{kBoard, 0, {}, {{tap(7), "the board lost it", "HOME - GUEST"}}}});

    const JournalContent& content = after({GoBack{kBoard, 0, {tap(7)}, {}}});

    EXPECT_THAT(content.orphans, IsEmpty());
    ASSERT_THAT(content.outbox, SizeIs(1));
    EXPECT_EQ(content.outbox[0].sealed, tap(7));
}

TEST_F(SqliteJournalTest, KeepsAMatchThatItsBoardHasLost)
{
    const match::LogId next{{{0x11}}};
    const match::Entry first = entry_of(tap(1), 1);
    const match::Entry second = entry_of(tap(2), 2);
    const match::Entry anew = entry_of(tap(5), 1);
    after({Bind{kBoard, kLog}, StoreEntry{kBoard, kLog, first}, StoreEntry{kBoard, kLog, second}});

    const JournalContent content =
        after({KeepMatch{7, kBoard, kLog}, Bind{kBoard, next}, StoreEntry{kBoard, next, anew}});

    ASSERT_THAT(content.kept, SizeIs(1));
    EXPECT_EQ(content.kept[0].number, 7u);
    EXPECT_EQ(content.kept[0].board, kBoard);
    EXPECT_EQ(content.kept[0].log, kLog);
    EXPECT_FALSE(content.kept[0].reclaimed);
    EXPECT_EQ(content.kept[0].entries, (std::vector<match::Entry>{first, second}));
    EXPECT_EQ(content.history, std::vector<match::Entry>{anew});
    EXPECT_TRUE(after({GoBack{kBoard, 1, {}, {}, 7}}).kept.at(0).reclaimed);
    EXPECT_THAT(after({LetGo{7}}).kept, IsEmpty());
}

TEST_F(SqliteJournalTest, DropsARowThatAControllerOnSnapshotsHadAcknowledged)
{
    EXPECT_THAT(after({SaveTap{tap(1), kBoard}, DropRow{{writer_, 1}}}).outbox, IsEmpty());
    EXPECT_EQ(journal_->content().next_seq, 2u);
}

TEST_F(SqliteJournalTest, KeepsWhatNoBoardTakesWithItsReason)
{
    after({SaveTap{tap(1), kBoard}, SaveTap{tap(2), kBoard}});

    const JournalContent& content = after({Orphan{{writer_, 1}, "meant for another match", "HOME - GUEST"}});

    ASSERT_THAT(content.outbox, SizeIs(1));
    EXPECT_EQ(content.outbox[0].sealed, tap(2));
    ASSERT_THAT(content.orphans, SizeIs(1));
    EXPECT_EQ(content.orphans[0].sealed, tap(1));
    EXPECT_EQ(content.orphans[0].reason, "meant for another match");
    EXPECT_EQ(content.orphans[0].match, "HOME - GUEST");
}

TEST_F(SqliteJournalTest, ForgetsAnOrphanThatWasRecordedAfterAll)
{
    after({GoBack{kBoard, 0, {}, {{tap(7), "the board lost it", "HOME - GUEST"}}}});

    EXPECT_THAT(after({DropOrphan{{writer_, 7}}}).orphans, IsEmpty());
}

TEST_F(SqliteJournalTest, BindsTheRowsFromBeforeAnyBoardWasMet)
{
    const JournalContent& content =
        after({SaveTap{tap(1), {}}, SaveTap{tap(2), kOtherBoard}, BindRows{kBoard}});

    EXPECT_EQ(content.outbox[0].board, kBoard);
    EXPECT_EQ(content.outbox[1].board, kOtherBoard);
}

TEST_F(SqliteJournalTest, RenamesTheRowsFromAConflictOn)
{
    const match::WriterId renamed{{{0x77}}};
    after({Bind{kBoard, kLog}, SaveTap{tap(1), kBoard}, SaveTap{tap(2), kBoard}, SaveTap{tap(3), kBoard}});

    const JournalContent& content = after({NewWriter{renamed, 2, {tap_of(renamed, 1), tap_of(renamed, 2)}}});

    EXPECT_EQ(content.writer, renamed);
    EXPECT_EQ(content.next_seq, 3u);
    ASSERT_THAT(content.outbox, SizeIs(3));
    EXPECT_EQ(content.outbox[0].sealed, tap(1));
    EXPECT_EQ(content.outbox[1].sealed, tap_of(renamed, 1));
    EXPECT_EQ(content.outbox[2].sealed, tap_of(renamed, 2));
    EXPECT_EQ(content.outbox[2].board, kBoard);
}

TEST_F(SqliteJournalTest, KeepsARowThatHasItsAnswerWhenOthersAreRenamed)
{
    const match::WriterId renamed{{{0x77}}};
    session::Ack ack;
    ack.id = {writer_, 2};
    after({Bind{kBoard, kLog}, SaveTap{tap(1), kBoard}, SaveTap{tap(2), kBoard}, MarkAcked{ack.id, ack}});

    const JournalContent& content = after({NewWriter{renamed, 1, {tap_of(renamed, 1)}}});

    ASSERT_THAT(content.outbox, SizeIs(2));
    EXPECT_EQ(content.outbox[0].sealed, tap(2));
    EXPECT_EQ(content.outbox[1].sealed, tap_of(renamed, 1));
}

TEST_F(SqliteJournalTest, StoresAllOfABatchOrNothing)
{
    after({SaveTap{tap(1), kBoard}});

    // The same id twice breaks the rule that a tap is saved once.
    const std::string sentence = journal_->commit({SaveTap{tap(2), kBoard}, SaveTap{tap(1), kBoard}});

    EXPECT_THAT(sentence, testing::HasSubstr(folder_.file("tablet.journal")));
    EXPECT_EQ(journal_->commit({SaveTap{tap(2), kBoard}}), "") << "the next batch is not harmed";
    reopen();
    EXPECT_THAT(journal_->content().outbox, SizeIs(2));
}

TEST_F(SqliteJournalTest, HoldsAFullOutbox)
{
    std::vector<StoreAction> batch;
    for (match::Seq seq = 1; seq <= kOutboxMax; ++seq) {
        batch.push_back(SaveTap{tap(seq), {}});
    }

    const JournalContent& content = after(batch);

    ASSERT_THAT(content.outbox, SizeIs(kOutboxMax));
    EXPECT_EQ(content.outbox.back().sealed.body.id.seq, kOutboxMax);
}

} // namespace
} // namespace scoreboard::journal
