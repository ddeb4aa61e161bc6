#include "client/history_rows.h"

#include <gtest/gtest.h>

#include "tablet.h"

namespace scoreboard::client {
namespace {

using match::AddScore;
using match::Side;

const auto kBoard = test_id<match::BoardId>(0x20);
const auto kLog = test_id<match::LogId>(0x10);

class HistoryRowsTest : public testing::Test {
protected:
    void SetUp() override
    {
        tablet.connect(board);
        tablet.settle();
    }

    std::vector<HistoryRow> rows() const { return tablet.client->view(tablet.now).history; }

    ToyBoard board{kBoard, kLog};
    Tablet tablet;
};

TEST_F(HistoryRowsTest, PutsTheNewestFirstAndOwnSavedTapsOnTop)
{
    tablet.tap(match::StartClock{});
    tablet.settle();
    tablet.now += 18s;
    tablet.connect(board);
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    tablet.disconnect();
    tablet.tap(AddScore{Side::kGuest, 3});
    tablet.settle();

    const auto all = rows();
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[0].label, "+3 GUEST");
    EXPECT_EQ(all[0].level, Level::kSaved);
    EXPECT_EQ(all[0].rev, 0u);
    EXPECT_EQ(all[1].label, "+2 HOME");
    EXPECT_EQ(all[1].level, Level::kRecorded);
    EXPECT_EQ(all[1].when, "Q1 9:42");
    EXPECT_EQ(all[1].who, "you");
    EXPECT_EQ(all[3].label, "MATCH START");
    EXPECT_EQ(all[3].who, "board");
    EXPECT_FALSE(all[3].can_undo);
}

TEST_F(HistoryRowsTest, TellsWhatIsUndoneAndHowToTakeThatBack)
{
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    tablet.client->undo(tablet.now, tablet.now);
    tablet.settle();

    const auto undone = rows();
    EXPECT_EQ(undone[0].label, "UNDO +2 HOME");
    EXPECT_FALSE(undone[0].can_undo);
    EXPECT_TRUE(undone[1].voided);
    EXPECT_FALSE(undone[1].can_undo);
    EXPECT_TRUE(undone[1].can_redo);
    EXPECT_EQ(undone[1].redo_id, undone[0].id);

    tablet.client->redo(tablet.now, tablet.now);
    tablet.settle();
    const auto redone = rows();
    EXPECT_EQ(redone[0].label, "REDO +2 HOME");
    EXPECT_TRUE(redone[1].voided);
    EXPECT_FALSE(redone[2].voided);
    EXPECT_TRUE(redone[2].can_undo);
    EXPECT_FALSE(redone[2].can_redo);
}

TEST_F(HistoryRowsTest, TellsWhatWasCorrectedAndWhatLostItsSenseByIt)
{
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.tap(AddScore{Side::kHome, -2});
    tablet.settle();
    const match::CommandId two = rows()[1].id;

    tablet.client->issue_confirmed(match::Edit{two, AddScore{Side::kHome, 1}}, tablet.now, tablet.now);
    tablet.settle();

    const auto all = rows();
    EXPECT_EQ(all[0].label, "EDIT +2 HOME TO +1 HOME");
    EXPECT_TRUE(all[0].can_undo);
    EXPECT_TRUE(all[1].ineffective);
    EXPECT_EQ(all[1].reason, "has no effect now: A score stays between 0 and 999.");
    EXPECT_EQ(all[2].label, "+2 HOME");
    EXPECT_EQ(all[2].counts_as, "+1 HOME");
    EXPECT_EQ(all[2].counts, match::Correction(AddScore{Side::kHome, 1}));
}

TEST_F(HistoryRowsTest, ACorrectionsEffectIsToldBeforeItIsSent)
{
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    tablet.disconnect();
    tablet.tap(AddScore{Side::kGuest, 3}); // still on its way
    tablet.settle();
    const match::CommandId own = tablet.client->targets().undo.value();

    const auto effect = tablet.client->effect_of(match::Edit{own, AddScore{Side::kGuest, 1}}, tablet.now);

    ASSERT_TRUE(effect);
    EXPECT_EQ(match::in_words(*effect), std::vector<std::string>{"GUEST 3 -> 1"});
}

TEST_F(HistoryRowsTest, ACorrectionOnItsWayIsToldAsOneThatHasArrived)
{
    tablet.tap(AddScore{Side::kHome, 2, 7});
    tablet.tap(AddScore{Side::kHome, -2});
    tablet.settle();
    const match::CommandId two = rows()[1].id;
    tablet.disconnect();

    tablet.tap(match::Edit{two, AddScore{Side::kHome, 1, 8}});
    tablet.settle();
    ASSERT_EQ(rows()[0].label, "-2 HOME") << "it takes the sense of another: it is asked about first";
    tablet.client->issue_confirmed(match::Edit{two, AddScore{Side::kHome, 1, 8}}, tablet.now, tablet.now);
    tablet.settle();

    const auto all = rows();
    EXPECT_EQ(all[0].label, "EDIT +2 HOME #7 TO +1 HOME #8");
    EXPECT_EQ(all[0].level, Level::kSaved);
    EXPECT_TRUE(all[1].ineffective);
    EXPECT_EQ(all[2].counts_as, "+1 HOME #8");
    EXPECT_EQ(all[2].counts, match::Correction(AddScore{Side::kHome, 1, 8}));
}

TEST_F(HistoryRowsTest, TellsWhatCanBeDoneToAnEntry)
{
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.tap(match::StartClock{});
    tablet.settle();
    const match::CommandId two = rows()[1].id;
    tablet.client->issue_confirmed(match::Insert{two, AddScore{Side::kGuest, 1}}, tablet.now, tablet.now);
    tablet.settle();

    const auto all = rows();
    EXPECT_EQ(all[0].counts, match::Correction(AddScore{Side::kGuest, 1})) << "what was put in can be edited";
    EXPECT_FALSE(all[1].counts) << "a START is undone and given again";
    EXPECT_TRUE(all[1].can_add_after);
    EXPECT_TRUE(all[2].counts);
    EXPECT_FALSE(all[3].can_add_after) << "the match's own beginning";
}

TEST_F(HistoryRowsTest, KeepsRefusalsInSightWithTheirReason)
{
    tablet.tap(AddScore{Side::kHome, -1});
    tablet.settle();

    EXPECT_EQ(rows()[0].level, Level::kRefused);
    EXPECT_FALSE(rows()[0].reason.empty());
    EXPECT_FALSE(rows()[0].can_undo);
}

TEST_F(HistoryRowsTest, MarksWhatThePanelHolds)
{
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.settle();

    tablet.tell(board.show());

    EXPECT_EQ(rows()[0].level, Level::kShown);
}

TEST_F(HistoryRowsTest, IsNeverLongerThanAScreenCanHold)
{
    for (int tap = 0; tap < 250; ++tap) {
        tablet.tap(match::SoundHorn{});
    }
    tablet.settle();

    EXPECT_EQ(rows().size(), 200u);
}

} // namespace
} // namespace scoreboard::client
