#include "feed/state_id.h"

#include <gtest/gtest.h>

#include "a_match.h"

namespace scoreboard::feed {
namespace {

TEST(StateIdTest, ReadsWhatItWrites)
{
    const StateId id = id_of(a_match());

    EXPECT_EQ(to_string(id), "aee8f0bf-1042");
    EXPECT_EQ(parse_state_id("aee8f0bf-1042"), id);
}

TEST(StateIdTest, WhatIsNotRecordedHasAnIdOfItsOwn)
{
    FeedState state = a_match();
    state.match.unrecorded = 3;

    EXPECT_EQ(to_string(id_of(state)), "aee8f0bf-1042u3");
    EXPECT_EQ(parse_state_id("aee8f0bf-1042u3"), id_of(state));
    EXPECT_NE(id_of(state), id_of(a_match()));
}

TEST(StateIdTest, RefusesEverythingElse)
{
    for (const char* text : {"", "aee8f0bf", "aee8f0bf-", "aee8f0bf1042", "AEE8F0BF-1", "aee8f0b-10422",
                             "aee8f0bf--1", "aee8f0bf-4294967296", "aee8f0bf-1 ", "xxxxxxxx-1", "aee8f0bf-1u",
                             "aee8f0bf-1u-1", "aee8f0bf-u1"}) {
        EXPECT_EQ(parse_state_id(text), std::nullopt) << text;
    }
}

TEST(StateIdTest, FindsItsTagInAnIfNoneMatchHeader)
{
    const StateId id = id_of(a_match());

    EXPECT_TRUE(names_state("\"aee8f0bf-1042\"", id));
    EXPECT_TRUE(names_state("\"aee8f0bf-1\", W/\"aee8f0bf-1042\"", id));
    EXPECT_TRUE(names_state("*", id));
    EXPECT_FALSE(names_state("\"aee8f0bf-10421\"", id));
    EXPECT_FALSE(names_state("", id));
}

} // namespace
} // namespace scoreboard::feed
