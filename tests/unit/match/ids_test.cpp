#include "match/ids.h"

#include <gtest/gtest.h>

namespace scoreboard::match {
namespace {

TEST(IdsTest, HexOfAnIdReadsBackAsTheSameId)
{
    WriterId written;
    for (std::size_t i = 0; i < written.bytes.size(); ++i) {
        written.bytes[i] = static_cast<std::uint8_t>(i * 17);
    }

    const std::string text = to_hex(written);
    WriterId read;
    const bool valid = from_hex(text, read.bytes.data(), read.bytes.size());

    EXPECT_EQ(text, "00112233445566778899aabbccddeeff");
    EXPECT_TRUE(valid);
    EXPECT_EQ(read, written);
}

TEST(IdsTest, RefusesHexOfAnotherLengthOrWithOtherCharacters)
{
    for (const char* text : {"", "0", "012", "01234", "01g3", "0x01", " 123"}) {
        std::uint8_t bytes[2] = {7, 7};

        EXPECT_FALSE(from_hex(text, bytes, 2)) << text;
        EXPECT_EQ(bytes[0], 7) << text;
    }
    std::uint8_t bytes[2] = {};
    EXPECT_TRUE(from_hex("aBCd", bytes, 2));
    EXPECT_EQ(bytes[1], 0xCD);
}

TEST(IdsTest, HashesOfOneWritersSeqsDiffer)
{
    const CommandIdHash hash;
    const CommandId first{WriterId{}, 1};
    const CommandId second{WriterId{}, 2};

    EXPECT_NE(hash(first), hash(second));
    EXPECT_EQ(hash(first), hash(CommandId{WriterId{}, 1}));
}

} // namespace
} // namespace scoreboard::match
