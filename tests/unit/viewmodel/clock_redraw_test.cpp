#include "viewmodel/clock_redraw.h"

#include <gtest/gtest.h>

namespace scoreboard::viewmodel {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

match::Scoreline line_with(match::Duration game, bool tenths, bool running)
{
    match::Scoreline line;
    line.game.value = game;
    line.game.tenths = tenths;
    line.game.running = running;
    return line;
}

TEST(ClockRedrawTest, WaitsForTheNextDigit)
{
    const struct {
        match::Duration value;
        bool tenths;
        match::Duration wait;
    } rows[] = {
        {milliseconds(462'250), false, milliseconds(250)},
        {milliseconds(462'000), false, milliseconds(1000)},
        {milliseconds(41'230), true, milliseconds(30)},
        {milliseconds(41'200), true, milliseconds(100)},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(next_face_change(line_with(row.value, row.tenths, true)), row.wait) << row.value.count();
    }
}

TEST(ClockRedrawTest, NeedsNothingWhileEveryClockStands)
{
    EXPECT_EQ(next_face_change(line_with(milliseconds(5000), true, false)), std::nullopt);
}

TEST(ClockRedrawTest, FollowsTheClockThatChangesFirst)
{
    match::Scoreline line = line_with(milliseconds(462'800), false, true);
    line.shot.running = true;
    line.shot.tenths = true;
    line.shot.value = milliseconds(4'950);

    EXPECT_EQ(next_face_change(line), match::Duration(milliseconds(50)));
}

TEST(ClockRedrawTest, KeepsTheTimerWithinReason)
{
    EXPECT_EQ(timer_delay(microseconds(1)), milliseconds(5));
    EXPECT_EQ(timer_delay(microseconds(99'001)), milliseconds(100));
    EXPECT_EQ(timer_delay(std::chrono::seconds(60)), milliseconds(1000));
}

} // namespace
} // namespace scoreboard::viewmodel
