#include "framing/crc32c.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace {

std::vector<std::uint8_t> bytes_of(const std::string& text)
{
    return {text.begin(), text.end()};
}

TEST(Crc32cTest, HasThePublishedCheckValues)
{
    const std::vector<std::uint8_t> check = bytes_of("123456789");
    const std::vector<std::uint8_t> zeros(32, 0x00);
    const std::vector<std::uint8_t> ones(32, 0xFF);

    EXPECT_EQ(crc32c(check.data(), check.size()), 0xE3069283u);
    EXPECT_EQ(crc32c(zeros.data(), zeros.size()), 0x8A9136AAu);
    EXPECT_EQ(crc32c(ones.data(), ones.size()), 0x62A8AB43u);
    EXPECT_EQ(crc32c(nullptr, 0), 0u);
}

TEST(Crc32cTest, IsTheSameInPiecesAsAtOnce)
{
    const std::vector<std::uint8_t> text = bytes_of("a score that was entered is never lost");

    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        std::uint32_t crc_register = crc32c_update(crc32c_begin(), text.data(), cut);
        crc_register = crc32c_update(crc_register, text.data() + cut, text.size() - cut);
        EXPECT_EQ(crc32c_end(crc_register), crc32c(text.data(), text.size())) << cut;
    }
}

} // namespace
