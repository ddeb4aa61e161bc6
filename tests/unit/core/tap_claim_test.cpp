#include "core/tap_claim.h"

#include <gtest/gtest.h>

#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;

TEST(TapClaimTest, PutsTheTapOnTheBoardsTimeLine)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.sent += 800ms;

    const TapClaim claim = tap_claim(message, kBoot, std::nullopt);

    EXPECT_EQ(claim, (TapClaim{.at = kStart, .uncertainty = 1ms, .age = 800ms, .before_floor = 0s}));
}

TEST(TapClaimTest, TakesTheSmallerUncertaintyOfBodyAndEnvelope)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.board_boot = kBoot;
    message.offset = kOffset + 3ms;
    message.uncertainty = 900us;

    const TapClaim claim = tap_claim(message, kBoot, std::nullopt);

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

    const TapClaim claim = tap_claim(message, kBoot, std::nullopt);

    EXPECT_EQ(claim.at, kStart + 3ms);
    EXPECT_EQ(claim.uncertainty, 40ms);
}

TEST(TapClaimTest, KnowsNoTimeFromSamplesOfAnotherBoot)
{
    const auto message = tap(kAnna, 1, match::StopClock{}, kStart);

    const TapClaim claim = tap_claim(message, kNextBoot, std::nullopt);

    EXPECT_FALSE(claim.at);
}

TEST(TapClaimTest, KnowsNoTimeOfATapFromBeforeThisBoot)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.sealed.body.tap.board_boot = kNextBoot;
    message.board_boot = kBoot;
    message.offset = kOffset - kStart.time_since_epoch() - 1us; // the boot came after the tap
    message.uncertainty = 1ms;

    const TapClaim claim = tap_claim(message, kBoot, std::nullopt);

    EXPECT_FALSE(claim.at);
}

TEST(TapClaimTest, NeverClaimsToBeSentBeforeTheTap)
{
    auto message = tap(kAnna, 1, match::StopClock{}, kStart);
    message.sent -= 5s;

    EXPECT_EQ(tap_claim(message, kBoot, std::nullopt).age, 0s);
}

TEST(TapClaimTest, ClampsATapToAFloorThatWasPromisedBefore)
{
    const auto message = tap(kAnna, 1, match::StopClock{}, kStart);

    const TapClaim claim = tap_claim(message, kBoot, tablet_time(kStart + 700ms));

    EXPECT_EQ(claim.at, kStart + 700ms);
    EXPECT_EQ(claim.before_floor, 700ms);
}

} // namespace
} // namespace scoreboard::core
