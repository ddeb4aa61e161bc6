#include "session/backoff.h"

#include <chrono>
#include <gtest/gtest.h>

namespace scoreboard::session {
namespace {

using namespace std::chrono_literals;

TEST(BackoffTest, DialsAtOnceThenEverLaterUpToFourHundredMilliseconds)
{
    constexpr match::Duration kNominal[] = {0ms, 50ms, 100ms, 200ms, 400ms, 400ms, 400ms};
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Backoff backoff(seed);
        for (const match::Duration nominal : kNominal) {
            const match::Duration wait = backoff.next();

            EXPECT_GE(wait, nominal * 8 / 10) << "seed " << seed;
            EXPECT_LE(wait, nominal * 12 / 10) << "seed " << seed;
        }
    }
}

TEST(BackoffTest, KeepsTabletsApartThatLostTheSameAccessPoint)
{
    Backoff one(1);
    Backoff other(2);
    one.next();
    other.next();

    int same = 0;
    for (int dial = 0; dial < 50; ++dial) {
        same += one.next() == other.next() ? 1 : 0;
    }

    EXPECT_LT(same, 10);
}

TEST(BackoffTest, BeginsAnewAfterAConnectionThatWorked)
{
    Backoff backoff(7);
    for (int dial = 0; dial < 6; ++dial) {
        backoff.next();
    }

    backoff.reset();

    EXPECT_EQ(backoff.next(), 0ms);
}

TEST(BackoffTest, RepeatsItselfFromTheSameSeed)
{
    Backoff one(42);
    Backoff again(42);

    for (int dial = 0; dial < 20; ++dial) {
        EXPECT_EQ(one.next(), again.next());
    }
}

} // namespace
} // namespace scoreboard::session
