#include "client/prediction.h"

#include <gtest/gtest.h>

#include "client/label.h"
#include "tablet.h"

namespace scoreboard::client {
namespace {

using match::AddScore;
using match::Side;

const auto kBoard = test_id<match::BoardId>(0x20);
const auto kLog = test_id<match::LogId>(0x10);

TEST(PredictionTest, BeforeAnyBoardABelievableMatchIsScored)
{
    Tablet tablet;

    tablet.tap(match::StartClock{});
    tablet.tap(AddScore{Side::kGuest, 3});
    tablet.settle();
    tablet.now += 10s;

    const ClientView view = tablet.client->view(tablet.now);
    EXPECT_FALSE(view.have_match);
    EXPECT_EQ(view.predicted.home.name, "HOME");
    EXPECT_EQ(view.predicted.guest.score, 3);
    EXPECT_EQ(view.predicted.period_text, "Q1");
    EXPECT_EQ(view.predicted.game.text, "9:50");
    EXPECT_EQ(view.ruleset.id, "basketball.fiba.2026");
}

TEST(PredictionTest, UndoTakesTheNewestOwnTapSavedOrNot)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.settle();
    tablet.disconnect();
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "+2 HOME");

    tablet.client->undo(tablet.now, tablet.now);
    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "+1 HOME") << "in the same breath";
    tablet.settle();
    EXPECT_EQ(tablet.score(Side::kHome), 1);
    EXPECT_EQ(tablet.client->view(tablet.now).redo_label, "+2 HOME");
    tablet.client->undo(tablet.now, tablet.now);
    tablet.settle();

    EXPECT_EQ(tablet.score(Side::kHome), 0);
    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "");
    EXPECT_FALSE(tablet.client->undo(tablet.now, tablet.now).seq);
    tablet.connect(board);
    tablet.settle();
    EXPECT_EQ(match::score(board.timeline().state(), Side::kHome), 0);
}

TEST(PredictionTest, RedoTakesBackTheNewestUndoUntilSomethingElseIsEntered)
{
    Tablet tablet;
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    tablet.client->undo(tablet.now, tablet.now);
    tablet.client->undo(tablet.now, tablet.now);
    tablet.settle();
    ASSERT_EQ(tablet.score(Side::kHome), 0);

    tablet.client->redo(tablet.now, tablet.now);
    tablet.settle();
    EXPECT_EQ(tablet.score(Side::kHome), 1);
    tablet.client->redo(tablet.now, tablet.now);
    tablet.settle();
    EXPECT_EQ(tablet.score(Side::kHome), 3);
    EXPECT_FALSE(tablet.client->redo(tablet.now, tablet.now).seq);

    tablet.client->undo(tablet.now, tablet.now);
    tablet.tap(AddScore{Side::kGuest, 1});
    tablet.settle();
    EXPECT_EQ(tablet.client->view(tablet.now).redo_label, "");
}

// A question is answered by giving the same correction again, once a person can have read it.
TEST(PredictionTest, ACorrectionThatGoesFarIsAskedAboutFirst)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.tap(match::StartClock{});
    tablet.settle();
    tablet.tap(match::NextPeriod{});
    tablet.settle();
    const std::size_t saved = tablet.client->confirmed().entries().size();

    const auto asked = tablet.client->undo(tablet.now, tablet.now);
    EXPECT_FALSE(asked.seq);
    ASSERT_EQ(tablet.client->view(tablet.now).offers.size(), 1U);
    EXPECT_NE(tablet.client->view(tablet.now).offers[0].text.find("period"), std::string::npos);
    tablet.now += 200ms;
    EXPECT_FALSE(tablet.client->undo(tablet.now, tablet.now).seq); // nobody reads that fast
    tablet.settle();
    EXPECT_EQ(tablet.client->confirmed().entries().size(), saved);
    tablet.now += 800ms;
    const auto answered = tablet.client->undo(tablet.now, tablet.now);
    tablet.settle();

    EXPECT_TRUE(answered.seq);
    EXPECT_TRUE(tablet.client->confirmed().entries().back().sealed.body.shown);
    EXPECT_TRUE(tablet.client->view(tablet.now).offers.empty());
}

TEST(PredictionTest, WhatAPersonLooksAtIsToldAndSentAsItWasSeen)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(match::StartClock{});
    tablet.tap(match::NextPeriod{});
    tablet.settle();
    const match::Command correction = match::Undo{tablet.client->targets().undo.value()};

    tablet.client->look_at(correction);
    const auto preview = tablet.client->view(tablet.now).preview;
    ASSERT_TRUE(preview && preview->possible && preview->seen);
    EXPECT_EQ(preview->command, correction);
    EXPECT_NE(preview->lines.front().find("period"), std::string::npos);

    tablet.now += 5s;
    tablet.connect(board);
    EXPECT_TRUE(tablet.client->issue_seen(correction, preview->seen, tablet.now, tablet.now).seq);
    tablet.settle();
    EXPECT_TRUE(tablet.client->confirmed().entries().back().sealed.body.shown);
    EXPECT_FALSE(tablet.client->view(tablet.now).preview->possible) << "it is undone already";
    tablet.client->look_at(std::nullopt);
    EXPECT_FALSE(tablet.client->view(tablet.now).preview);
}

