// The public port from outside: what spectators, overlays and monitoring get, and what they cannot do.
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/socket.h"
#include "support/temp_folder.h"
#include "support/wire_controller.h"

namespace scoreboard {
namespace {

using namespace std::chrono_literals;
using namespace support;
using testing::HasSubstr;
using testing::StartsWith;

class PublicPortTest : public testing::Test {
protected:
    void tap(int points)
    {
        if (!controller.connected()) {
            ASSERT_TRUE(controller.connect(daemon.control_port()));
        }
        controller.issue(match::AddScore{match::Side::kHome, points});
        ASSERT_TRUE(controller.settle(within(10s)));
    }

    std::string id(int rev) const { return daemon.field("log") + "-" + std::to_string(rev); }

    TempFolder folder;
    Daemon daemon{folder.file("data")};
    WireController controller{1};
};

TEST_F(PublicPortTest, TheStateHasATagAndIsNotSentTwice)
{
    const HttpReply first = http_get(daemon.public_port(), "/api/v1/state");
    const HttpReply again =
        http_get(daemon.public_port(), "/api/v1/state", "If-None-Match: " + first.header("ETag") + "\r\n");

    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.header("ETag"), "\"" + id(1) + "\"");
    EXPECT_EQ(first.header("Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
}

TEST_F(PublicPortTest, TheStreamSaysEveryCommittedState)
{
    auto reader = Socket::connect(daemon.public_port());
    ASSERT_TRUE(reader && reader->send("GET /api/v1/stream HTTP/1.1\r\nHost: x\r\n\r\n"));
    EXPECT_THAT(reader->read_until("\"score\":0", within(10s)), HasSubstr("id: " + id(1) + "\ndata: {"));

    tap(2);

    EXPECT_THAT(reader->read_until("\"score\":2", within(10s)),
                HasSubstr("event: state\nid: " + id(2) + "\n"));
}

TEST_F(PublicPortTest, AStreamThatIsResumedSaysOnlyWhatIsNew)
{
    auto reader = Socket::connect(daemon.public_port());
    ASSERT_TRUE(reader && reader->send("GET /api/v1/stream HTTP/1.1\r\nHost: x\r\nLast-Event-ID: " + id(1) +
                                       "\r\n\r\n"));
    const std::string begin = reader->read_until(": ping", within(10s));

    tap(3);

    EXPECT_THAT(begin, testing::Not(HasSubstr("event: state")));
    EXPECT_THAT(reader->read_until("\n\n", within(10s)), HasSubstr("id: " + id(2)));
}

TEST_F(PublicPortTest, ALongPollAnswersWhenTheStateChanges)
{
    auto reader = Socket::connect(daemon.public_port());
    ASSERT_TRUE(reader &&
                reader->send("GET /api/v1/state?after=" + id(1) + "&wait=30 HTTP/1.1\r\nHost: x\r\n\r\n"));

    tap(2);

    const std::string answer = reader->read_until("\"control\"", within(10s));
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
    EXPECT_THAT(answer, HasSubstr(id(2)));
}

TEST_F(PublicPortTest, ALongPollThatEndsWithoutChangeSaysSo)
{
    EXPECT_EQ(http_get(daemon.public_port(), "/api/v1/state?after=" + id(1) + "&wait=0").status, 304);
    EXPECT_EQ(http_get(daemon.public_port(), "/api/v1/state?after=" + id(1) + "&wait=1").status, 304);
}

TEST_F(PublicPortTest, SeveralRequestsShareAConnection)
{
    auto reader = Socket::connect(daemon.public_port());
    ASSERT_TRUE(reader);

    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(reader->send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"));
        EXPECT_THAT(reader->read_until("\"log\":\"ok\"}", within(10s)), StartsWith("HTTP/1.1 200 "));
    }
}

TEST_F(PublicPortTest, NothingCanBeChangedHere)
{
    for (const char* method : {"POST", "PUT", "DELETE", "PATCH"}) {
        auto reader = Socket::connect(daemon.public_port());
        ASSERT_TRUE(reader &&
                    reader->send(std::string(method) +
                                 " /api/v1/state HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"));

        const std::string answer = reader->read_all(within(10s));

        EXPECT_THAT(answer, StartsWith("HTTP/1.1 405 ")) << method;
        EXPECT_THAT(answer, HasSubstr("application/problem+json")) << method;
    }
    EXPECT_EQ(http_get(daemon.public_port(), "/api/v1/state").header("ETag"), "\"" + id(1) + "\"");
}

TEST_F(PublicPortTest, MalformedBytesGetAnAnswerAndTheRestGoesOn)
{
    const std::string long_header = "GET / HTTP/1.1\r\nX: " + std::string(8192, 'x') + "\r\n\r\n";
    for (const std::string& bytes :
         {std::string("what is the score?\r\n\r\n"), std::string("\0\x01\x02\r\n\r\n", 7), long_header,
          std::string("GET / HTTP/9.9\r\n\r\n")}) {
        auto reader = Socket::connect(daemon.public_port());
        ASSERT_TRUE(reader && reader->send(bytes));

        EXPECT_THAT(reader->read_all(within(10s)), StartsWith("HTTP/1.1 400 ")) << bytes.substr(0, 20);
    }
    EXPECT_EQ(http_get(daemon.public_port(), "/healthz").status, 200);
}

TEST(PublicPortLimitTest, OneReaderTooManyIsAnswered503)
{
    TempFolder folder;
    std::ofstream(folder.file("board.toml")) << "[public]\nconnections_max = 2\n";
    Daemon daemon(folder.file("data"), {"--config", folder.file("board.toml")});
    std::vector<Socket> readers;
    for (int i = 0; i < 2; ++i) {
        auto reader = Socket::connect(daemon.public_port());
        ASSERT_TRUE(reader && reader->send("GET /api/v1/stream HTTP/1.1\r\nHost: x\r\n\r\n"));
        ASSERT_THAT(reader->read_until("event: state", within(10s)), HasSubstr("event: state"));
        readers.push_back(std::move(*reader));
    }

    const HttpReply refused = http_get(daemon.public_port(), "/api/v1/state");

    EXPECT_EQ(refused.status, 503);
    EXPECT_THAT(refused.body, HasSubstr("2 readers"));
}

} // namespace
} // namespace scoreboard
