#include "control/tcp_channel.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace scoreboard::control {
namespace {

namespace asio = boost::asio;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

} // namespace

TcpChannel::TcpChannel(asio::ip::tcp::socket socket, std::string_view first)
    : socket_(std::move(socket)), frames_(wire::kClientFrameMax)
{
    frames_.push(first);
    cut();
}

// Moves every whole envelope out of the byte stream.
void TcpChannel::cut()
{
    for (;;) {
        auto next = frames_.next();
        if (!next) {
            arrived_.malformed = next.error().what;
            return;
        }
        if (!next->ready) {
            return;
        }
        arrived_.envelopes.push_back(std::move(next->envelope));
    }
}

asio::awaitable<const Channel::Arrived*> TcpChannel::read()
{
    // The constructor may have found some already: those are given first.
    const bool has_first = !arrived_.envelopes.empty() || !arrived_.malformed.empty();
    if (!first_given_ && has_first) {
        first_given_ = true;
        co_return &arrived_;
    }
    first_given_ = true;
    arrived_.envelopes.clear();
    while (arrived_.envelopes.empty() && arrived_.malformed.empty()) {
        const auto [error, size] = co_await socket_.async_read_some(asio::buffer(input_), kAsTuple);
        if (error) {
            arrived_.ended = true;
            break;
        }
        frames_.push({input_.data(), size});
        cut();
    }
    co_return &arrived_;
}

void TcpChannel::put(std::string_view envelope)
{
    const auto size = static_cast<std::uint32_t>(envelope.size());
    for (unsigned shift = 0; shift < 32; shift += 8) {
        output_ += static_cast<char>((size >> shift) & 0xFFU);
    }
    output_ += envelope;
}

asio::awaitable<bool> TcpChannel::flush()
{
    writing_.clear();
    writing_.swap(output_);
    const auto [error, size] = co_await asio::async_write(socket_, asio::buffer(writing_), kAsTuple);
    co_return !error;
}

asio::awaitable<void> TcpChannel::say_goodbye()
{
    co_return;
}

} // namespace scoreboard::control
