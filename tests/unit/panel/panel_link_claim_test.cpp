#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "framing/panel_image.h"
#include "panel/image.h"
#include "scripted_panel.h"

// When a rev counts as shown, and what else the board believes, against a panel that says whatever the test
// wants.
namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Picture score(const ScriptedPanel& panel, int points)
{
    Picture picture = dark_picture(panel.layout());
    put_text(picture, *panel.layout().digit_field("home.score"), std::to_string(points));
    return picture;
}

class ClaimTest : public testing::Test {
protected:
    ClaimTest()
    {
        panel_.open_session(score(panel_, 1), 1);
        EXPECT_THAT(panel_.shown(), ElementsAre(1u));
        panel_.link().set_picture(score(panel_, 2), 2, panel_.now());
        panel_.run_for(5ms);
    }

    ScriptedPanel panel_;
};

TEST_F(ClaimTest, FollowsFromAnAckOfThatImage)
{
    panel_.ack(panel_.truth());

    EXPECT_THAT(panel_.shown(), ElementsAre(2u));
}

TEST_F(ClaimTest, DoesNotFollowFromSending)
{
    panel_.run_for(500ms);

    EXPECT_THAT(panel_.shown(), IsEmpty());
}

TEST_F(ClaimTest, DoesNotFollowFromAnAckOfTheImageBefore)
{
    link_ack ack = panel_.truth();
    ack.image_rev = static_cast<std::uint16_t>(ack.image_rev - 1);
    ack.digest = 0;

    panel_.ack(ack);

    EXPECT_THAT(panel_.shown(), IsEmpty());
}

TEST_F(ClaimTest, DoesNotFollowFromAWrongDigestAndAFullRepairsIt)
{
    link_ack ack = panel_.truth();
    ack.digest ^= 1;

    panel_.ack(ack);
    panel_.run_for(60ms);

    EXPECT_THAT(panel_.shown(), IsEmpty());
    EXPECT_GE(panel_.count(kLinkFull), 1u);
    EXPECT_EQ(panel_.link().counters().digest_mismatches, 1u);
    panel_.ack(panel_.truth());
    EXPECT_THAT(panel_.shown(), ElementsAre(2u));
}

TEST_F(ClaimTest, DoesNotFollowWhileATestPictureIsShown)
{
    link_ack ack = panel_.truth();
    ack.flags |= kLinkAckTestActive;

    panel_.ack(ack);

    EXPECT_THAT(panel_.shown(), IsEmpty());
    panel_.ack(panel_.truth());
    EXPECT_THAT(panel_.shown(), ElementsAre(2u));
}

TEST_F(ClaimTest, DoesNotFollowFromAnAckWithoutASeed)
{
    panel_.ack(panel_.truth(), false);

    EXPECT_THAT(panel_.shown(), IsEmpty());
}

TEST_F(ClaimTest, DoesNotFollowFromAnImageNeverSent)
{
    link_ack ack = panel_.truth();
    ack.image_rev = static_cast<std::uint16_t>(ack.image_rev + 5);

    panel_.ack(ack);

    EXPECT_THAT(panel_.shown(), IsEmpty());
}

TEST_F(ClaimTest, OfARunningClockNeedsValidPanelTime)
{
    Picture picture = score(panel_, 3);
    picture.clocks[0] = ClockSlot{ClockMode::kDown, kClockCeil, 6, 4, 60s, panel_.now(), 0, 0};
    panel_.link().set_picture(picture, 3, panel_.now());
    panel_.run_for(5ms);
    link_ack ack = panel_.truth();
    ack.flags = 0;

    panel_.ack(ack);

    EXPECT_THAT(panel_.shown(), IsEmpty());
    panel_.ack(panel_.truth());
    EXPECT_THAT(panel_.shown(), ElementsAre(3u));
}

TEST_F(ClaimTest, OfARevThatChangesNothingWaitsForTheImageThatIsUnderWay)
{
    panel_.link().set_picture(score(panel_, 2), 3, panel_.now());

    EXPECT_THAT(panel_.shown(), IsEmpty());
    panel_.ack(panel_.truth());
    EXPECT_THAT(panel_.shown(), ElementsAre(3u));
}

TEST_F(ClaimTest, OfARevThatChangesNothingIsNotMadeBlind)
{
    panel_.ack(panel_.truth());
    panel_.shown();
    panel_.run_for(2s);

    panel_.link().set_picture(score(panel_, 2), 3, panel_.now());
    panel_.run_for(10ms);

    EXPECT_THAT(panel_.shown(), IsEmpty());
}

