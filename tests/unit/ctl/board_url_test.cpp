#include "ctl/board_url.h"

#include <gtest/gtest.h>

namespace scoreboard::ctl {
namespace {

struct Row {
    const char* text;
    const char* host;
    const char* port;
};

TEST(BoardUrlTest, ReadsHostsAndPorts)
{
    for (const Row& row :
         {Row{"http://127.0.0.1:8080", "127.0.0.1", "8080"}, Row{"http://court1.local", "court1.local", "80"},
          Row{"http://court1.local:81/", "court1.local", "81"}, Row{"http://[::1]:8080", "::1", "8080"},
          Row{"http://[::1]", "::1", "80"}}) {
        const auto url = parse_board_url(row.text);

        ASSERT_TRUE(url.has_value()) << row.text;
        EXPECT_EQ(url->host, row.host);
        EXPECT_EQ(url->port, row.port);
    }
}

TEST(BoardUrlTest, RefusesEverythingElse)
{
    for (const char* text : {"", "127.0.0.1:8080", "https://127.0.0.1", "http://", "http://:8080",
                             "http://x:", "http://x:0", "http://x:65536", "http://x:80a", "http://x/api",
                             "http://[::1", "http://[::1]80", "http://user@x"}) {
        EXPECT_FALSE(parse_board_url(text).has_value()) << text;
    }
}

TEST(BoardUrlTest, WritesWhatItReads)
{
    for (const char* text : {"http://127.0.0.1:8080", "http://[::1]:8080"}) {
        EXPECT_EQ(parse_board_url(text)->text(), text);
    }
}

} // namespace
} // namespace scoreboard::ctl
