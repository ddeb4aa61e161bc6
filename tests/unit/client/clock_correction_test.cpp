#include "client/clock_correction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tablet.h"

// Goal: a game clock that was put right brings up what ran with it, once, and moves none of it by itself.
namespace scoreboard::client {
namespace {

using match::AdjustPenalties;
using match::ClockId;
using match::Command;
using match::SetClock;
using match::Side;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ClockCorrectionTest : public testing::Test {
protected:
    // A minute of the first period is played by `rules`, the clock stands.
    void play(const std::string& rules)
    {
        board.start_new_match(tablet.board_now(), rules);
        tablet.connect(board);
        tablet.settle();
        tablet.tap(match::StartClock{ClockId::kGame});
        tablet.settle();
        tablet.now += 60s;
        tablet.connect(board);
        tablet.tap(match::StopClock{ClockId::kGame});
        tablet.settle();
    }
    void set_clock(match::Duration value)
    {
        tablet.tap(SetClock{ClockId::kGame, value});
        tablet.settle();
    }
    std::vector<OfferView> offers() const { return tablet.client->view(tablet.now).offers; }

    ToyBoard board{test_id<match::BoardId>(0x20), test_id<match::LogId>(0x10)};
    Tablet tablet;
};

TEST_F(ClockCorrectionTest, LeavesThePenaltiesAloneThatAreServedByJams)
{
    play("roller_derby.wftda.2025");
    tablet.tap(match::AddPenalty{Side::kHome, 0, 7, false});
    tablet.settle();

    set_clock(1750s); // it stood at 29:00

    EXPECT_THAT(offers(), IsEmpty());
}

TEST_F(ClockCorrectionTest, OffersToMoveTheShotClockWithTheGameClock)
{
    play("basketball.fiba.2026");
    tablet.tap(match::ResetShotClock{14s});
    tablet.settle();

    set_clock(545s); // it stood at 9:00

    ASSERT_THAT(offers(), SizeIs(1));
    EXPECT_EQ(offers()[0].text,
              "The game clock was put back by 5 s: put the shot clock (14.0 -> 19.0) back too?");
    EXPECT_THAT(offers()[0].commands, ElementsAre(Command(SetClock{ClockId::kShot, 19s})));
    EXPECT_EQ(match::value_at(tablet.client->predicted(), ClockId::kShot, tablet.board_now()), 14s);
}

TEST_F(ClockCorrectionTest, OffersToMovePenaltiesWithTheGameClock)
{
    play("ice_hockey.iihf.2025");
    tablet.tap(match::AddPenalty{Side::kHome, 0, 7, false});
    tablet.tap(match::AddPenalty{Side::kGuest, 0, 9, false});
    tablet.settle();

    set_clock(1139500ms); // it stood at 19:00

    ASSERT_THAT(offers(), SizeIs(1));
    EXPECT_EQ(offers()[0].text, "The game clock was put on by 0.5 s: put the 2 penalties on too?");
    EXPECT_THAT(offers()[0].commands, ElementsAre(Command(AdjustPenalties{-500ms, true})));
}

TEST_F(ClockCorrectionTest, WhoPlaysOnHasTakenTheShotClockAsItIs)
{
    play("basketball.fiba.2026");
    tablet.tap(match::ResetShotClock{14s});
    set_clock(545s);
    ASSERT_THAT(offers(), SizeIs(1));

    tablet.tap(match::StartClock{ClockId::kGame});
    tablet.settle();
    tablet.tap(match::StopClock{ClockId::kGame});
    tablet.settle();

    EXPECT_THAT(offers(), IsEmpty());
}

TEST_F(ClockCorrectionTest, OneAnswerIsEnough)
{
    play("basketball.fiba.2026");
    tablet.tap(match::ResetShotClock{14s});
    set_clock(545s);

    const std::vector<OfferView> asked = offers();
    for (const Command& command : asked.at(0).commands) {
        tablet.tap(command);
    }
    tablet.settle();

    EXPECT_THAT(offers(), IsEmpty());
    EXPECT_EQ(match::value_at(tablet.client->predicted(), ClockId::kShot, tablet.board_now()), 19s);
    set_clock(544s);
    EXPECT_THAT(offers().at(0).text, HasSubstr("put on by 1 s"));
}

TEST_F(ClockCorrectionTest, WhatIsPutRightTwiceIsOneDifferenceAndANewQuestion)
{
    play("ice_hockey.iihf.2025");
    tablet.tap(match::AddPenalty{Side::kHome, 0, 7, false});
    set_clock(1150s);
    const std::uint64_t first = offers().at(0).number;
    set_clock(1152s);

    EXPECT_THAT(offers().at(0).commands, ElementsAre(Command(AdjustPenalties{12s, true})));
    EXPECT_NE(offers().at(0).number, first);

    set_clock(1140s); // as it was
    EXPECT_THAT(offers(), IsEmpty());
}

TEST_F(ClockCorrectionTest, AnEditOfTheClockOffersItsDifference)
{
    play("ice_hockey.iihf.2025");
    set_clock(1100s);
    const match::CommandId wrong = tablet.client->confirmed().entries().back().id();
    tablet.tap(match::AddPenalty{Side::kHome, 0, 7, false});
    tablet.settle();
    tablet.now += ClockCorrection::kOfferFor + 1s; // what it was set to then is no question any more
    tablet.connect(board);
    tablet.settle();

    tablet.client->issue_confirmed(match::Edit{wrong, SetClock{ClockId::kGame, 1130s}}, tablet.now,
                                   tablet.now);
    tablet.settle();

    ASSERT_THAT(offers(), SizeIs(1));
    EXPECT_THAT(offers()[0].commands, ElementsAre(Command(AdjustPenalties{30s, true})));
}

TEST_F(ClockCorrectionTest, LeavesAShotClockAloneThatWasSetSinceTheWrongValue)
{
    play("basketball.fiba.2026");
    set_clock(530s);
    const match::CommandId wrong = tablet.client->confirmed().entries().back().id();
    tablet.tap(match::ResetShotClock{14s});
    tablet.settle();

    tablet.client->issue_confirmed(match::Edit{wrong, SetClock{ClockId::kGame, 535s}}, tablet.now,
                                   tablet.now);
    tablet.settle();

    EXPECT_THAT(offers(), IsEmpty());
}

TEST_F(ClockCorrectionTest, IsNoQuestionAnyMoreWhenThePlayHasGoneOn)
{
    play("ice_hockey.iihf.2025");
    tablet.tap(match::AddPenalty{Side::kHome, 0, 7, false});
    set_clock(1150s);
    ASSERT_THAT(offers(), SizeIs(1));

    tablet.now += ClockCorrection::kOfferFor + 1s;
    EXPECT_THAT(offers(), IsEmpty());

    set_clock(1160s);
    EXPECT_THAT(offers().at(0).commands, ElementsAre(Command(AdjustPenalties{10s, true})));
    tablet.tap(match::NextPeriod{});
    tablet.settle();
    EXPECT_THAT(offers(), IsEmpty());
}

TEST_F(ClockCorrectionTest, AsksNothingWhereNothingRanWithTheClock)
{
    play("handball.ihf.2016");

    set_clock(70s);

    EXPECT_THAT(offers(), IsEmpty());
}

} // namespace
} // namespace scoreboard::client
