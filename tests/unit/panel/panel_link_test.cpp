#include "panel/panel_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "framing/panel_image.h"
#include "panel_rig.h"

// PanelLink against the real firmware, over a cable in virtual time.
namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::vector<LinkHealth> healths(const PanelRig& rig)
{
    std::vector<LinkHealth> values;
    for (const HealthChanged& change : rig.health) {
        values.push_back(change.health);
    }
    return values;
}

ClockSlot game_clock(ClockMode mode, Duration value, BoardTime anchor)
{
    ClockSlot slot;
    slot.mode = mode;
    slot.format = kClockTenthsBelow60 | kClockCeil | kClockBlankLeadingZero;
    slot.first = find_layout("multisport")->digit_field("clock")->first;
    slot.width = find_layout("multisport")->digit_field("clock")->width;
    slot.value = value;
    slot.anchor = anchor;
    slot.expiry = kClockExpiryHorn;
    return slot;
}

Picture with_clock(PanelRig& rig, ClockMode mode, Duration value)
{
    Picture picture = rig.scores(54, 49);
    picture.clocks[0] = game_clock(mode, value, rig.now());
    return picture;
}

TEST(PanelLinkTest, ShowsAPictureAndClaimsItOnceItIsLatched)
{
    PanelRig rig;
    const Rev rev = rig.score(54, 49);

    rig.open();
    const bool shown = rig.run_until_shown(rev, 200ms);

    EXPECT_TRUE(shown);
    EXPECT_EQ(rig.text("home.score"), "54");
    EXPECT_EQ(rig.text("guest.score"), "49");
    EXPECT_EQ(healths(rig), (std::vector{LinkHealth::kConnecting, LinkHealth::kOk}));
    EXPECT_THAT(rig.lies, IsEmpty());
}

TEST(PanelLinkTest, WaitsForItsFirstPictureAndIsNotBlindMeanwhile)
{
    PanelRig rig;
    rig.open();
    rig.run_for(5s);

    const Rev rev = rig.score(54, 49);

    EXPECT_TRUE(rig.run_until_shown(rev, 50ms));
    EXPECT_THAT(healths(rig), Not(testing::Contains(LinkHealth::kBlind)));
}

TEST(PanelLinkTest, SendsAChangedScoreAsOneShortDelta)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(48, 49), 200ms));
    rig.run_for(600ms);
    const std::uint64_t frames = rig.link().counters().frames_sent;
    const std::uint64_t bytes = rig.link().counters().bytes_sent;

    const Rev rev = rig.score(50, 49);

    EXPECT_EQ(rig.link().counters().frames_sent - frames, 1u);
    EXPECT_LE(rig.link().counters().bytes_sent - bytes, 16u);
    EXPECT_TRUE(rig.run_until_shown(rev, 10ms));
}

TEST(PanelLinkTest, ClaimsARevThatChangesNothingAtOnce)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(54, 49), 200ms));

    const Rev rev = rig.note();

    EXPECT_EQ(rig.link().shown(), rev);
}

TEST(PanelLinkTest, NewestOfABurstWins)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(0, 0), 200ms));

    Rev rev = 0;
    for (int points = 1; points <= 40; ++points) {
        rev = rig.score(points, 0);
    }

    EXPECT_TRUE(rig.run_until_shown(rev, 20ms));
    EXPECT_EQ(rig.text("home.score"), "40");
    EXPECT_THAT(rig.lies, IsEmpty());
}

TEST(PanelLinkTest, KeepsAtMostOneFrameOnTheWire)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(0, 0), 200ms));
    rig.score(1, 0);

    rig.score(2, 0);
    rig.score(3, 0);

    EXPECT_EQ(rig.link().poll_transmit(rig.now()), std::nullopt);
    ASSERT_TRUE(rig.link().next_deadline().has_value());
    EXPECT_GT(*rig.link().next_deadline(), rig.now());
}

TEST(PanelLinkTest, RunsTheClockOnThePanelWithoutSendingItsTicks)
{
    PanelRig rig;
    rig.open();
    rig.show(with_clock(rig, ClockMode::kDown, 60s));
    rig.run_for(2s);
    const std::uint32_t image_rev = rig.link().image_rev();

    rig.run_for(17650ms);

    EXPECT_EQ(rig.text("clock"), "40.4");
    EXPECT_EQ(rig.link().image_rev(), image_rev);
    EXPECT_EQ(rig.link().health(), LinkHealth::kOk);
    EXPECT_THAT(rig.lies, IsEmpty());
}

