// Goal: while the display is held the hall sees the numbers that it saw, whatever is entered or put right,
// and nothing that it does not see is called shown.
#include "core/held_display.h"

#include <gtest/gtest.h>

#include "match/correction_effect.h"
#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;
using match::AddScore;
using match::HoldDisplay;
using match::Side;

int seen(const MatchService& service)
{
    return match::score(service.outlook().on_display(), Side::kHome);
}

int counted(const MatchService& service)
{
    return match::score(service.committed().state, Side::kHome);
}

// 2 : 0, and the display is held at it.
class HeldDisplayTest : public testing::Test {
protected:
    HeldDisplayTest() : service_(playing_service())
    {
        enter(AddScore{Side::kHome, 2});
        enter(HoldDisplay{true});
        held_at_ = service_.committed().rev;
    }

    match::CommandId enter(match::Command command, match::BoardTime when = kStart)
    {
        const match::CommandId id{kAnna, ++seq_};
        give(service_, tap(kAnna, seq_, std::move(command), when), when);
        commit_all(service_);
        return id;
    }

    // As a person has seen what it changes, however far that goes.
    void put_right(match::Command command)
    {
        session::CommandMessage message = tap(kAnna, ++seq_, std::move(command));
        match::Entry preview;
        preview.sealed = message.sealed;
        preview.received = kStart;
        match::Body body = message.sealed.body;
        body.shown = match::shown_of(match::effect_of(service_.timeline(), preview, kStart));
        message.sealed = wire::seal(body);
        give(service_, std::move(message));
        commit_all(service_);
    }

    MatchService service_;
    match::Seq seq_ = 0;
    match::Rev held_at_ = 0;
};

TEST_F(HeldDisplayTest, WhatIsEnteredCountsAndIsNotSeen)
{
    enter(AddScore{Side::kHome, 3});

    EXPECT_EQ(counted(service_), 5);
    EXPECT_EQ(seen(service_), 2);
    EXPECT_GT(service_.outlook().rev, held_at_);
    EXPECT_EQ(service_.outlook().displayed_rev(), held_at_) << "what is not seen is not called shown";
}

TEST_F(HeldDisplayTest, WhatIsPutRightIsNotSeenEither)
{
    enter(match::Undo{{kAnna, 1}});

    EXPECT_EQ(counted(service_), 0);
    EXPECT_EQ(seen(service_), 2);
}

TEST_F(HeldDisplayTest, AStoppedClockIsSeenAtOnce)
{
    enter(match::StopClock{}, kStart + 10s);

    EXPECT_FALSE(match::runs(service_.outlook().on_display(), match::ClockId::kGame, kStart + 20s));
}

TEST_F(HeldDisplayTest, ReleasedEverythingIsSeen)
{
    enter(AddScore{Side::kHome, 3});
    enter(HoldDisplay{false});

    EXPECT_EQ(seen(service_), 5);
    EXPECT_EQ(service_.outlook().displayed_rev(), service_.committed().rev);
}

TEST_F(HeldDisplayTest, APeriodThatEndsReleasesIt)
{
    enter(AddScore{Side::kHome, 3});
    enter(match::NextPeriod{});

    EXPECT_EQ(seen(service_), 5);
}

TEST_F(HeldDisplayTest, HeldAgainByAnUndoItHoldsWhatTheHallSeesThen)
{
    enter(AddScore{Side::kHome, 3});
    const match::CommandId release = enter(HoldDisplay{false});
    const match::Rev released_at = service_.outlook().displayed_rev();

    enter(match::Undo{release});
    enter(AddScore{Side::kHome, 1});

    EXPECT_EQ(seen(service_), 5) << "never back to an older score";
    EXPECT_GT(service_.outlook().displayed_rev(), released_at);
}

TEST_F(HeldDisplayTest, AnotherPeriodByACorrectionIsSeen)
{
    enter(HoldDisplay{false});
    const match::CommandId ends = enter(match::NextPeriod{});
    enter(AddScore{Side::kHome, 1});
    enter(HoldDisplay{true});
    ASSERT_EQ(service_.outlook().on_display().at.phase, match::Phase::kInterval);

    put_right(match::Undo{ends});

    EXPECT_EQ(service_.outlook().on_display().at.phase, match::Phase::kPlay);
    EXPECT_EQ(seen(service_), 3);
}

TEST_F(HeldDisplayTest, ARestartedBoardHoldsOn)
{
    enter(match::Undo{{kAnna, 1}});
    enter(AddScore{Side::kHome, 3});

    MatchService after(options(), log_of(service_.timeline().entries()), Now{kStart + 60s, kWall});

    EXPECT_EQ(seen(after), 2);
    EXPECT_EQ(after.outlook().displayed_rev(), held_at_);
}

TEST_F(HeldDisplayTest, AHoldThatWasNotWrittenHoldsNothing)
{
    enter(HoldDisplay{false});
    give(service_, tap(kAnna, ++seq_, HoldDisplay{true}));
    ASSERT_TRUE(service_.take_batch());
    EXPECT_EQ(service_.outlook().held, nullptr) << "not committed yet";

    service_.on_storage_fault("no space");

    EXPECT_EQ(service_.outlook().held, nullptr);
    service_.on_not_rebuilt("no space", Now{kStart, kWall});
    EXPECT_EQ(seen(service_), 2);
}

TEST_F(HeldDisplayTest, WithoutARecordItHoldsInMemory)
{
    enter(HoldDisplay{false});
    give(service_, tap(kAnna, ++seq_, AddScore{Side::kHome, 1}));
    ASSERT_TRUE(service_.take_batch());
    service_.on_storage_fault("no space");
    service_.on_not_rebuilt("no space", Now{kStart, kWall});

    give(service_, tap(kAnna, ++seq_, HoldDisplay{true}));
    give(service_, tap(kAnna, ++seq_, AddScore{Side::kHome, 3}));

    EXPECT_EQ(match::score(service_.outlook().state, Side::kHome), 5);
    EXPECT_EQ(seen(service_), 2);
}

TEST_F(HeldDisplayTest, AnotherMatchBeginsInTheOpen)
{
    enter(match::OpenMatch{"handball.ihf.2016", "HAWKS", "TIGERS"});
    ASSERT_EQ(service_.ruleset().id, "handball.ihf.2016");

    enter(AddScore{Side::kHome, 1});

    EXPECT_EQ(service_.outlook().held, nullptr);
    EXPECT_EQ(seen(service_), 1);
}

} // namespace
} // namespace scoreboard::core
