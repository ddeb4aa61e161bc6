#include <gtest/gtest.h>

#include "panel/panel_time.h"
#include "panel/round_trip.h"
#include "panel/wire_clock.h"

namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;

constexpr BoardTime kStart{1h};

TEST(WireClockTest, CountsTenBitsAByte)
{
    EXPECT_EQ(WireClock(115200).duration_of(15), 1303us);
    EXPECT_EQ(WireClock(9600).duration_of(106), 110417us);
}

TEST(WireClockTest, IsBusyUntilEverythingHasLeft)
{
    WireClock wire(9600);

    wire.send(12, kStart);
    const BoardTime end = wire.send(12, kStart + 1ms);

    EXPECT_EQ(end, kStart + 25ms);
    EXPECT_TRUE(wire.is_busy(kStart + 24999us));
    EXPECT_FALSE(wire.is_busy(kStart + 25ms));
}

TEST(WireClockTest, IsSilentBeforeTheFirstByteAndFiftyMillisecondsAfterTheLast)
{
    WireClock wire(115200);
    EXPECT_TRUE(wire.was_silent(kStart));

    const BoardTime end = wire.send(1, kStart);

    EXPECT_FALSE(wire.was_silent(end + 50ms));
    EXPECT_TRUE(wire.was_silent(end + 51ms));
}

class RoundTripTest : public testing::Test {
protected:
    RoundTrip round_trip_{{7ms, 80ms}};
};

TEST_F(RoundTripTest, WaitsAHundredMillisecondsBeforeItKnows)
{
    EXPECT_EQ(round_trip_.timeout(), 100ms);
    EXPECT_EQ(round_trip_.smoothed(), std::nullopt);
}

TEST_F(RoundTripTest, SettlesAtItsFloorOnAQuickLine)
{
    for (int sample = 0; sample < 50; ++sample) {
        round_trip_.sample(2500us);
    }

    EXPECT_EQ(round_trip_.timeout(), 7ms);
    EXPECT_NEAR(static_cast<double>(round_trip_.smoothed()->count()), 2500, 50);
}

TEST_F(RoundTripTest, FollowsASlowAdapter)
{
    for (int sample = 0; sample < 50; ++sample) {
        round_trip_.sample(18ms);
    }

    EXPECT_GE(round_trip_.timeout(), 20ms);
    EXPECT_LE(round_trip_.timeout(), 30ms);
}

TEST_F(RoundTripTest, DoublesUpToItsCeilingAndStaysThere)
{
    round_trip_.sample(2ms);
    Duration before = round_trip_.timeout();

    for (int timeout = 0; timeout < 20; ++timeout) {
        round_trip_.back_off();
        EXPECT_GE(round_trip_.timeout(), before);
        before = round_trip_.timeout();
    }

    EXPECT_EQ(before, 80ms);
    round_trip_.sample(2ms);
    EXPECT_LT(round_trip_.timeout(), 80ms);
}

// A panel whose clock is `offset` ahead of the board's.
class PanelTimeTest : public testing::Test {
protected:
    PanelTimeTest() { time_.begin(7); }

    bool ask(BoardTime sent, Duration there, Duration held, Duration back)
    {
        time_.on_request(sent);
        const auto t2 = (sent + there).time_since_epoch() + offset_;
        const link_time_response response{static_cast<std::uint32_t>(sent.time_since_epoch().count()),
                                          static_cast<std::uint64_t>(t2.count()),
                                          static_cast<std::uint32_t>(held.count())};
        return time_.on_response(response, sent + there + held + back);
    }

    const Duration offset_ = -55min;
    PanelTime time_;
};

TEST_F(PanelTimeTest, IsUnknownBeforeTheFirstAnswer)
{
    EXPECT_EQ(time_.offset(), std::nullopt);
}

TEST_F(PanelTimeTest, IsExactWhenBothWaysTakeAsLong)
{
    ASSERT_TRUE(ask(kStart, 300us, 5ms, 300us));

    EXPECT_EQ(time_.offset(), offset_);
}

TEST_F(PanelTimeTest, TakesTheShortestRoundTripOfTheLastSixteen)
{
    ask(kStart, 300us, 0us, 300us);
    ask(kStart + 1s, 300us, 0us, 16ms);

    EXPECT_EQ(time_.offset(), offset_);
    for (int second = 2; second < 18; ++second) {
        ask(kStart + std::chrono::seconds(second), 1ms, 0us, 2ms);
    }
    EXPECT_EQ(time_.offset(), offset_ - 500us);
}

TEST_F(PanelTimeTest, KnowsItsRequestsAcrossTheWrapOfThirtyTwoBits)
{
    const BoardTime near_the_wrap{Duration((std::int64_t{3} << 32) - 100)};

    EXPECT_TRUE(ask(near_the_wrap, 300us, 0us, 300us));

    EXPECT_EQ(time_.offset(), offset_);
}

TEST_F(PanelTimeTest, TakesEveryAnswerOnceAndNoneUnasked)
{
    ASSERT_TRUE(ask(kStart, 300us, 0us, 300us));
    const link_time_response again{static_cast<std::uint32_t>(kStart.time_since_epoch().count()), 1, 0};

    EXPECT_FALSE(time_.on_response(again, kStart + 1s));
}

TEST_F(PanelTimeTest, BelievesNoPanelThatHasBeenUpForCenturies)
{
    time_.on_request(kStart);
    const link_time_response answer{static_cast<std::uint32_t>(kStart.time_since_epoch().count()),
                                    std::uint64_t{1} << 63U, 0};

    EXPECT_FALSE(time_.on_response(answer, kStart + 1ms));
    EXPECT_FALSE(time_.offset().has_value());
}

TEST_F(PanelTimeTest, StartsAnewWithAnotherBootOnly)
{
    ask(kStart, 300us, 0us, 300us);

    time_.begin(7);
    EXPECT_EQ(time_.offset(), offset_);

    time_.begin(8);
    EXPECT_FALSE(time_.offset().has_value());
}

TEST_F(PanelTimeTest, OffsetOfBeforeHoldsUntilTheFirstAnswerOfTheNewSession)
{
    ask(kStart, 300us, 0us, 300us);
    time_.begin(7);

    ask(kStart + 1h, 20ms, 0us, 30ms);

    EXPECT_EQ(time_.offset(), offset_ - 5ms);
}

} // namespace
} // namespace scoreboard::panel
