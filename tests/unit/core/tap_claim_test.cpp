#include "core/tap_claim.h"

#include <gtest/gtest.h>

#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;

TapClaim claim_of(const session::CommandMessage& message, const match::BootId& board_boot = kBoot,
                  std::optional<match::TabletTime> floor = {})
{
    return tap_claim(session::Submitted{message, kStart, kTabletBoot, floor}, board_boot);
}

TEST(TapClaimTest, PutsTheTapOnTheBoardsTimeLine)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.sent += 800ms;

    const TapClaim claim = claim_of(message);

    EXPECT_EQ(claim, (TapClaim{.at = kStart, .uncertainty = 1ms, .age = 800ms, .before_floor = 0s}));
}

TEST(TapClaimTest, TakesTheSmallerUncertaintyOfBodyAndEnvelope)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.board_boot = kBoot;
    message.offset = kOffset + 3ms;
    message.uncertainty = 900us;

    const TapClaim claim = claim_of(message);

    EXPECT_EQ(claim.at, kStart + 3ms);
    EXPECT_EQ(claim.uncertainty, 900us);
}

TEST(TapClaimTest, UsesTheEnvelopeWhenTheBodyKnewAnotherBoot)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.sealed.body.tap.board_boot = kNextBoot;
    message.board_boot = kBoot;
    message.offset = kOffset + 3ms;
    message.uncertainty = 40ms;

    const TapClaim claim = claim_of(message);

    EXPECT_EQ(claim.at, kStart + 3ms);
    EXPECT_EQ(claim.uncertainty, 40ms);
}

TEST(TapClaimTest, KnowsNoTimeFromSamplesOfAnotherBoot)
{
    const auto message = tap(kAnna, 1, match::StopClock{}, kStart);

    const TapClaim claim = claim_of(message, kNextBoot);

    EXPECT_FALSE(claim.at);
}

TEST(TapClaimTest, KnowsNoTimeOfATapFromBeforeThisBoot)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.sealed.body.tap.board_boot = kNextBoot;
    message.board_boot = kBoot;
    message.offset = kOffset - kStart.time_since_epoch() - 1us; // the boot came after the tap
    message.uncertainty = 1ms;

    const TapClaim claim = claim_of(message);

    EXPECT_FALSE(claim.at);
}

TEST(TapClaimTest, NeverClaimsToBeSentBeforeTheTap)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.sent -= 5s;

    EXPECT_EQ(claim_of(message).age, 0s);
}

TEST(TapClaimTest, ClampsATapToAFloorThatWasPromisedBefore)
{
    const auto message = tap(kAnna, 1, match::StopClock{}, kStart);

    const TapClaim claim = claim_of(message, kBoot, tablet_time(kStart + 700ms));

    EXPECT_EQ(claim.at, kStart + 700ms);
    EXPECT_EQ(claim.before_floor, 700ms);
}

TEST(TapClaimTest, BelievesNothingThatTheConnectionSaysOfAnEarlierBootOfTheTablet)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.sealed.body.tap.tablet_boot = kNextBoot;
    message.board_boot = kBoot;
    message.offset = kOffset + 3ms;
    message.uncertainty = 10us; // of the new time line, however good
    message.sent += 1ms;

    const TapClaim claim = claim_of(message, kBoot, tablet_time(kStart + 700ms));

    EXPECT_EQ(claim.at, kStart) << "what the body knew of the board at the tap still holds";
    EXPECT_EQ(claim.uncertainty, 1ms);
    EXPECT_EQ(claim.before_floor, 0s);
    EXPECT_EQ(claim.age, kAgeOfEarlierBoot) << "it must not pass for a tap of a millisecond ago";
}

} // namespace
} // namespace scoreboard::core
