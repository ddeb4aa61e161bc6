#include "client/clock_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tablet.h"

// Goal: after a power cut a tablet proposes what it had the clock at, and nothing is set without a person.
namespace scoreboard::client {
namespace {

using match::ClockId;
using testing::HasSubstr;
using testing::IsEmpty;

class ClockMemoryTest : public testing::Test {
protected:
    // The clock has run for 10 s when the board is heard last; the cut comes, and the board is back after
    // `dark`.
    void cut_power(match::Duration stands_at, match::Duration dark = 7s)
    {
        tablet.connect(board);
        tablet.settle();
        tablet.tap(match::StartClock{});
        tablet.settle();
        for (int second = 0; second < 10; ++second) {
            tablet.now += 1s;
            tablet.settle();
        }
        tablet.disconnect();
        tablet.now += dark;
        board.reboot(test_id<match::BootId>(0x31), {stands_at, 24s, true});
    }
    void come_back()
    {
        tablet.connect(board);
        tablet.settle();
    }
    ClientView view() const { return tablet.client->view(tablet.now); }
    std::vector<std::string> offered() const
    {
        std::vector<std::string> values;
        for (const OfferView& offer : view().offers) {
            values.push_back(offer.value);
        }
        return values;
    }

    ToyBoard board{test_id<match::BoardId>(0x20), test_id<match::LogId>(0x10)};
    Tablet tablet;
};

TEST_F(ClockMemoryTest, OffersWhatItSawLastAndWhatTheClockWouldShowByNow)
{
    cut_power(600s); // the board knows no better than its START
    come_back();

    EXPECT_EQ(offered(), (std::vector<std::string>{"9:50.0", "9:43.0"}));
    EXPECT_THAT(view().offers[0].text, HasSubstr("continue from there?"));
    EXPECT_THAT(view().notice, HasSubstr("POWER WAS LOST while the clock ran: it stands at 10:00.0"));
    EXPECT_FALSE(match::runs(view().state, ClockId::kGame, tablet.board_now()));
    EXPECT_EQ(view().offers[1].commands.front(), match::Command(match::SetClock{ClockId::kGame, 583s}));
}

TEST_F(ClockMemoryTest, TrustsTheBoardsHeartbeatWhenItIsTheLaterOne)
{
    cut_power(589600ms);
    come_back();

    EXPECT_EQ(offered(), std::vector<std::string>{"9:43.0"});
}

TEST_F(ClockMemoryTest, OffersTheValueOfAStopThatWasTappedInTheDark)
{
    cut_power(590s, 3s);
    tablet.tap(match::StopClock{});
    tablet.settle();
    tablet.now += 20s;
    come_back();

    EXPECT_EQ(offered(), std::vector<std::string>{"9:47.0"});
    EXPECT_THAT(view().offers[0].text, HasSubstr("On this tablet the clock stood at 9:47.0"));
}

TEST_F(ClockMemoryTest, OffersNothingMoreOnceAPersonHasActed)
{
    cut_power(600s);
    come_back();
    ASSERT_FALSE(view().offers.empty());

    tablet.tap(view().offers[0].commands.front());
    tablet.settle();

    EXPECT_THAT(offered(), IsEmpty());
    EXPECT_EQ(view().state.game.value, 590s);
    EXPECT_THAT(view().notice, IsEmpty());
}

TEST_F(ClockMemoryTest, OffersNothingWhenTheClockStood)
{
    tablet.connect(board);
    tablet.settle();
    tablet.disconnect();
    tablet.now += 5s;
    board.reboot(test_id<match::BootId>(0x31), {600s, 24s, false});
    come_back();

    EXPECT_THAT(offered(), IsEmpty());
    EXPECT_THAT(view().notice, IsEmpty());
}

TEST_F(ClockMemoryTest, RemembersThroughASecondCut)
{
    cut_power(600s);
    come_back();
    tablet.disconnect();
    tablet.now += 5s;
    board.reboot(test_id<match::BootId>(0x32), {600s, 24s, true});
    come_back();

    EXPECT_EQ(offered(), (std::vector<std::string>{"9:50.0", "9:43.0"}));
}

} // namespace
} // namespace scoreboard::client
