#include "client/client_view.h"

#include <gtest/gtest.h>

#include "tablet.h"

namespace scoreboard::client {
namespace {

using match::AddScore;
using match::Side;

const auto kBoard = test_id<match::BoardId>(0x20);
const auto kLog = test_id<match::LogId>(0x10);

class ClientViewTest : public testing::Test {
protected:
    ClientView view() const { return tablet.client->view(tablet.now); }

    ToyBoard board{kBoard, kLog};
    Tablet tablet;
};

TEST_F(ClientViewTest, SaysThatNothingIsConnectedAtFirst)
{
    EXPECT_FALSE(view().connected);
    EXPECT_EQ(view().strip, Strip::kOffline);
    EXPECT_EQ(view().panel, session::PanelStatus::kAbsent);
    EXPECT_FALSE(view().actions.empty()) << "every key works without a board";
}

TEST_F(ClientViewTest, ShowsTheBoardAndWhatItsPanelHolds)
{
    tablet.connect(board);
    tablet.settle();
    tablet.tell(board.show());

    EXPECT_TRUE(view().connected);
    EXPECT_EQ(view().board_name, "Court 1");
    EXPECT_EQ(view().head, 1u);
    EXPECT_EQ(view().shown, 1u);
    EXPECT_EQ(view().strip, Strip::kShown);
    EXPECT_TRUE(view().have_match);
}

TEST_F(ClientViewTest, NeverCountsAnUnsavedTapAsWaitingOrScored)
{
    tablet.connect(board);
    tablet.settle();

    tablet.tap(AddScore{Side::kHome, 2});

    EXPECT_EQ(view().waiting, 0u);
    EXPECT_EQ(view().predicted.home.score, 0);
}

TEST_F(ClientViewTest, CountsWhatWaitsAndHowOldItIs)
{
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.settle();
    tablet.now += 12s;
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.settle();

    EXPECT_EQ(view().waiting, 2u);
    EXPECT_EQ(view().oldest, 12s);
    EXPECT_EQ(view().strip_text, "OFFLINE - 2 waiting, saved on this tablet - oldest 12 s");
}

TEST_F(ClientViewTest, TellsForFiveSecondsThatEverythingWasSent)
{
    tablet.tap(AddScore{Side::kHome, 2});
    tablet.tap(AddScore{Side::kHome, 1});
    tablet.settle();
    tablet.now += 60s;
    tablet.connect(board);
    tablet.settle();
    EXPECT_EQ(view().notice, "");

    tablet.tell(board.show());

    EXPECT_EQ(view().notice, "2 sent, all on the panel");
    tablet.now += 5s;
    EXPECT_EQ(view().notice, "");
}

TEST_F(ClientViewTest, SaysThatTheBoardCannotSaveUntilItCanAgain)
{
    tablet.connect(board);
    tablet.settle();
    session::Error fault;
    fault.code = session::ErrorCode::kStorageFault;

    tablet.tell(fault);

    EXPECT_EQ(view().strip, Strip::kStorageFault);
    tablet.connect(board);
    tablet.settle();
    EXPECT_NE(view().strip, Strip::kStorageFault);
}

TEST_F(ClientViewTest, NamesThePanelsTroubleInTheBoardsWords)
{
    tablet.connect(board);
    tablet.settle();
    session::PanelState panel = board.show();
    panel.status = session::PanelStatus::kFault;
    panel.detail = "/dev/ttyUSB0 is gone; plug it in";

    tablet.tell(panel);

    EXPECT_EQ(view().strip, Strip::kPanelFault);
    EXPECT_EQ(view().panel_detail, "/dev/ttyUSB0 is gone; plug it in");
}

TEST_F(ClientViewTest, KnowsTheMatchesThatTheBoardWhichIsThereHasLeft)
{
    tablet.connect(board);
    tablet.settle();
    session::LeftMatches left;
    left.matches.resize(2);

    tablet.tell(left);
    EXPECT_EQ(view().left, left.matches);

    tablet.connect(board); // another connection tells them anew, or has none
    tablet.settle();
    EXPECT_TRUE(view().left.empty());
}

TEST_F(ClientViewTest, GivesTheOffsetThatTurnsItsTimeIntoTheBoards)
{
    tablet.connect(board);
    tablet.settle();

    EXPECT_EQ(view().board_offset, Tablet::kOffset);
}

} // namespace
} // namespace scoreboard::client
