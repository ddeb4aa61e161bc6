#include "wire/text.h"

#include <gtest/gtest.h>

namespace scoreboard::wire {
namespace {

TEST(TextTest, KnowsUtf8)
{
    struct Row {
        const char* text;
        bool valid;
    };
    const Row rows[] = {
        {"", true},
        {"HOME", true},
        {"é", true},
        {"€", true},
        {"🏀", true},
        {"\xf4\x8f\xbf\xbf", true}, // the last character
        {"\x80", false},            // a tail without a head
        {"\xc3", false},            // a head without its tail
        {"\xc0\xaf", false},        // over-long
        {"\xe0\x80\xaf", false},
        {"\xf0\x80\x80\xaf", false},
        {"\xed\xa0\x80", false},     // a surrogate
        {"\xf4\x90\x80\x80", false}, // beyond the last character
        {"\xe2\x82", false},
        {"\xff", false},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(is_utf8(row.text), row.valid) << row.text;
    }
}

TEST(TextTest, FitsTextToWhatMayBeSent)
{
    struct Row {
        const char* text;
        std::size_t size_max;
        const char* fitted;
    };
    const Row rows[] = {
        {"HOME", 64, "HOME"},      {"HOME", 4, "HOME"}, {"HOME", 3, "HOM"},
        {"caf\xc3\xa9", 4, "caf"}, {"🏀🏀", 7, "🏀"},      {"M\xfcnchen", 64, "M?nchen"},
        {"\xe2\x82", 64, "??"},    {"x", 0, ""},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(fit_text(row.text, row.size_max), row.fitted);
        EXPECT_TRUE(is_utf8(fit_text(row.text, row.size_max)));
    }
}

} // namespace
} // namespace scoreboard::wire
