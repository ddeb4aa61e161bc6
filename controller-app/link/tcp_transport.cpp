#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "link/transport.h"
#include "wire/wire.h"

namespace scoreboard::link {
namespace {

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

// Envelopes after their length, over a plain TCP stream.
class TcpTransport final : public Transport {
public:
    explicit TcpTransport(asio::io_context& context) : socket_(context) {}

    asio::ip::tcp::socket& socket() override { return socket_; }

    asio::awaitable<std::string> greet(std::string) override { co_return std::string(); }

    asio::awaitable<Read> read() override
    {
        Read result;
        const auto [error, size] = co_await socket_.async_read_some(asio::buffer(chunk_), kAsTuple);
        if (error) {
            result.error = "the connection was closed (" + error.message() + ")";
            co_return result;
        }
        frames_.push(std::string_view(chunk_.data(), size));
        for (;;) {
            auto next = frames_.next();
            if (next.has_error()) {
                result.error = "what came is no message of a board (" + next.error().what +
                               "); check the address: is this its control port?";
                break;
            }
            if (!next->ready) {
                break;
            }
            result.envelopes.push_back(std::move(next->envelope));
        }
        co_return result;
    }

    asio::awaitable<bool> write(std::vector<std::string> envelopes) override
    {
        std::string bytes;
        for (const std::string& envelope : envelopes) {
            bytes += wire::length_prefixed(envelope);
        }
        const auto [error, size] = co_await asio::async_write(socket_, asio::buffer(bytes), kAsTuple);
        co_return !error;
    }

private:
    asio::ip::tcp::socket socket_;
    std::array<char, 16 * 1024> chunk_{};
    wire::FrameReader frames_{wire::kServerFrameMax};
};

} // namespace

std::unique_ptr<Transport> make_tcp_transport(asio::io_context& context)
{
    return std::make_unique<TcpTransport>(context);
}

} // namespace scoreboard::link
