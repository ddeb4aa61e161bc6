#include <gtest/gtest.h>

#include "match/scoreline.h"

namespace scoreboard::match {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(ClockTextTest, GameClockIsRoundedUpAndShowsTenthsBelowAMinute)
{
    struct Row {
        Duration value;
        const char* expected;
    };
    const Row rows[] = {
        {minutes(10), "10:00"},
        {minutes(10) - microseconds(1), "10:00"},
        {minutes(9) + seconds(59), "9:59"},
        {seconds(60) + microseconds(1), "1:01"},
        {seconds(60), "1:00"},
        {seconds(59) + milliseconds(901), "1:00"},
        {seconds(59) + milliseconds(900), "59.9"},
        {seconds(42) + milliseconds(250), "42.3"},
        {seconds(9), "9.0"},
        {milliseconds(100), "0.1"},
        {microseconds(1), "0.1"},
        {seconds(0), "0.0"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(format_clock(row.value, seconds(60)), row.expected) << row.value.count() << " us";
    }
}

TEST(ClockTextTest, ClockWithoutTenthsShowsZeroOnlyWhenItHasExpired)
{
    EXPECT_EQ(format_clock(microseconds(1), Duration::zero()), "0:01");
    EXPECT_EQ(format_clock(seconds(0), Duration::zero()), "0:00");
}

TEST(ClockTextTest, ShotClockShowsSecondsAndTenthsBelowFive)
{
    struct Row {
        Duration value;
        const char* expected;
    };
    const Row rows[] = {
        {seconds(24), "24"},       {seconds(13) + microseconds(1), "14"}, {seconds(5), "5"},
        {milliseconds(4901), "5"}, {milliseconds(4900), "4.9"},           {microseconds(1), "0.1"},
        {seconds(0), "0.0"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(format_seconds(row.value, seconds(5)), row.expected) << row.value.count() << " us";
    }
}

TEST(ClockTextTest, ReadsMinutesSecondsAndTenths)
{
    struct Row {
        const char* text;
        Duration expected;
    };
    const Row rows[] = {
        {"7:42", seconds(462)}, {"7:42.3", seconds(462) + milliseconds(300)},
        {"0:00", seconds(0)},   {"42.3", seconds(42) + milliseconds(300)},
        {"9.0", seconds(9)},    {"99:59.9", minutes(99) + seconds(59) + milliseconds(900)},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(parse_clock(row.text), row.expected) << row.text;
    }
}

TEST(ClockTextTest, ReadsNothingElse)
{
    for (const char* text :
         {"",        "7",    "24",    ":42",   "7:",    "7:4",    "7:60",  "7:422", "200:00", "7:42.",
          "7:42.33", "60.0", "-1:00", "7:42 ", " 7:42", "7.42.3", "1:2:3", "a:bc",  "7:42x",  ".3"}) {
        EXPECT_EQ(parse_clock(text), std::nullopt) << text;
    }
}

TEST(ClockTextTest, AnEditShowsEachClockAsThePanelDoesButWithItsTenths)
{
    EXPECT_EQ(format_clock_exact(ClockId::kGame, std::chrono::milliseconds(42300)), "0:42.3");
    EXPECT_EQ(format_clock_exact(ClockId::kShot, std::chrono::milliseconds(14000)), "14.0");
    EXPECT_EQ(format_clock_exact(ClockId::kShot, std::chrono::milliseconds(4900)), "4.9");
}

TEST(ClockTextTest, WhatAnEditShowsReadsBack)
{
    for (const Duration value : {Duration::zero(), Duration(milliseconds(100)),
                                 Duration(seconds(312) + milliseconds(300)), Duration(minutes(10))}) {
        EXPECT_EQ(parse_clock(format_clock_exact(value)), value);
    }
}

} // namespace
} // namespace scoreboard::match