TEST(HandshakeTest, AForeignNonceIsAnsweredWithHelloAtOnce)
{
    ScriptedPanel panel;
    panel.link().set_picture(score(panel, 1), 1, panel.now());
    panel.link().on_open(panel.now(), ScriptedPanel::kNonce);
    panel.run_for(10ms);
    panel.forget();
    ScriptedPanel::Answer answer;
    answer.nonce = 0xF0F0F0F0;

    panel.hello_ack(answer);
    panel.run_for(3ms);

    EXPECT_EQ(panel.count(kLinkHello), 1u);
    EXPECT_EQ(panel.count(kLinkFull), 0u);
}

TEST(HandshakeTest, HelloComesEvery250MillisecondsUntilTheAnswer)
{
    ScriptedPanel panel;
    panel.link().set_picture(score(panel, 1), 1, panel.now());
    panel.link().on_open(panel.now(), ScriptedPanel::kNonce);

    panel.run_for(999ms);

    EXPECT_EQ(panel.count(kLinkHello), 4u);
    EXPECT_EQ(panel.count(kLinkFull), 0u);
}

TEST(HandshakeTest, SessionBeginsWithAFullAndEightTimeRequestsThenPings)
{
    ScriptedPanel panel;
    panel.link().set_picture(score(panel, 1), 1, panel.now());
    panel.link().on_open(panel.now(), ScriptedPanel::kNonce);
    panel.run_for(5ms);
    panel.hello_ack();
    panel.run_for(20ms);
    panel.ack(panel.truth());

    panel.run_for(380ms);

    EXPECT_EQ(panel.count(kLinkFull), 1u);
    EXPECT_EQ(panel.count(kLinkTimeRequest), 8u);
    EXPECT_GE(panel.count(kLinkPing), 1u);
}

// No panel of ours knows the nonce before it is told, but what comes over a wire must never end the daemon.
TEST(HandshakeTest, APanelThatAnswersBeforeItIsAskedIsAskedForItsTime)
{
    ScriptedPanel panel;
    panel.link().on_open(panel.now(), ScriptedPanel::kNonce);

    panel.hello_ack();
    panel.run_for(5ms);

    EXPECT_TRUE(panel.last(kLinkTimeRequest));
}

TEST(HandshakeTest, APanelOfAnotherVersionIsDrivenBlindAndNamed)
{
    for (const bool old_protocol : {true, false}) {
        ScriptedPanel panel;
        panel.link().set_picture(score(panel, 1), 1, panel.now());
        panel.link().on_open(panel.now(), ScriptedPanel::kNonce);
        panel.run_for(5ms);
        ScriptedPanel::Answer answer;
        (old_protocol ? answer.protocol : answer.schema_hash) = 0;

        panel.hello_ack(answer);
        panel.run_for(1200ms);

        EXPECT_EQ(panel.link().health(), LinkHealth::kBlind);
        EXPECT_THAT(panel.health().back().detail, HasSubstr("update the panel's firmware"));
        EXPECT_GE(panel.count(kLinkFull), 2u);
        EXPECT_EQ(panel.count(kLinkDelta), 0u);
    }
}

TEST(RestartTest, ANewBootGetsThePictureFirstAndTheHelloSecond)
{
    ScriptedPanel panel;
    panel.open_session(score(panel, 1), 1);

    panel.boot(0x0002CAFE);
    panel.run_for(15ms);

    ASSERT_EQ(panel.count(kLinkFull), 1u);
    ASSERT_EQ(panel.count(kLinkHello), 1u);
    EXPECT_EQ(static_cast<std::uint8_t>(panel.last(kLinkFull)->counter + 1), panel.last(kLinkHello)->counter);
}

TEST(RestartTest, ARepeatedBootOfTheSessionsOwnIsStale)
{
    ScriptedPanel panel;
    panel.open_session(score(panel, 1), 1);

    panel.boot(ScriptedPanel::kBootId);
    panel.run_for(15ms);

    EXPECT_EQ(panel.count(kLinkFull), 0u);
    EXPECT_EQ(panel.count(kLinkHello), 0u);
}

TEST(NakTest, OfAPanelWithoutASessionBringsHello)
{
    ScriptedPanel panel;
    panel.open_session(score(panel, 1), 1);

    panel.nak(kLinkNakNoSession, false);
    panel.run_for(5ms);

    EXPECT_EQ(panel.count(kLinkHello), 1u);
}

TEST(NakTest, StormIsHeededFiftyTimesASecondAtMost)
{
    ScriptedPanel panel;
    panel.open_session(score(panel, 1), 1);
    panel.link().set_picture(score(panel, 2), 2, panel.now());
    panel.run_for(2ms);
    panel.forget();

    for (int millisecond = 0; millisecond < 1000; ++millisecond) {
        panel.nak(kLinkNakCrc);
        panel.run_for(1ms);
    }

    EXPECT_LE(panel.count(kLinkDelta) + panel.count(kLinkFull), 66u); // and once a timeout
}

} // namespace
} // namespace scoreboard::panel
