#include "link/client_loop.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <list>
#include <thread>

#include "wire/wire.h"

// Goal: what the loop does on real sockets, against peers that a board is not.
// Method: the peer is a listening socket of the test; the io_context runs until the wanted thing has
// happened, and gives up loudly long after.
namespace scoreboard::link {
namespace {

using asio::ip::tcp;
using testing::HasSubstr;

class ForgetfulJournal final : public client::Journal {
public:
    ForgetfulJournal() { content_.writer.bytes.fill(0xA1); }
    const client::JournalContent& content() const override { return content_; }
    std::string commit(const std::vector<client::StoreAction>&) override { return {}; }

private:
    client::JournalContent content_;
};

class ClientLoopTest : public testing::Test {
protected:
    ClientLoopTest() : listener(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)) {}

    std::string url(const char* scheme) const
    {
        return std::string(scheme) + "://127.0.0.1:" + std::to_string(listener.local_endpoint().port());
    }
    void run_until(const std::function<bool()>& done)
    {
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (!done()) {
            ASSERT_LT(std::chrono::steady_clock::now(), limit) << "it never happened";
            context.run_one_for(std::chrono::milliseconds(100));
        }
    }
    void end(ClientLoop& loop)
    {
        loop.stop();
        listener.close();
        context.run_for(std::chrono::seconds(60));
        EXPECT_TRUE(context.stopped()) << "the loop left something running";
    }

    // Takes every connection, and says nothing on it.
    void accept_all()
    {
        listener.async_accept([this](boost::system::error_code error, tcp::socket peer) {
            if (!error) {
                peers.push_back(std::move(peer));
                accept_all();
            }
        });
    }

    asio::io_context context{1};
    tcp::acceptor listener;
    std::list<tcp::socket> peers;
    ForgetfulJournal journal;
};

TEST_F(ClientLoopTest, SaysThatNobodyAnswersAndTriesAgain)
{
    const std::string nobody = url("tcp");
    listener.close();
    ClientLoop loop(context, {nobody, "tablet", session::Role::kReferee}, journal, {});

    run_until([&] { return loop.failed_dials() >= 3; });

    EXPECT_THAT(loop.trouble(), HasSubstr(nobody));
    loop.stop();
    context.run();
}

TEST_F(ClientLoopTest, SaysHelloOverTcpAsTheFirstThing)
{
    std::optional<session::ClientMessage> first;
    tcp::socket peer(context);
    std::string bytes(4096, '\0');
    listener.async_accept(peer, [&](boost::system::error_code) {
        peer.async_read_some(asio::buffer(bytes), [&](boost::system::error_code, std::size_t size) {
            wire::FrameReader frames(wire::kClientFrameMax);
            frames.push(std::string_view(bytes.data(), size));
            first = *wire::decode_client(frames.next()->envelope);
        });
    });
    ClientLoop loop(context, {url("tcp"), "tablet-3", session::Role::kReferee}, journal, {});

    run_until([&] { return first.has_value(); });

    ASSERT_TRUE(std::holds_alternative<session::Hello>(*first));
    EXPECT_EQ(std::get<session::Hello>(*first).name, "tablet-3");
    end(loop);
}

TEST_F(ClientLoopTest, LeavesAPeerThatTalksNonsenseAndSaysSo)
{
    tcp::socket peer(context);
    const std::string nonsense = "HTTP/1.1 400 Bad Request\r\n\r\n";
    listener.async_accept(peer, [&](boost::system::error_code) {
        asio::async_write(peer, asio::buffer(nonsense), [](boost::system::error_code, std::size_t) {});
    });
    ClientLoop loop(context, {url("tcp"), "tablet", session::Role::kReferee}, journal, {});

    run_until([&] { return !loop.trouble().empty(); });

    EXPECT_THAT(loop.trouble(), HasSubstr("check the address"));
    EXPECT_FALSE(loop.client().welcomed());
    end(loop);
}

TEST_F(ClientLoopTest, DialsBesideAPeerThatTakesTheHelloAndSaysNothing)
{
    accept_all();
    ClientLoop loop(context, {url("tcp"), "tablet", session::Role::kReferee}, journal, {});

    run_until([&] { return peers.size() >= 3; });

    EXPECT_FALSE(loop.client().welcomed());
    end(loop);
}

// On bad air a dial may never be answered: only one that is made later tells that the link is up again.
TEST_F(ClientLoopTest, DialsBesideADialThatNobodyAnswersAndTakesTheFirstThatIsAnswered)
{
    accept_all();
    ClientLoop loop(context, {url("ws"), "tablet", session::Role::kReferee}, journal, {});
    run_until([&] { return peers.size() >= 2; });
    EXPECT_EQ(loop.failed_dials(), 0) << "the second dial waited for the end of the first";

    bool said_hello = false;
    namespace websocket = boost::beast::websocket;
    websocket::stream<tcp::socket&> board(peers.back());
    board.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
        response.set(boost::beast::http::field::sec_websocket_protocol, "scorewire.v1");
    }));
    boost::beast::flat_buffer hello;
    board.async_accept([&](boost::system::error_code) {
        board.async_read(hello, [&](boost::system::error_code error, std::size_t) { said_hello = !error; });
    });
    bool first_left = false;
    std::string request;
    asio::async_read(peers.front(), asio::dynamic_buffer(request),
                     [&](boost::system::error_code, std::size_t) { first_left = true; });
    run_until([&] { return said_hello && first_left; });

    EXPECT_EQ(loop.failed_dials(), 0);
    end(loop);
}

TEST_F(ClientLoopTest, EndsAtOnceInTheMiddleOfAWebSocketHandshake)
{
    tcp::socket peer(context);
    bool accepted = false;
    listener.async_accept(peer, [&](boost::system::error_code) { accepted = true; });
    ClientLoop loop(context, {url("ws"), "tablet", session::Role::kReferee}, journal, {});

    run_until([&] { return accepted; });

    end(loop);
}

TEST_F(ClientLoopTest, AnAddressThatIsNoneIsNotDialled)
{
    ClientLoop loop(context, {"http://127.0.0.1", "tablet", session::Role::kReferee}, journal, {});

    run_until([&] { return !loop.trouble().empty(); });

    EXPECT_THAT(loop.trouble(), HasSubstr("write it like tcp://"));
    EXPECT_EQ(loop.failed_dials(), 0);
    end(loop);
}

} // namespace
} // namespace scoreboard::link
