#include "client/match_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tablet.h"

namespace scoreboard::client {
namespace {

using match::AddScore;
using match::Side;
using testing::HasSubstr;

const auto kBoard = test_id<match::BoardId>(0x20);

TEST(MatchClientTest, R1ATapIsSavedOnlyWhenItsTransactionIsCommitted)
{
    Tablet tablet;

    ASSERT_TRUE(tablet.tap(AddScore{Side::kHome, 2}).seq);
    EXPECT_FALSE(tablet.tap_view(1));
    EXPECT_EQ(tablet.score(Side::kHome), 0);
    tablet.settle();

    EXPECT_EQ(tablet.tap_view(1)->level, Level::kSaved);
    EXPECT_EQ(tablet.score(Side::kHome), 2);
}

TEST(MatchClientTest, R1ATapThatCannotBeSavedIsRefusedAtOnceAndNeverSent)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.journal.fault = "the disk is full; free some space";

    tablet.tap(AddScore{Side::kHome, 2});
    tablet.run();

    EXPECT_EQ(tablet.tap_view(1)->level, Level::kRefused);
    EXPECT_THAT(tablet.tap_view(1)->reason, HasSubstr("the disk is full"));
    EXPECT_THAT(tablet.client->view(tablet.now).notice, HasSubstr("the disk is full"));
    EXPECT_EQ(tablet.score(Side::kHome), 0);
    EXPECT_EQ(board.timeline().entries().size(), 1u);

    tablet.journal.fault.clear();
    tablet.now += 1s;
    tablet.tap(AddScore{Side::kHome, 3});
    tablet.settle();
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 3);
    EXPECT_EQ(tablet.client->view(tablet.now).notice, "");
}

TEST(MatchClientTest, WhatTheBoardSaidIsStoredOnceTheJournalWorksAgain)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    tablet.journal.fault = "I/O error";
    tablet.connect(board);
    tablet.settle();
    EXPECT_TRUE(tablet.journal.content.history.empty());
    EXPECT_EQ(board.timeline().entries().size(), 1u) << "no Command before the binding is stored";

    tablet.journal.fault.clear();
    tablet.now += MatchClient::kStoreAgainAfter;
    tablet.settle();

    EXPECT_EQ(tablet.journal.content.history.size(), 2u);
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 2);
}

TEST(MatchClientTest, R2NoCommandLeavesBeforeItsCommit)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();

    tablet.tap(AddScore{Side::kHome, 2});

    EXPECT_FALSE(tablet.client->poll_transmit(tablet.now));
    tablet.settle();
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 2);
}

TEST(MatchClientTest, ATapGoesThroughSavedRecordedAndShown)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();

    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    EXPECT_EQ(tablet.tap_view(1)->level, Level::kRecorded);
    EXPECT_EQ(tablet.tap_view(1)->rev, 2u);
    tablet.tell(board.show());

    EXPECT_EQ(tablet.tap_view(1)->level, Level::kShown);
    std::vector<Level> levels;
    while (const auto change = tablet.client->poll_level_change()) {
        levels.push_back(change->level);
    }
    EXPECT_THAT(levels, testing::ElementsAre(Level::kSaved, Level::kRecorded, Level::kShown));
}

TEST(MatchClientTest, APanelOfAnotherLogShowsNothingOfThisOne)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    session::PanelState other = board.show();
    other.log = test_id<match::LogId>(0x77);

    tablet.tell(other);

    EXPECT_EQ(tablet.tap_view(1)->level, Level::kRecorded);
}

TEST(MatchClientTest, ARefusedTapStopsCountingAndSaysWhy)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();

    tablet.tap(AddScore{Side::kHome, -1});
    tablet.settle();

    EXPECT_EQ(tablet.tap_view(1)->level, Level::kRefused);
    EXPECT_FALSE(tablet.tap_view(1)->reason.empty());
    EXPECT_EQ(tablet.score(Side::kHome), 0);
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
}

TEST(MatchClientTest, R7ARowLeavesInTheTransactionThatStoresItsEntry)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.tap(AddScore{Side::kHome, 2});
    while (tablet.to_tablet.size() != 2) { // Ack and Entry are on their way
        ASSERT_TRUE(tablet.step());
    }
    ASSERT_TRUE(tablet.step()); // the Ack arrives, and is stored
    tablet.client->flush();
    tablet.step();

    ASSERT_NE(tablet.journal.row(1), nullptr);
    EXPECT_TRUE(tablet.journal.row(1)->acked);
    EXPECT_EQ(tablet.journal.content.history.size(), 1u);
    tablet.settle();
    EXPECT_EQ(tablet.journal.row(1), nullptr);
    EXPECT_EQ(tablet.journal.content.history.size(), 2u);
}

TEST(MatchClientTest, R1AnAcknowledgedRowCountsUntilItsEntryIsFolded)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.tap(AddScore{Side::kHome, 2});
    while (tablet.to_tablet.size() != 2) {
        ASSERT_TRUE(tablet.step());
    }
    tablet.to_tablet.pop_back(); // The entry is lost with the connection.
    tablet.settle();
    tablet.kill();

    EXPECT_EQ(tablet.score(Side::kHome), 2);
    EXPECT_EQ(tablet.tap_view(1)->level, Level::kRecorded);
    tablet.connect(board);
    tablet.settle();
    EXPECT_EQ(tablet.score(Side::kHome), 2);
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
}

