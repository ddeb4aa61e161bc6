#include "system/clocks.h"

#include <gtest/gtest.h>

namespace scoreboard::system {
namespace {

TEST(ClocksTest, ReadsABootIdWithAndWithoutDashes)
{
    const auto plain = parse_boot_id("0123456789abcdef0123456789ABCDEF");
    const auto dashed = parse_boot_id("01234567-89ab-cdef-0123-456789abcdef");

    ASSERT_TRUE(plain.has_value());
    ASSERT_TRUE(dashed.has_value());
    EXPECT_EQ(*plain, *dashed);
    EXPECT_EQ(match::to_hex(*plain), "0123456789abcdef0123456789abcdef");
}

TEST(ClocksTest, SaysWhatABootIdLooksLike)
{
    for (const char* text :
         {"", "7", "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0"}) {
        const auto id = parse_boot_id(text);

        ASSERT_FALSE(id.has_value()) << text;
        EXPECT_NE(id.error().what.find("32 hexadecimal digits"), std::string::npos);
    }
}

TEST(ClocksTest, TheKernelNamesOneBootOnce)
{
    const auto first = kernel_boot_id();
    const auto second = kernel_boot_id();

    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(*first, *second);
}

TEST(ClocksTest, BoardTimeNeverGoesBack)
{
    const auto before = board_now();
    const auto after = board_now();

    EXPECT_LE(before, after);
}

} // namespace
} // namespace scoreboard::system
