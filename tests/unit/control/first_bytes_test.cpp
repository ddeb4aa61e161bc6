#include "control/first_bytes.h"

#include <gtest/gtest.h>

#include "wire/wire.h"

namespace scoreboard::control {
namespace {

TEST(FirstBytesTest, TellTheProtocolsApart)
{
    EXPECT_EQ(protocol_of("GET /control HTTP/1.1"), Protocol::kWebsocket);
    EXPECT_EQ(protocol_of("GET "), Protocol::kWebsocket);
    EXPECT_EQ(protocol_of("POST"), Protocol::kTcp);
    EXPECT_EQ(protocol_of(std::string_view("\x20\0\0\0", 4)), Protocol::kTcp);
    EXPECT_EQ(protocol_of("\x20"), Protocol::kTcp);
}

TEST(FirstBytesTest, WaitWhileTheyAreTooFew)
{
    for (const char* text : {"", "G", "GE", "GET"}) {
        EXPECT_EQ(protocol_of(text), std::nullopt) << text;
    }
}

TEST(FirstBytesTest, NoLengthThatIsAllowedReadsLikeGet)
{
    for (std::size_t length = 1; length <= wire::kClientFrameMax; ++length) {
        const std::string frame = wire::length_prefixed(std::string(length, 'x')).substr(0, 4);
        ASSERT_EQ(protocol_of(frame), Protocol::kTcp) << length;
    }
}

} // namespace
} // namespace scoreboard::control
