#include "link/board_url.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scoreboard::link {
namespace {

TEST(BoardUrlTest, ReadsWhereABoardListens)
{
    struct Row {
        const char* text;
        Scheme scheme;
        const char* host;
        const char* port;
    };
    constexpr Row kRows[] = {
        {"tcp://192.168.1.20:7410", Scheme::kTcp, "192.168.1.20", "7410"},
        {"tcp://court1.local", Scheme::kTcp, "court1.local", "7410"},
        {"ws://court1.local:80", Scheme::kWebSocket, "court1.local", "80"},
        {"ws://court1.local/", Scheme::kWebSocket, "court1.local", "7410"},
        {"tcp://[::1]:7411", Scheme::kTcp, "::1", "7411"},
        {"tcp://[fe80::1]", Scheme::kTcp, "fe80::1", "7410"},
    };
    for (const Row& row : kRows) {
        const auto url = parse_board_url(row.text);

        ASSERT_TRUE(url.has_value()) << row.text;
        EXPECT_EQ(url->scheme, row.scheme) << row.text;
        EXPECT_EQ(url->host, row.host) << row.text;
        EXPECT_EQ(url->port, row.port) << row.text;
        EXPECT_EQ(to_string(*parse_board_url(to_string(*url))), to_string(*url)) << row.text;
    }
}

TEST(BoardUrlTest, SaysWhatIsWrongAndHowItIsWritten)
{
    for (const char* text :
         {"", "192.168.1.20", "http://192.168.1.20", "tcp://", "tcp://:7410", "tcp://a:0", "tcp://a:65536",
          "tcp://a:seven", "tcp://a:", "tcp://[::1", "tcp://a b", "ws://a/b"}) {
        const auto url = parse_board_url(text);

        ASSERT_TRUE(url.has_error()) << text;
        EXPECT_THAT(url.error().what, testing::HasSubstr("write it like tcp://")) << text;
    }
}

} // namespace
} // namespace scoreboard::link
