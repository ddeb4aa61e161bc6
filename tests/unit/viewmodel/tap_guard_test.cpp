#include "viewmodel/tap_guard.h"

#include <gtest/gtest.h>

namespace scoreboard::viewmodel {
namespace {

using std::chrono::milliseconds;

match::TabletTime at(int ms)
{
    return match::TabletTime(milliseconds(ms));
}

TEST(TapGuardTest, TakesASecondPressWithinTheBounceForTheSameTap)
{
    TapGuard guard;
    ASSERT_TRUE(guard.accept("add home 2", at(1000)));

    EXPECT_FALSE(guard.accept("add home 2", at(1149)));
}

TEST(TapGuardTest, CountsAPressAfterTheBounce)
{
    TapGuard guard;
    ASSERT_TRUE(guard.accept("add home 2", at(1000)));

    EXPECT_TRUE(guard.accept("add home 2", at(1150)));
}

TEST(TapGuardTest, KeepsEveryKeyToItself)
{
    TapGuard guard;
    ASSERT_TRUE(guard.accept("add home 2", at(1000)));

    EXPECT_TRUE(guard.accept("add guest 2", at(1010)));
}

TEST(TapGuardTest, NeverShutsAFastFingerOutForLongerThanOneBounce)
{
    TapGuard guard;
    ASSERT_TRUE(guard.accept("foul home", at(1000)));
    ASSERT_FALSE(guard.accept("foul home", at(1100)));

    EXPECT_TRUE(guard.accept("foul home", at(1160)));
}

TEST(TapGuardTest, AcceptsAPressOfAnEarlierClock)
{
    TapGuard guard;
    ASSERT_TRUE(guard.accept("horn", at(5000)));

    EXPECT_TRUE(guard.accept("horn", at(10)));
}

} // namespace
} // namespace scoreboard::viewmodel