TEST(MatchClientTest, R8TapsFromBeforeAnyBoardAreBoundToTheFirstOne)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    EXPECT_FALSE(tablet.journal.row(1)->board);
    EXPECT_FALSE(tablet.journal.row(1)->sealed.body.seen);

    tablet.connect(board);
    tablet.settle();

    EXPECT_EQ(tablet.journal.content.board, kBoard);
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 2);
}

TEST(MatchClientTest, R8AnotherBoardGetsNoCommand)
{
    ToyBoard board = court_one();
    ToyBoard other(test_id<match::BoardId>(0x21), test_id<match::LogId>(0x11));
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.disconnect();
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();

    tablet.connect(other);
    tablet.settle();

    EXPECT_EQ(other.timeline().entries().size(), 1u);
    EXPECT_TRUE(tablet.client->waits_for_person());
    EXPECT_FALSE(tablet.client->wants_dial(tablet.now));
    EXPECT_FALSE(tablet.client->view(tablet.now).notice.empty());
    tablet.client->on_person_asks();
    EXPECT_TRUE(tablet.client->wants_dial(tablet.now));
    tablet.connect(board);
    tablet.settle();
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 2);
}

// The board sends no entries of a match before the open one to a tablet that comes later.
TEST(MatchClientTest, R7ATapThatWasRecordedInAMatchThatIsOverLeavesWithItsAnswer)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.tap(AddScore{Side::kHome, 2});
    ASSERT_TRUE(tablet.step()); // it is saved …
    ASSERT_TRUE(tablet.step()); // … and sent, and the answer is lost
    tablet.disconnect();
    ASSERT_EQ(match::score(board.timeline().state(), Side::kHome), 2);
    board.start_new_match(tablet.board_now());

    tablet.connect(board);
    tablet.settle();

    EXPECT_EQ(tablet.tap_view(1)->level, Level::kRecorded);
    EXPECT_TRUE(tablet.client->outbox().rows().empty());
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
    EXPECT_TRUE(tablet.journal.content.orphans.empty());
}

TEST(MatchClientTest, R9ACommandForAMatchThatIsOverIsKeptAsAnOrphan)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.disconnect();
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    board.start_new_match(tablet.board_now());

    tablet.connect(board);
    tablet.settle();

    EXPECT_EQ(tablet.tap_view(1)->level, Level::kRefused);
    ASSERT_EQ(tablet.journal.content.orphans.size(), 1u);
    EXPECT_EQ(tablet.journal.content.orphans[0].reason, "That match is over.");
    EXPECT_FALSE(tablet.journal.content.orphans[0].match.empty());
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
    EXPECT_EQ(tablet.score(Side::kHome), 0);
}

TEST(MatchClientTest, R10AFullOutboxRefusesTheTapVisiblyAndWarnsBefore)
{
    Tablet tablet;
    for (std::size_t count = 0; count < MatchClient::kOutboxWarn; ++count) {
        ASSERT_TRUE(tablet.tap(match::SoundHorn{}).seq);
    }
    EXPECT_THAT(tablet.client->view(tablet.now).notice, HasSubstr("8000 of 10000"));
    for (std::size_t count = MatchClient::kOutboxWarn; count < MatchClient::kOutboxMax; ++count) {
        ASSERT_TRUE(tablet.tap(match::SoundHorn{}).seq);
    }

    const auto refused = tablet.tap(AddScore{Side::kHome, 1});

    EXPECT_FALSE(refused.seq);
    EXPECT_THAT(refused.refusal, HasSubstr("NOT SAVED"));
    EXPECT_EQ(tablet.client->view(tablet.now).notice, refused.refusal);
    EXPECT_EQ(tablet.client->outbox().size(), MatchClient::kOutboxMax);
}

TEST(MatchClientTest, ALaterDialOfItsOwnIsNoReasonToStop)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    session::Error replaced;
    replaced.code = session::ErrorCode::kReplaced;

    tablet.tell(replaced);

    EXPECT_TRUE(tablet.client->wants_dial(tablet.now));
}

TEST(MatchClientTest, WantsASecondConnectionBesideADoubtfulOne)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    EXPECT_FALSE(tablet.client->wants_dial(tablet.now));
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.board = nullptr; // Nothing gets through, and nothing says so.
    tablet.run();
    ASSERT_TRUE(tablet.client->poll_transmit(tablet.now));

    EXPECT_FALSE(tablet.client->wants_dial(tablet.now + 599ms));
    EXPECT_TRUE(tablet.client->wants_dial(tablet.now + 600ms));
    EXPECT_FALSE(tablet.client->wants_close(tablet.now + 600ms));
    EXPECT_TRUE(tablet.client->wants_close(tablet.now + 3s));
}

