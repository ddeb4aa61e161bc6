#include <boost/asio/as_tuple.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

#include "link/transport.h"

namespace scoreboard::link {
namespace {

using asio::ip::tcp;
constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr int kUserTimeoutMs = 5000; // the kernel gives up on unacknowledged bytes after so long

void set_options(tcp::socket& socket)
{
    boost::system::error_code ignored; // Without these a connection is slower to send or to fail, not wrong.
    socket.set_option(tcp::no_delay(true), ignored);
    setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &kUserTimeoutMs, sizeof kUserTimeoutMs);
}

// Addresses in figures are not sent through the resolver, which would start a thread.
asio::awaitable<boost::system::error_code> connect(tcp::socket& socket, const BoardUrl& url)
{
    boost::system::error_code error;
    const asio::ip::address address = asio::ip::make_address(url.host, error);
    if (!error) {
        const tcp::endpoint endpoint(address, static_cast<std::uint16_t>(std::stoi(url.port)));
        const auto [connect_error] = co_await socket.async_connect(endpoint, kAsTuple);
        co_return connect_error;
    }
    tcp::resolver resolver(co_await asio::this_coro::executor);
    const auto [resolve_error, endpoints] = co_await resolver.async_resolve(url.host, url.port, kAsTuple);
    if (resolve_error) {
        co_return resolve_error;
    }
    const auto [connect_error, endpoint] = co_await asio::async_connect(socket, endpoints, kAsTuple);
    co_return connect_error;
}

} // namespace

void Transport::close()
{
    boost::system::error_code ignored;
    socket().close(ignored);
}

std::unique_ptr<Transport> make_transport(Scheme scheme, asio::io_context& context)
{
    switch (scheme) {
    case Scheme::kTcp:
        return make_tcp_transport(context);
    case Scheme::kWebSocket:
        return make_websocket_transport(context);
    }
    return nullptr;
}

asio::awaitable<std::string> open(Transport& transport, BoardUrl url)
{
    if (const auto error = co_await connect(transport.socket(), url)) {
        co_return "no board answers at " + to_string(url) + " (" + error.message() +
            "); is scoreboard-daemon running there, and is this device in the same network?";
    }
    set_options(transport.socket());
    co_return co_await transport.greet(url.host + ":" + url.port);
}

} // namespace scoreboard::link
