#include "framing/cobs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes encoded(const Bytes& plain)
{
    Bytes out(COBS_ENCODED_MAX(plain.size()));
    out.resize(cobs_encode(plain.data(), plain.size(), out.data()));
    return out;
}

Bytes counting(std::size_t from, std::size_t to)
{
    Bytes bytes(to - from + 1);
    std::iota(bytes.begin(), bytes.end(), static_cast<std::uint8_t>(from));
    return bytes;
}

Bytes joined(Bytes first, const Bytes& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

TEST(CobsTest, EncodesAndDecodesThePublishedVectors)
{
    const struct {
        const char* name;
        Bytes plain;
        Bytes encoded;
    } rows[] = {
        {"nothing", {}, {1}},
        {"one zero", {0}, {1, 1}},
        {"two zeros", {0, 0}, {1, 1, 1}},
        {"zero, byte, zero", {0, 0x11, 0}, {1, 2, 0x11, 1}},
        {"zero inside", {0x11, 0x22, 0, 0x33}, {3, 0x11, 0x22, 2, 0x33}},
        {"no zero", {0x11, 0x22, 0x33, 0x44}, {5, 0x11, 0x22, 0x33, 0x44}},
        {"zeros at the end", {0x11, 0, 0, 0}, {2, 0x11, 1, 1, 1}},
        {"254 bytes, no zero", counting(1, 254), joined({0xFF}, counting(1, 254))},
        {"255 bytes, zero first", joined({0}, counting(1, 254)), joined({1, 0xFF}, counting(1, 254))},
        {"255 bytes, no zero", counting(1, 255), joined(joined({0xFF}, counting(1, 254)), {2, 0xFF})},
    };

    for (const auto& row : rows) {
        SCOPED_TRACE(row.name);
        Bytes plain(row.plain.size());

        const std::size_t size =
            cobs_decode(row.encoded.data(), row.encoded.size(), plain.data(), plain.size());

        EXPECT_EQ(encoded(row.plain), row.encoded);
        ASSERT_EQ(size, row.plain.size());
        EXPECT_EQ(plain, row.plain);
    }
}

TEST(CobsTest, RefusesWhatNoEncoderWrites)
{
    const struct {
        const char* name;
        Bytes encoded;
    } rows[] = {
        {"cut short", {5, 0x11, 0x22}},
        {"code zero", {0}},
        {"zero inside a run", {3, 0x11, 0, 1}},
        {"longer than the buffer", joined({0xFF}, counting(1, 254))},
    };
    Bytes out(100);

    for (const auto& row : rows) {
        EXPECT_EQ(cobs_decode(row.encoded.data(), row.encoded.size(), out.data(), out.size()), COBS_MALFORMED)
            << row.name;
    }
}

TEST(CobsTest, LeavesNoZeroInAnyEncodedBytes)
{
    for (std::size_t size = 0; size <= 300; ++size) {
        Bytes plain(size);
        for (std::size_t i = 0; i < size; ++i) {
            plain[i] = static_cast<std::uint8_t>(i * size % 7);
        }

        const Bytes bytes = encoded(plain);

        EXPECT_EQ(std::count(bytes.begin(), bytes.end(), 0), 0) << size;
    }
}

} // namespace