TEST(MatchClientTest, WaitsBeforeItDialsABoardThatWillNotHaveIt)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    session::Error version;
    version.code = session::ErrorCode::kVersion;
    version.text = "update the app";

    tablet.tell(version);

    EXPECT_FALSE(tablet.client->wants_dial(tablet.now));
    ASSERT_TRUE(tablet.client->dial_not_before());
    EXPECT_TRUE(tablet.client->wants_dial(*tablet.client->dial_not_before()));
    EXPECT_EQ(tablet.client->view(tablet.now).notice, "update the app");
}

TEST(MatchClientTest, LivesOnSnapshotsOfABoardThatFoldsOtherwise)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.settle();
    board.corrupt_digests = true;

    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    EXPECT_FALSE(tablet.client->confirmed().folds());
    EXPECT_EQ(tablet.score(Side::kHome), 3);
    EXPECT_TRUE(tablet.journal.content.outbox.empty())
        << "R7: at once for a controller that lives on Snapshots";
    tablet.tap(AddScore{Side::kHome, 3});
    tablet.settle();

    EXPECT_EQ(tablet.score(Side::kHome), 6);
    EXPECT_TRUE(tablet.journal.content.outbox.empty());
    EXPECT_EQ(tablet.tap_view(3)->level, Level::kRecorded);
}

TEST(MatchClientTest, DropsAHistoryThatDoesNotHoldTogether)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    tablet.journal.content.history[1].received += 1us;
    tablet.kill();

    tablet.connect(board);
    tablet.settle();

    EXPECT_EQ(tablet.score(Side::kHome), 3);
    EXPECT_EQ(tablet.journal.content.history.size(), 3u);
    EXPECT_TRUE(tablet.client->confirmed().folds());
}

TEST(MatchClientTest, FillsInWhatTheOperatorSaw)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();

    tablet.tap(match::StartClock{});
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.run();
    tablet.tap(match::SetScore{Side::kHome, 5, std::nullopt});
    tablet.tap(match::NextPeriod{});
    tablet.settle();

    const auto entries = board.timeline().entries();
    const match::Body& set = entries[3].sealed.body;
    const match::Body& next = entries[4].sealed.body;
    ASSERT_TRUE(set.seen);
    EXPECT_EQ(set.seen->match, board.welcome_.match);
    EXPECT_EQ(set.seen->at, (match::PeriodPhase{1, match::Phase::kPlay}));
    EXPECT_EQ(std::get<match::SetScore>(set.command).if_version, entries[2].id());
    EXPECT_EQ(std::get<match::NextPeriod>(next.command).seen, (match::PeriodPhase{1, match::Phase::kPlay}));
    EXPECT_TRUE(entries[4].outcome.applied) << entries[4].outcome.text;
}

TEST(MatchClientTest, StampsTapsWithWhatIsKnownOfTheBoardsClockEvenAfterARestartOffline)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.tap(match::StartClock{});
    tablet.settle();
    tablet.kill();
    tablet.now += 10s;

    tablet.tap(match::StopClock{});
    tablet.settle();

    const match::Tap& tap = tablet.journal.row(2)->sealed.body.tap;
    ASSERT_TRUE(tap.board_boot);
    EXPECT_EQ(tap.offset, Tablet::kOffset);
    EXPECT_GE(tap.uncertainty, 2ms + 1ms); // 10 s at 100 ppm
    EXPECT_LE(tap.uncertainty, 4ms);
}

// A STOP made offline shows the time of the press, not of the moment somebody looks.
TEST(MatchClientTest, PredictsAStopAtTheMomentOfThePress)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.tap(match::StartClock{});
    tablet.settle();
    tablet.disconnect();
    tablet.now += 20s;
    tablet.tap(match::StopClock{});
    tablet.settle();
    tablet.now += 15s;

    const ClientView view = tablet.client->view(tablet.now);

    EXPECT_FALSE(view.predicted.game.running);
    EXPECT_EQ(view.predicted.game.text, "9:40");
    EXPECT_TRUE(view.confirmed.game.running);
    EXPECT_EQ(view.confirmed.game.text, "9:25");
}

TEST(MatchClientTest, StoresWhatTheBoardSaidLazilyButNotLaterThanPromised)
{
    ToyBoard board = court_one();
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.run();
    const int commits = tablet.journal.commits;
    EXPECT_NE(tablet.journal.row(1), nullptr) << "its entry waits for company";

    ASSERT_TRUE(tablet.client->next_deadline());
    tablet.now = *tablet.client->next_deadline();
    tablet.run();

    EXPECT_EQ(tablet.journal.commits, commits + 1);
    EXPECT_EQ(tablet.journal.row(1), nullptr);
}

TEST(MatchClientTest, GroupsTapsThatWaitIntoOneTransaction)
{
    Tablet tablet;
    for (int tap = 0; tap < 20; ++tap) {
        tablet.tap(AddScore{Side::kHome, 1});
    }

    tablet.settle();

    EXPECT_EQ(tablet.journal.commits, 1);
    EXPECT_EQ(tablet.score(Side::kHome), 20);
}

} // namespace
} // namespace scoreboard::client
