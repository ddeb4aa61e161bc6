#include "control/websocket_channel.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <chrono>

#include "control/coalescing_stream.h"
#include "wire/wire.h"

namespace scoreboard::control {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using asio::ip::tcp;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kHeaderMax = 4096;
constexpr const char* kPath = "/control";
constexpr const char* kSubProtocol = "scorewire.v1";
constexpr std::chrono::seconds kHandshakeWithin{5};

using Request = http::request<http::empty_body>;

// One whole binary message, from server to client: unmasked (RFC 6455, 5.2). Written here and not by Beast,
// which takes a round through the scheduler for each; what Beast itself has to say (pong, close) is gathered
// between whole frames.
void append_binary_frame(std::string& output, std::string_view envelope)
{
    constexpr char kFinalBinary = static_cast<char>(0x82);
    constexpr std::size_t kShortMax = 125;
    constexpr std::size_t kMediumMax = 0xFFFF;
    const auto append_size = [&](unsigned bytes) {
        for (unsigned shift = 8 * bytes; shift > 0; shift -= 8) {
            output += static_cast<char>((envelope.size() >> (shift - 8)) & 0xFFU);
        }
    };
    output += kFinalBinary;
    if (envelope.size() <= kShortMax) {
        append_size(1);
    } else if (envelope.size() <= kMediumMax) {
        output += static_cast<char>(126);
        append_size(2);
    } else {
        output += static_cast<char>(127);
        append_size(8);
    }
    output += envelope;
}

class WebsocketChannel final : public Channel {
public:
    explicit WebsocketChannel(tcp::socket socket) : stream_(std::move(socket))
    {
        websocket::stream_base::timeout timeout{};
        timeout.handshake_timeout = kHandshakeWithin;
        timeout.idle_timeout = websocket::stream_base::none(); // the session notices silence
        timeout.keep_alive_pings = false;
        stream_.set_option(timeout);
        stream_.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
            response.set(http::field::sec_websocket_protocol, kSubProtocol);
            response.set(http::field::server, "scoreboard-daemon");
        }));
    }

    asio::awaitable<bool> accept(const Request& request, std::function<void()> has_output)
    {
        const auto [error] = co_await stream_.async_accept(request, kAsTuple);
        stream_.next_layer().gather(std::move(has_output));
        co_return !error;
    }

    asio::awaitable<const Arrived*> read() override
    {
        arrived_.envelopes.clear();
        input_.consume(input_.size());
        const auto [error, size] = co_await stream_.async_read(input_, kAsTuple);
        if (error == websocket::error::buffer_overflow || error == websocket::error::message_too_big) {
            arrived_.malformed =
                "a message is longer than " + std::to_string(wire::kClientFrameMax) + " bytes";
        } else if (error) {
            arrived_.ended = true;
        } else if (!stream_.got_binary()) {
            arrived_.malformed = "a text message came where envelopes are binary";
        } else {
            const auto bytes = input_.data();
            arrived_.envelopes.emplace_back(static_cast<const char*>(bytes.data()), bytes.size());
        }
        co_return &arrived_;
    }

    void put(std::string_view envelope) override
    {
        append_binary_frame(stream_.next_layer().gathered(), envelope);
    }

    std::size_t waiting() const override { return stream_.next_layer().gathered().size(); }

    asio::awaitable<bool> flush() override
    {
        writing_.clear();
        writing_.swap(stream_.next_layer().gathered()); // more may be put while this waits
        const auto [error, size] = co_await asio::async_write(socket(), asio::buffer(writing_), kAsTuple);
        co_return !error;
    }

    asio::awaitable<void> say_goodbye() override
    {
        stream_.next_layer().pass_through();
        co_await stream_.async_close(websocket::close_code::normal, kAsTuple);
    }

    tcp::socket& socket() override { return stream_.next_layer().next_layer(); }

private:
    websocket::stream<CoalescingStream> stream_;
    beast::flat_buffer input_{wire::kClientFrameMax};
    Arrived arrived_;
    std::string writing_; // frames on their way to the socket
};

bool offers_our_protocol(const Request& request)
{
    for (const auto& offered : http::token_list(request[http::field::sec_websocket_protocol])) {
        if (offered == kSubProtocol) {
            return true;
        }
    }
    return false;
}

struct Refusal {
    http::status status;
    std::string sentence;
};

std::optional<Refusal> refusal_of(const Request& request)
{
    if (!websocket::is_upgrade(request)) {
        return Refusal{http::status::upgrade_required,
                       "This port is for controllers; spectators find the score on the public port."};
    }
    if (request.count(http::field::origin) != 0) {
        return Refusal{http::status::forbidden, "Web pages may not control the board."};
    }
    if (request.target() != kPath) {
        return Refusal{http::status::not_found,
                       std::string("Controllers connect to the path ") + kPath + "."};
    }
    if (!offers_our_protocol(request)) {
        return Refusal{http::status::bad_request,
                       std::string("Controllers offer the sub-protocol ") + kSubProtocol + "."};
    }
    return std::nullopt;
}

asio::awaitable<void> answer_and_close(tcp::socket& socket, Refusal refusal)
{
    http::response<http::string_body> response{refusal.status, 11};
    response.set(http::field::content_type, "text/plain; charset=utf-8");
    response.set(http::field::upgrade, "websocket");
    response.body() = refusal.sentence + "\n";
    response.keep_alive(false);
    response.prepare_payload();
    co_await http::async_write(socket, response, kAsTuple);
    boost::system::error_code ignored;
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

} // namespace

asio::awaitable<std::unique_ptr<Channel>> accept_websocket(tcp::socket socket, std::string_view first,
                                                           std::function<void()> has_output)
{
    beast::flat_buffer buffer(2 * kHeaderMax);
    buffer.commit(asio::buffer_copy(buffer.prepare(first.size()), asio::buffer(first)));
    http::request_parser<http::empty_body> parser;
    parser.header_limit(kHeaderMax);
    const auto [error, size] = co_await http::async_read(socket, buffer, parser, kAsTuple);
    if (error) {
        Refusal refusal{http::status::bad_request, "This is no HTTP request (" + error.message() + ")."};
        co_await answer_and_close(socket, std::move(refusal));
        co_return nullptr;
    }
    if (auto refusal = refusal_of(parser.get())) {
        co_await answer_and_close(socket, std::move(*refusal));
        co_return nullptr;
    }
    auto channel = std::make_unique<WebsocketChannel>(std::move(socket));
    const bool accepted = co_await channel->accept(parser.get(), std::move(has_output));
    if (!accepted) {
        co_return nullptr;
    }
    co_return channel;
}

} // namespace scoreboard::control
