#pragma once

#include <boost/asio/append.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <functional>
#include <string>
#include <utility>

namespace scoreboard::control {

// Lies between a WebSocket and its socket. Once it gathers, what Beast writes (pong, close) waits in memory
// between the owner's own frames, until the owner sends all of it in one system call. Before, and at the end,
// it passes everything through.
class CoalescingStream {
public:
    using next_layer_type = boost::asio::ip::tcp::socket;
    using executor_type = next_layer_type::executor_type;

    explicit CoalescingStream(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

    executor_type get_executor() { return socket_.get_executor(); }
    next_layer_type& next_layer() { return socket_; }
    const next_layer_type& next_layer() const { return socket_; }

    // From now on writes are gathered; `written` is called at each.
    void gather(std::function<void()> written) { written_ = std::move(written); }
    void pass_through() { written_ = nullptr; }
    std::string& gathered() { return gathered_; }
    const std::string& gathered() const { return gathered_; }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token)
    {
        return socket_.async_read_some(buffers, std::forward<Token>(token));
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            [this](auto handler, const Buffers& bytes) {
                if (!written_) {
                    socket_.async_write_some(bytes, std::move(handler));
                    return;
                }
                const std::size_t size = append(bytes);
                written_();
                boost::asio::post(get_executor(),
                                  boost::asio::append(std::move(handler), boost::system::error_code(), size));
            },
            token, buffers);
    }

private:
    template <class Buffers>
    std::size_t append(const Buffers& buffers)
    {
        const std::size_t before = gathered_.size();
        for (auto it = boost::asio::buffer_sequence_begin(buffers);
             it != boost::asio::buffer_sequence_end(buffers); ++it) {
            const boost::asio::const_buffer buffer(*it);
            gathered_.append(static_cast<const char*>(buffer.data()), buffer.size());
        }
        return gathered_.size() - before;
    }

    boost::asio::ip::tcp::socket socket_;
    std::string gathered_;
    std::function<void()> written_;
};

// How Beast closes the layer below a WebSocket.
void teardown(boost::beast::role_type role, CoalescingStream& stream, boost::system::error_code& error);

template <class Handler>
void async_teardown(boost::beast::role_type role, CoalescingStream& stream, Handler&& handler)
{
    boost::beast::websocket::async_teardown(role, stream.next_layer(), std::forward<Handler>(handler));
}

} // namespace scoreboard::control
