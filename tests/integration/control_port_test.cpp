// The control port from outside: two framings, one protocol, and everything that is not it.
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

class ControlPortTest : public testing::Test {
protected:
    // Whoever else does what, a good controller is served.
    void expect_still_serves()
    {
        WireController controller(0x77);
        ASSERT_TRUE(controller.connect(daemon.control_port()));
        controller.issue(match::AddScore{match::Side::kHome, 1});
        EXPECT_TRUE(controller.settle(within(10s))) << daemon.process().errors();
    }

    Socket dial()
    {
        auto socket = Socket::connect(daemon.control_port());
        EXPECT_TRUE(socket.has_value());
        return std::move(*socket);
    }

    // The Error envelopes in a TCP answer.
    static std::vector<session::Error> errors_in(const std::string& bytes)
    {
        wire::FrameReader frames(wire::kServerFrameMax);
        frames.push(bytes);
        std::vector<session::Error> errors;
        for (auto next = frames.next(); next && next->ready; next = frames.next()) {
            const auto message = wire::decode_server(next->envelope);
            if (message && std::holds_alternative<session::Error>(*message)) {
                errors.push_back(std::get<session::Error>(*message));
            }
        }
        return errors;
    }

    TempFolder folder;
    Daemon daemon{folder.file("data")};
};

TEST_F(ControlPortTest, RecordsACommandAndTellsEverybody)
{
    WireController tapping(1);
    WireController watching(2);
    ASSERT_TRUE(tapping.connect(daemon.control_port()));
    ASSERT_TRUE(watching.connect(daemon.control_port()));

    tapping.issue(match::AddScore{match::Side::kHome, 2});
    ASSERT_TRUE(tapping.settle(within(10s)));

    EXPECT_EQ(tapping.answers().at(1).rev, 2U);
    EXPECT_TRUE(tapping.answers().at(1).outcome.applied);
    const auto deadline = within(10s);
    while (watching.entries().size() < 2 && watching.pump(deadline)) {
    }
    EXPECT_THAT(watching.entries(), testing::ElementsAre(testing::Field(&match::Entry::rev, 1U),
                                                         testing::Field(&match::Entry::rev, 2U)));
}

TEST_F(ControlPortTest, TheSameCommandAgainGetsTheSameAnswer)
{
    WireController controller(1);
    ASSERT_TRUE(controller.connect(daemon.control_port()));
    for (int i = 0; i < 100; ++i) {
        controller.issue(match::AddScore{match::Side::kHome, 1});
    }
    ASSERT_TRUE(controller.settle(within(20s)));

    controller.forget_answers();
    ASSERT_TRUE(controller.connect(daemon.control_port()));
    ASSERT_TRUE(controller.settle(within(20s)));

    EXPECT_THAT(controller.contradictions(), testing::IsEmpty());
    EXPECT_THAT(http_get(daemon.public_port(), "/api/v1/state").body, HasSubstr("\"score\":100"));
}

struct Bytes {
    const char* name;
    std::string bytes;
};

class MalformedTest : public ControlPortTest, public testing::WithParamInterface<Bytes> {};

TEST_P(MalformedTest, GetsASentenceAndTheRestGoesOn)
{
    Socket socket = dial();
    ASSERT_TRUE(socket.send(GetParam().bytes));

    const auto errors = errors_in(socket.read_all(within(10s)));

    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].code, session::ErrorCode::kMalformed);
    EXPECT_FALSE(errors[0].text.empty());
    EXPECT_TRUE(socket.closed());
    expect_still_serves();
}

std::string framed(const std::string& envelope)
{
    return wire::length_prefixed(envelope);
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, MalformedTest,
    testing::Values(Bytes{"NoProtocol", "what is the score?\r\n"},
                    Bytes{"LengthOfAGigabyte", std::string("\0\0\0\x40", 4)},
                    Bytes{"LengthJustAbove", std::string("\x01\x40\0\0", 4)},
                    Bytes{"NoEnvelope", framed("\xff\xff\xff\xff")}, Bytes{"EmptyEnvelope", framed("")},
                    Bytes{"PingBeforeHello", framed(wire::encode(session::ClientMessage(session::Ping{})))},
                    Bytes{"PostInsteadOfGet", "POST /control HTTP/1.1\r\n\r\n"},
                    Bytes{"ATlsHandshake", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)}),
    [](const auto& row) { return row.param.name; });

