#include <gtest/gtest.h>

#include "wire/wire.h"

namespace scoreboard::wire {
namespace {

// Everything that can be read now.
std::vector<std::string> read_all(FrameReader& reader)
{
    std::vector<std::string> envelopes;
    for (;;) {
        auto next = reader.next();
        EXPECT_TRUE(next) << next.error().what;
        if (!next || !next->ready) {
            return envelopes;
        }
        envelopes.push_back(std::move(next->envelope));
    }
}

TEST(FrameReaderTest, WritesTheLengthLittleEndian)
{
    EXPECT_EQ(length_prefixed("abc"), std::string("\x03\x00\x00\x00"
                                                  "abc",
                                                  7));
    EXPECT_EQ(length_prefixed(std::string(0x0102, 'x')).substr(0, 4), std::string("\x02\x01\x00\x00", 4));
}

TEST(FrameReaderTest, FindsTheSameEnvelopesWhereverTheStreamIsCut)
{
    const std::vector<std::string> envelopes = {"first", "", std::string(300, 'x'), "last"};
    std::string stream;
    for (const std::string& envelope : envelopes) {
        stream += length_prefixed(envelope);
    }
    for (std::size_t first = 0; first <= stream.size(); ++first) {
        FrameReader reader(kClientFrameMax);
        std::vector<std::string> read;
        for (const std::string& part : {stream.substr(0, first), stream.substr(first)}) {
            reader.push(part);
            for (std::string& envelope : read_all(reader)) {
                read.push_back(std::move(envelope));
            }
        }
        ASSERT_EQ(read, envelopes) << "cut at byte " << first;
    }
}

TEST(FrameReaderTest, FindsEnvelopesThatComeByteByByte)
{
    FrameReader reader(kClientFrameMax);
    std::vector<std::string> read;
    for (const char byte : length_prefixed("one") + length_prefixed("two")) {
        reader.push(std::string_view(&byte, 1));
        for (std::string& envelope : read_all(reader)) {
            read.push_back(std::move(envelope));
        }
    }

    EXPECT_EQ(read, (std::vector<std::string>{"one", "two"}));
}

TEST(FrameReaderTest, TakesAnEnvelopeOfExactlyTheLimit)
{
    FrameReader reader(10);
    reader.push(length_prefixed("0123456789"));

    EXPECT_EQ(read_all(reader), std::vector<std::string>{"0123456789"});
}

TEST(FrameReaderTest, RefusesALengthAboveTheLimitBeforeItsBytesCome)
{
    const std::vector<std::string> prefixes = {{"\x01\x40\x00\x00", 4}, {"\xff\xff\xff\xff", 4}, {"GET ", 4}};
    for (const std::string& prefix : prefixes) {
        FrameReader reader(kClientFrameMax);
        reader.push(prefix);

        const auto refused = reader.next();

        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().what.find("bytes, at most 16384"), std::string::npos)
            << refused.error().what;
    }
}

} // namespace
} // namespace scoreboard::wire
