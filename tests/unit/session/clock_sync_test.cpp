#include "session/clock_sync.h"

#include <chrono>
#include <gtest/gtest.h>

namespace scoreboard::session {
namespace {

using namespace std::chrono_literals;

constexpr Duration kTrueOffset = 500s;

BootId boot(std::uint8_t number)
{
    BootId id;
    id.bytes.fill(number);
    return id;
}

BoardTime on_board(TabletTime at)
{
    return BoardTime(at.time_since_epoch() + kTrueOffset);
}

// A question at `t0` that took `there` to the board and whose answer took `back`.
void sample(ClockSync& clock, TabletTime t0, Duration there, Duration back, std::uint8_t board_boot = 1)
{
    const TabletTime heard = t0 + there;
    clock.add(boot(board_boot), t0, on_board(heard), on_board(heard + 1ms), heard + 1ms + back);
}

TEST(ClockSyncTest, KnowsNothingBeforeTheFirstSample)
{
    const ClockSync clock;

    EXPECT_EQ(clock.estimate(TabletTime(10s)), std::nullopt);
}

TEST(ClockSyncTest, FindsTheOffsetExactlyWhenBothWaysTakeAsLong)
{
    ClockSync clock;

    sample(clock, TabletTime(10s), 4ms, 4ms);

    const auto known = clock.estimate(TabletTime(10s) + 4500us);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->board_boot, boot(1));
    EXPECT_EQ(known->offset, kTrueOffset);
    EXPECT_EQ(known->uncertainty, 4ms + 2ms); // δ/2 and the margin
}

// However lopsided the path is, the true offset lies within the uncertainty.
TEST(ClockSyncTest, NeverClaimsMoreThanItKnows)
{
    struct Row {
        Duration there;
        Duration back;
    };
    constexpr Row kRows[] = {{0ms, 0ms}, {30ms, 0ms}, {0ms, 30ms}, {1ms, 900ms}, {900ms, 1ms}, {1us, 2us}};
    for (const Row& row : kRows) {
        ClockSync clock;

        sample(clock, TabletTime(100s), row.there, row.back);

        const auto known = clock.estimate(TabletTime(101s));
        ASSERT_TRUE(known);
        const Duration error = known->offset - kTrueOffset;
        EXPECT_LE(std::chrono::abs(error), known->uncertainty)
            << row.there.count() << " " << row.back.count();
    }
}

TEST(ClockSyncTest, TrustsAQuickAnswerLongAgoMoreThanASlowOneNow)
{
    ClockSync clock;
    sample(clock, TabletTime(100s), 1ms, 1ms);
    sample(clock, TabletTime(150s), 80ms, 0ms);

    const auto known = clock.estimate(TabletTime(150s));

    ASSERT_TRUE(known);
    EXPECT_EQ(known->offset, kTrueOffset);
    EXPECT_LT(known->uncertainty, 1ms + 2ms + 6ms); // 50 s at 100 ppm are 5 ms
}

TEST(ClockSyncTest, LosesTrustByAHundredMicrosecondsASecond)
{
    ClockSync clock;
    sample(clock, TabletTime(100s), 0ms, 0ms);
    const auto fresh = clock.estimate(TabletTime(100s) + 500us);

    const auto later = clock.estimate(TabletTime(160s) + 500us);
    const auto earlier = clock.estimate(TabletTime(40s) + 500us);

    EXPECT_EQ(later->uncertainty - fresh->uncertainty, 6ms);
    EXPECT_EQ(earlier->uncertainty - fresh->uncertainty, 6ms);
}

TEST(ClockSyncTest, KeepsTheBestOfEachSlotAndNoMore)
{
    ClockSync clock;
    for (int second = 0; second < 3 * 3600; ++second) {
        const Duration there = second % 10 == 7 ? Duration(1ms) : Duration(20ms);
        sample(clock, TabletTime(std::chrono::seconds(second)), there, 1ms);
    }

    EXPECT_LE(clock.kept(), 13u + 31u); // 10 s slots of 2 min, 1 min slots of 30 min, and one under way each
    EXPECT_GE(clock.kept(), 12u + 27u);
    const auto old = clock.estimate(TabletTime(std::chrono::seconds(3 * 3600 - 20 * 60)));
    EXPECT_EQ(old->offset, kTrueOffset); // the quick one of that minute
}

TEST(ClockSyncTest, ForgetsTheTimeLineOfAnotherBoardBoot)
{
    ClockSync clock;
    sample(clock, TabletTime(100s), 1ms, 1ms, 1);

    sample(clock, TabletTime(110s), 50ms, 50ms, 2);

    const auto known = clock.estimate(TabletTime(100s));
    ASSERT_TRUE(known);
    EXPECT_EQ(known->board_boot, boot(2));
    EXPECT_EQ(clock.kept(), 1u);
}

TEST(ClockSyncTest, PassesOverImpossibleTimes)
{
    struct Row {
        const char* what;
        TabletTime t0;
        BoardTime t1;
        BoardTime t2;
        TabletTime t3;
    };
    const Row rows[] = {
        {"answered before asked", TabletTime(10s), BoardTime(1s), BoardTime(1s), TabletTime(9s)},
        {"sent before heard", TabletTime(10s), BoardTime(2s), BoardTime(1s), TabletTime(11s)},
        {"thought about for longer than it took", TabletTime(10s), BoardTime(1s), BoardTime(9s),
         TabletTime(11s)},
    };
    for (const Row& row : rows) {
        ClockSync clock;

        clock.add(boot(1), row.t0, row.t1, row.t2, row.t3);

        EXPECT_EQ(clock.estimate(TabletTime(10s)), std::nullopt) << row.what;
    }
}

TEST(ClockSyncTest, GoesOnFromWhatAnEarlierRunOfTheAppKnew)
{
    ClockSync clock;

    clock.restore({boot(1), kTrueOffset, 5ms}, TabletTime(100s));

    const auto known = clock.estimate(TabletTime(110s));
    ASSERT_TRUE(known);
    EXPECT_EQ(known->offset, kTrueOffset);
    EXPECT_EQ(known->uncertainty, 5ms + 1ms); // 10 s at 100 ppm
}

} // namespace
} // namespace scoreboard::session