TEST_F(ControlPortTest, OneByteAtATimeIsUnderstood)
{
    session::Hello hello;
    hello.writer.bytes.fill(9);
    const std::string bytes = framed(wire::encode(session::ClientMessage(hello)));
    Socket socket = dial();

    for (const char byte : bytes) {
        ASSERT_TRUE(socket.send({&byte, 1}));
    }

    EXPECT_FALSE(socket.read_some(within(10s)).empty());
}

TEST_F(ControlPortTest, ConnectionsThatBreakOffDoNoHarm)
{
    const std::string hello = framed(wire::encode(session::ClientMessage(session::Hello{})));
    for (std::size_t length = 0; length <= hello.size(); length += 7) {
        Socket socket = dial();
        ASSERT_TRUE(socket.send(hello.substr(0, length)));
    }
    expect_still_serves();
}

struct Upgrade {
    const char* name;
    const char* request;
    const char* answer;
};

class UpgradeTest : public ControlPortTest, public testing::WithParamInterface<Upgrade> {};

TEST_P(UpgradeTest, IsAnsweredInHttp)
{
    Socket socket = dial();
    ASSERT_TRUE(socket.send(GetParam().request));

    EXPECT_THAT(socket.read_until("\r\n\r\n", within(10s)), StartsWith(GetParam().answer));
    expect_still_serves();
}

#define UPGRADE                                                                                              \
    "Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"                  \
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"

INSTANTIATE_TEST_SUITE_P(
    Requests, UpgradeTest,
    testing::Values(
        Upgrade{"Good", "GET /control HTTP/1.1\r\n" UPGRADE "Sec-WebSocket-Protocol: scorewire.v1\r\n\r\n",
                "HTTP/1.1 101 "},
        Upgrade{"NoUpgrade", "GET /control HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 426 "},
        Upgrade{"OtherPath", "GET /score HTTP/1.1\r\n" UPGRADE "Sec-WebSocket-Protocol: scorewire.v1\r\n\r\n",
                "HTTP/1.1 404 "},
        Upgrade{"NoSubProtocol", "GET /control HTTP/1.1\r\n" UPGRADE "\r\n", "HTTP/1.1 400 "},
        Upgrade{"AWebPage",
                "GET /control HTTP/1.1\r\n" UPGRADE
                "Origin: http://evil.example\r\nSec-WebSocket-Protocol: scorewire.v1\r\n\r\n",
                "HTTP/1.1 403 "},
        Upgrade{"NoHttp", "GET  \r\n\r\n", "HTTP/1.1 400 "}),
    [](const auto& row) { return row.param.name; });

TEST(ControlPortLimitTest, OneConnectionTooManyIsToldWhy)
{
    TempFolder folder;
    std::ofstream(folder.file("board.toml")) << "[control]\nconnections_max = 2\n";
    Daemon daemon(folder.file("data"), {"--config", folder.file("board.toml")});
    WireController first(1);
    WireController second(2);
    WireController third(3);
    for (WireController* controller : {&first, &second}) {
        ASSERT_TRUE(controller->connect(daemon.control_port()));
        const auto deadline = within(10s);
        while (!controller->welcome() && controller->pump(deadline)) {
        }
        ASSERT_TRUE(controller->welcome());
    }

    ASSERT_TRUE(third.connect(daemon.control_port()));
    const auto deadline = within(10s);
    while (third.pump(deadline)) {
    }

    ASSERT_EQ(third.errors().size(), 1U);
    EXPECT_THAT(third.errors()[0].text, HasSubstr("2 connections"));
    first.issue(match::AddScore{match::Side::kHome, 1});
    EXPECT_TRUE(first.settle(within(10s)));
}

} // namespace
} // namespace scoreboard