TEST(PanelLinkTest, ClaimsARunningClockOnlyOncePanelTimeIsValid)
{
    PanelRig rig;
    const Rev rev = rig.show(with_clock(rig, ClockMode::kDown, 60s));
    rig.open();

    ASSERT_TRUE(rig.run_until_shown(rev, 500ms));

    EXPECT_TRUE(panel_firmware_time_is_valid(&rig.panel().firmware()));
}

TEST(PanelLinkTest, SendsTheClocksValueTenTimesASecondWhilePanelTimeIsUnknown)
{
    PanelRig rig;
    rig.open();
    // TIME_REQ is type 4: the only frames that are swallowed.
    rig.intercept = [](const std::vector<std::uint8_t>& frame) { return frame.size() <= 13; };
    const Rev rev = rig.show(with_clock(rig, ClockMode::kDown, 50s));

    rig.run_for(3050ms);

    EXPECT_EQ(rig.text("clock"), "47.0");
    EXPECT_NE(rig.link().shown(), rev);
}

TEST(PanelLinkTest, SoundsTheHornAtExpiryAndStandsAtZero)
{
    PanelRig rig;
    rig.open();
    rig.show(with_clock(rig, ClockMode::kDown, 3s));
    rig.run_for(2900ms);
    const bool horn_before = rig.panel().light().horn;

    rig.run_for(200ms);

    EXPECT_FALSE(horn_before);
    EXPECT_TRUE(rig.panel().light().horn);
    EXPECT_EQ(rig.text("clock"), "0.0");
    rig.run_for(2s);
    EXPECT_FALSE(rig.panel().light().horn);
}

TEST(PanelLinkTest, NeverSoundsAHornThatHasPassed)
{
    PanelRig rig;
    Picture picture = rig.scores(1, 2);
    picture.horn = HornSlot{3, kHornSteady, rig.now(), 1500ms};
    rig.show(picture);
    rig.run_for(2s);

    rig.open();
    bool sounded = false;
    rig.run_until(5s, [&] {
        sounded = sounded || rig.panel().light().horn;
        return false;
    });

    EXPECT_FALSE(sounded);
}

TEST(PanelLinkTest, SoundsAHornThatLiesAheadByThePanelsOwnClock)
{
    PanelRig rig;
    rig.open();
    Picture picture = rig.scores(1, 2);
    picture.horn = HornSlot{3, kHornSteady, rig.now() + 5s, 1s};
    ASSERT_TRUE(rig.run_until_shown(rig.show(picture), 500ms));
    rig.run_for(1s);
    rig.panel().set_receive_dead(true);

    ASSERT_TRUE(rig.run_until(6s, [&] { return rig.panel().light().horn; }));

    EXPECT_NEAR(static_cast<double>((rig.now() - picture.horn->start).count()), 0, 6000);
}

TEST(PanelLinkTest, PicturesGoOutBlindWhileNothingComesBack)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(10, 9), 200ms));
    rig.panel().set_transmit_dead(true);
    rig.run_for(1500ms);
    ASSERT_EQ(rig.link().health(), LinkHealth::kBlind);
    EXPECT_THAT(rig.health.back().detail, testing::HasSubstr("nothing comes back"));

    const Rev rev = rig.score(12, 9);
    rig.run_for(600ms);

    EXPECT_EQ(rig.text("home.score"), "12");
    EXPECT_NE(rig.link().shown(), rev);
    rig.panel().set_transmit_dead(false);
    EXPECT_TRUE(rig.run_until_shown(rev, 1s));
    EXPECT_EQ(rig.link().health(), LinkHealth::kOk);
    EXPECT_THAT(rig.lies, IsEmpty());
}

TEST(PanelLinkTest, SaysWithinOneAndAHalfSecondsThatAPanelHearsNothing)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(10, 9), 200ms));
    rig.run_for(3s);
    rig.panel().set_receive_dead(true);

    ASSERT_TRUE(rig.run_until(1500ms, [&] { return rig.link().health() == LinkHealth::kBlind; }));

    rig.run_for(1s);
    EXPECT_THAT(rig.health.back().detail, testing::HasSubstr("does not hear the board"));
    const Rev rev = rig.score(11, 9);
    rig.panel().set_receive_dead(false);
    EXPECT_TRUE(rig.run_until_shown(rev, 1s));
}

TEST(PanelLinkTest, ShowsNothingToAPanelOfAnotherLayout)
{
    PanelRig::Options options;
    std::swap(options.panel_layout.digits[0].first, options.panel_layout.digits[1].first);
    PanelRig rig(options);
    rig.score(54, 49);

    rig.open();
    rig.run_for(5s);

    EXPECT_EQ(rig.link().health(), LinkHealth::kOtherLayout);
    EXPECT_FALSE(rig.panel().firmware().display.has_image);
    EXPECT_THAT(rig.health.back().detail, testing::HasSubstr("another layout"));
    EXPECT_THAT(rig.shown, IsEmpty());
}

