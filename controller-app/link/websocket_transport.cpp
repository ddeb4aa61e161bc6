#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <utility>

#include "link/transport.h"
#include "wire/wire.h"

namespace scoreboard::link {
namespace {

namespace beast = boost::beast;
namespace websocket = beast::websocket;
constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr const char* kPath = "/control";
constexpr const char* kSubProtocol = "scorewire.v1";

void ask_for_sub_protocol(websocket::request_type& request)
{
    request.set(beast::http::field::sec_websocket_protocol, kSubProtocol);
}

// One envelope per binary message.
class WebSocketTransport final : public Transport {
public:
    explicit WebSocketTransport(asio::io_context& context) : stream_(context)
    {
        stream_.read_message_max(wire::kServerFrameMax);
        stream_.auto_fragment(false);
        stream_.binary(true);
    }

    asio::ip::tcp::socket& socket() override { return stream_.next_layer(); }

    asio::awaitable<std::string> greet(std::string host) override
    {
        stream_.set_option(websocket::stream_base::decorator(&ask_for_sub_protocol));
        websocket::response_type response;
        const auto [error] = co_await stream_.async_handshake(response, host, kPath, kAsTuple);
        if (error) {
            co_return "'" + host + "' does not speak the control protocol over WebSocket (" +
                error.message() + "); is this the control port of a board?";
        }
        if (response[beast::http::field::sec_websocket_protocol] != kSubProtocol) {
            co_return "'" + host + "' answers at " + kPath + ", but not as a board does (no " + kSubProtocol +
                "); check the address";
        }
        co_return std::string();
    }

    asio::awaitable<Read> read() override
    {
        Read result;
        const auto [error, size] = co_await stream_.async_read(buffer_, kAsTuple);
        if (error) {
            result.error = "the connection was closed (" + error.message() + ")";
            co_return result;
        }
        result.envelopes.push_back(beast::buffers_to_string(buffer_.data()));
        buffer_.consume(buffer_.size());
        co_return result;
    }

    asio::awaitable<bool> write(std::vector<std::string> envelopes) override
    {
        for (const std::string& envelope : envelopes) {
            const auto [error, size] = co_await stream_.async_write(asio::buffer(envelope), kAsTuple);
            if (error) {
                co_return false;
            }
        }
        co_return true;
    }

private:
    websocket::stream<asio::ip::tcp::socket> stream_;
    beast::flat_buffer buffer_;
};

} // namespace

std::unique_ptr<Transport> make_websocket_transport(asio::io_context& context)
{
    return std::make_unique<WebSocketTransport>(context);
}

} // namespace scoreboard::link