TEST(PredictionTest, WhatHasChangedSinceItWasLookedAtIsAskedAbout)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(match::AddScore{Side::kHome, 2});
    tablet.settle();
    const match::Command correction = match::Undo{tablet.client->targets().undo.value()};
    tablet.client->look_at(correction);
    const auto seen = tablet.client->view(tablet.now).preview->seen;
    match::Body theirs;
    theirs.id = {test_id<match::WriterId>(0xB2), 1};
    theirs.command = AddScore{Side::kHome, -2}; // loses its sense by the correction
    tablet.tell(board.record(theirs, tablet.board_now()));

    EXPECT_FALSE(tablet.client->issue_seen(correction, seen, tablet.now, tablet.now).seq);

    ASSERT_EQ(tablet.client->view(tablet.now).offers.size(), 1U);
    EXPECT_NE(tablet.client->view(tablet.now).offers[0].text.find("has no effect any more"),
              std::string::npos);
}

TEST(PredictionTest, UndoPassesOverWhatOthersEntered)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.settle();
    match::Body theirs;
    theirs.id = {test_id<match::WriterId>(0xB2), 1};
    theirs.command = AddScore{Side::kGuest, 3};

    tablet.tell(board.record(theirs, tablet.board_now()));

    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "+1 HOME");
}

TEST(PredictionTest, UndoTakesBackAVoidBeforeItStepsBack)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 2});
    const match::CommandId basket = tablet.client->targets().undo.value();
    tablet.tap(AddScore{Side::kGuest, 3});
    tablet.settle();
    tablet.tap(match::Undo{basket});
    tablet.settle();
    ASSERT_EQ(tablet.score(Side::kHome), 0);
    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "VOID +2 HOME");
    EXPECT_EQ(tablet.client->view(tablet.now).redo_label, "+2 HOME");

    tablet.client->undo(tablet.now, tablet.now);
    tablet.settle();

    EXPECT_EQ(tablet.score(Side::kHome), 2);
    EXPECT_EQ(tablet.score(Side::kGuest), 3) << "the newest basket was not meant";
    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "+3 GUEST");
}

TEST(PredictionTest, UndoStepsBackPastWhatSomebodyElseHasTakenBack)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.tap(AddScore{Side::kHome, 3});
    tablet.settle();
    match::Body theirs;
    theirs.id = {test_id<match::WriterId>(0xB2), 1};
    theirs.command = match::Undo{tablet.client->targets().undo.value()};
    tablet.tell(board.record(theirs, tablet.board_now()));

    tablet.client->undo(tablet.now, tablet.now);
    tablet.settle();
    tablet.client->undo(tablet.now, tablet.now);
    tablet.settle();

    EXPECT_EQ(tablet.score(Side::kHome), 0);
}

TEST(PredictionTest, UndoStepsBackAndRedoForthOneCommandAfterTheOther)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();

    tablet.client->undo(tablet.now, tablet.now);
    tablet.client->undo(tablet.now, tablet.now);
    tablet.settle();
    EXPECT_EQ(tablet.score(Side::kHome), 0);
    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "");
    tablet.client->redo(tablet.now, tablet.now);
    tablet.settle();
    EXPECT_EQ(tablet.score(Side::kHome), 1);
    tablet.client->redo(tablet.now, tablet.now);
    tablet.settle();

    EXPECT_EQ(tablet.score(Side::kHome), 3);
    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "+2 HOME");
}

TEST(PredictionTest, ARefusedRowIsNothingToUndo)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.tap(AddScore{Side::kGuest, -1});

    tablet.settle();

    EXPECT_EQ(tablet.client->view(tablet.now).undo_label, "+1 HOME");
}

TEST(PredictionTest, RowsOfAnotherMatchDoNotCount)
{
    ToyBoard board(kBoard, kLog);
    Tablet tablet;
    tablet.connect(board);
    tablet.settle();
    tablet.disconnect();
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    ASSERT_EQ(tablet.score(Side::kHome), 2);
    board.start_new_match(tablet.board_now());

    tablet.connect(board);
    while (tablet.client->confirmed().state().match != board.welcome_.match) {
        ASSERT_TRUE(tablet.step());
    }

    EXPECT_EQ(tablet.score(Side::kHome), 0);
}

} // namespace
} // namespace scoreboard::client