TEST(PanelLinkTest, GivesThePictureBackWithinFortyMillisecondsOfABoot)
{
    for (const panel_reset cause : {kResetPowerOn, kResetBrownOut, kResetWatchdog}) {
        PanelRig rig;
        rig.open();
        ASSERT_TRUE(rig.run_until_shown(rig.score(54, 49), 200ms));
        rig.panel().reset(cause, rig.line_now());
        ASSERT_TRUE(rig.run_until(100ms, [&] { return rig.panel().firmware().boot_id != 0; }));

        EXPECT_TRUE(rig.run_until(40ms, [&] { return rig.is_right() && rig.text("home.score") == "54"; }));

        EXPECT_TRUE(rig.run_until(200ms, [&] { return rig.link().acknowledged().has_value(); }));
        EXPECT_THAT(rig.lies, IsEmpty());
    }
}

TEST(PanelLinkTest, WarnsOfAPanelThatKeepsRestarting)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(54, 49), 200ms));

    for (int restart = 0; restart < 4; ++restart) {
        rig.panel().reset(kResetBrownOut, rig.line_now());
        rig.run_for(3s);
    }

    EXPECT_EQ(rig.health.back().health, LinkHealth::kOk);
    EXPECT_THAT(rig.health.back().detail, testing::HasSubstr("check its power supply"));
}

TEST(PanelLinkTest, TellsNobodyOfAPlugThatIsBackWithinASecond)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(54, 49), 200ms));
    const std::size_t told = rig.health.size();

    rig.close();
    rig.run_for(700ms);
    rig.open();
    rig.run_for(2s);

    EXPECT_THAT(rig.health, SizeIs(told));
    EXPECT_EQ(rig.link().health(), LinkHealth::kOk);
}

TEST(PanelLinkTest, TellsOfAPortThatStaysAwayAndWhy)
{
    PanelRig rig;
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(54, 49), 200ms));

    rig.close();
    ASSERT_TRUE(rig.run_until(1500ms, [&] { return rig.link().health() == LinkHealth::kNoPort; }));

    EXPECT_EQ(rig.health.back().detail, "pulled out");
    const Rev rev = rig.score(56, 49);
    rig.open();
    EXPECT_TRUE(rig.run_until_shown(rev, 250ms));
}

TEST(PanelLinkTest, ASpareBoardWithLowerNumbersIsNotRefused)
{
    PanelRig rig;
    rig.open();
    for (int points = 0; points < 100; ++points) {
        rig.score(points, 0);
        rig.run_for(10ms);
    }

    rig.restart_board(0x5A5A5A5A);
    rig.open();
    const Rev rev = rig.score(7, 3);

    EXPECT_TRUE(rig.run_until_shown(rev, 300ms));
    EXPECT_EQ(rig.text("home.score"), "7");
    EXPECT_THAT(rig.lies, IsEmpty());
}

TEST(PanelLinkTest, AnIdleLineIsNeverTakenForADeadOne)
{
    for (const std::uint32_t baud : {9600u, 19200u, 57600u, 115200u, 250000u}) {
        PanelRig::Options options;
        options.baud = baud;
        PanelRig rig(options);
        rig.open();
        ASSERT_TRUE(rig.run_until_shown(rig.score(1, 1), 3s)) << baud;

        rig.run_for(60s);

        EXPECT_THAT(healths(rig), Not(testing::Contains(LinkHealth::kBlind))) << baud;
        // On a slow line a STATUS in front of an ACK may outlast the timeout.
        EXPECT_LE(rig.link().counters().retransmissions, baud < 57600 ? 6u : 0u) << baud;
    }
}

TEST(PanelLinkTest, WorksAtEveryBaudRate)
{
    for (const std::uint32_t baud : {9600u, 19200u, 57600u, 115200u, 250000u}) {
        PanelRig::Options options;
        options.baud = baud;
        PanelRig rig(options);
        rig.open();
        ASSERT_TRUE(rig.run_until_shown(rig.score(1, 1), 3s)) << baud;
        rig.run_for(2s);

        EXPECT_TRUE(rig.run_until_shown(rig.score(2, 1), 100ms)) << baud;
        EXPECT_TRUE(rig.run_until_shown(rig.show(with_clock(rig, ClockMode::kDown, 30s)), 2s)) << baud;
        EXPECT_THAT(rig.lies, IsEmpty());
    }
}

} // namespace
} // namespace scoreboard::panel
