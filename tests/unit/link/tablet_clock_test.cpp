// Goal: a tap's time is the tablet's own quartz, whatever a time server does to the machine's clocks.

#include <chrono>
#include <ctime>
#include <gtest/gtest.h>

#include "link/tablet_clock.h"

namespace scoreboard::link {
namespace {

match::Duration raw_clock()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC_RAW, &now);
    return std::chrono::duration_cast<match::Duration>(std::chrono::seconds(now.tv_sec) +
                                                       std::chrono::nanoseconds(now.tv_nsec));
}

// Clocks that a time server may slew have gone another way since the machine was started.
TEST(TabletClockTest, RunsAsTheQuartzDoesAndThroughSleep)
{
    const match::Duration slept = slept_since_boot();
    const match::Duration before = raw_clock();
    const match::TabletTime now = tablet_now();
    const match::Duration after = raw_clock();

    EXPECT_GE(now.time_since_epoch(), before + slept);
    EXPECT_LE(now.time_since_epoch(), after + slept_since_boot());
}

TEST(TabletClockTest, NeverGoesBack)
{
    match::TabletTime last = tablet_now();
    for (int reading = 0; reading < 10'000; ++reading) {
        const match::TabletTime now = tablet_now();
        ASSERT_GE(now, last);
        last = now;
    }
}

} // namespace
} // namespace scoreboard::link
