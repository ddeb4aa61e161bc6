#include "system/endpoint.h"

#include <gtest/gtest.h>

namespace scoreboard::system {
namespace {

TEST(EndpointTest, ReadsAddressesWithTheirPorts)
{
    EXPECT_EQ(parse_endpoint("127.0.0.1:7410"), (Endpoint{"127.0.0.1", 7410}));
    EXPECT_EQ(parse_endpoint("localhost:0"), (Endpoint{"127.0.0.1", 0}));
    EXPECT_EQ(parse_endpoint("[::1]:8080"), (Endpoint{"::1", 8080}));
}

TEST(EndpointTest, RefusesEverythingElse)
{
    for (const char* text :
         {"", ":", "127.0.0.1", "127.0.0.1:", ":7410", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:7410x",
          "::1:8080", "[::1:8080", "court1.local:7410", "127.0.0:7410"}) {
        EXPECT_EQ(parse_endpoint(text), std::nullopt) << text;
    }
}

TEST(EndpointTest, WritesWhatItReads)
{
    for (const char* text : {"127.0.0.1:7410", "[::1]:8080", "0.0.0.0:1"}) {
        EXPECT_EQ(to_string(*parse_endpoint(text)), text);
    }
}

TEST(EndpointTest, KnowsWhatOnlyThisMachineReaches)
{
    EXPECT_TRUE(is_loopback({"127.0.0.1", 1}));
    EXPECT_TRUE(is_loopback({"127.8.9.10", 1}));
    EXPECT_TRUE(is_loopback({"::1", 1}));
    EXPECT_FALSE(is_loopback({"0.0.0.0", 1}));
    EXPECT_FALSE(is_loopback({"192.168.1.20", 1}));
    EXPECT_FALSE(is_loopback({"::", 1}));
}

} // namespace
} // namespace scoreboard::system
