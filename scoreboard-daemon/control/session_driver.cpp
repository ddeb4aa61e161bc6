#include "control/session_driver.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <utility>

#include "control/first_bytes.h"
#include "control/tcp_channel.h"
#include "control/websocket_channel.h"
#include "system/clocks.h"
#include "wire/wire.h"

namespace scoreboard::control {
namespace {

using namespace boost::asio::experimental::awaitable_operators;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr auto kRecognisedWithin = 5s;        // first bytes and upgrade
constexpr auto kDrainedWithin = 1s;           // so that the last Error arrives before the connection is reset
constexpr std::size_t kGatherMax = 64 * 1024; // bytes in one write: a slow reader gets no more at a time
constexpr int kTicksAfterEnd = 20; // an ended session whose bytes do not leave is cut off after two seconds

core::Now now()
{
    return {system::board_now(), system::wall_now_ms()};
}

} // namespace

SessionDriver::SessionDriver(core::Board& board, const DriverHooks& hooks, asio::any_io_executor executor)
    : board_(board), hooks_(hooks), wakeup_(std::move(executor), asio::steady_timer::time_point::max())
{
}

SessionDriver::~SessionDriver()
{
    if (id_) {
        board_.close(*id_);
    }
}

asio::awaitable<void> SessionDriver::run(tcp::socket socket, std::string refusal)
{
    asio::steady_timer patience(socket.get_executor(), kRecognisedWithin);
    auto recognised = co_await (recognise(std::move(socket)) || patience.async_wait(kAsTuple));
    if (recognised.index() != 0 || std::get<0>(recognised) == nullptr) {
        co_return;
    }
    channel_ = std::move(std::get<0>(recognised));
    if (refusal.empty()) {
        id_ = board_.open(system::board_now());
        refusal = "The board keeps no more sessions; close a controller and try again.";
    }
    if (!id_) {
        co_await refuse(refusal);
    } else {
        co_await (read_loop() || write_loop());
    }
    if (channel_->socket().is_open()) {
        co_await drain();
    }
}

asio::awaitable<std::unique_ptr<Channel>> SessionDriver::recognise(tcp::socket socket)
{
    std::string first;
    for (;;) {
        const auto [error, size] = co_await socket.async_read_some(asio::buffer(scratch_), kAsTuple);
        if (error) {
            co_return nullptr;
        }
        first.append(scratch_.data(), size);
        const std::optional<Protocol> protocol = protocol_of(first);
        if (protocol == Protocol::kTcp) {
            co_return std::make_unique<TcpChannel>(std::move(socket), first);
        }
        if (protocol == Protocol::kWebsocket) {
            std::function<void()> has_output = [this] { wake(); };
            co_return co_await accept_websocket(std::move(socket), first, std::move(has_output));
        }
    }
}

asio::awaitable<void> SessionDriver::read_loop()
{
    for (;;) {
        const Channel::Arrived* arrived = co_await channel_->read();
        const core::Now time = now();
        for (const std::string& envelope : arrived->envelopes) {
            board_.on_envelope(*id_, envelope, time);
        }
        if (!arrived->malformed.empty()) {
            board_.on_malformed(*id_, arrived->malformed, time);
        }
        hooks_.board_heard();
        if (!greeted_) {
            greeted_ = true;
            hooks_.wake_all();
        } else if (has_news()) {
            wake();
        }
        if (arrived->ended) {
            co_return;
        }
        if (!arrived->malformed.empty() || !board_.close_reason(*id_).empty()) {
            // The write loop says why, and its end is the end of this one.
            asio::steady_timer ever(wakeup_.get_executor(), asio::steady_timer::time_point::max());
            co_await ever.async_wait(kAsTuple);
            co_return;
        }
    }
}

// Most commands have no answer before their commit: the write loop is woken only for what can leave now.
bool SessionDriver::has_news()
{
    put_outgoing();
    return channel_->waiting() > 0 || !board_.close_reason(*id_).empty();
}

void SessionDriver::put_outgoing()
{
    const match::BoardTime time = system::board_now();
    while (channel_->waiting() < kGatherMax) {
        const auto envelope = board_.poll_transmit(*id_, time);
        if (!envelope) {
            return;
        }
        channel_->put(*envelope);
    }
}

asio::awaitable<void> SessionDriver::write_loop()
{
    for (;;) {
        put_outgoing();
        if (channel_->waiting() > 0) {
            const bool sent = co_await channel_->flush();
            if (!sent) {
                co_return;
            }
            continue;
        }
        if (!board_.close_reason(*id_).empty()) {
            co_return;
        }
        co_await wakeup_.async_wait(kAsTuple);
        const auto state = co_await asio::this_coro::cancellation_state;
        if (state.cancelled() != asio::cancellation_type::none) {
            co_return;
        }
    }
}

asio::awaitable<void> SessionDriver::refuse(const std::string& sentence)
{
    session::Error error;
    error.code = session::ErrorCode::kAuth;
    error.text = sentence;
    error.retry_after = 5s;
    channel_->put(wire::encode(session::ServerMessage(error)));
    co_await channel_->flush();
}

// The last words go out before the connection is reset, or are given up.
asio::awaitable<void> SessionDriver::drain()
{
    asio::steady_timer patience(wakeup_.get_executor(), kDrainedWithin);
    co_await (read_until_closed() || patience.async_wait(kAsTuple));
}

asio::awaitable<void> SessionDriver::read_until_closed()
{
    co_await channel_->say_goodbye();
    boost::system::error_code error;
    channel_->socket().shutdown(tcp::socket::shutdown_send, error);
    while (!error) {
        const auto result = co_await channel_->socket().async_read_some(asio::buffer(scratch_), kAsTuple);
        error = std::get<0>(result);
    }
}

void SessionDriver::wake()
{
    wakeup_.cancel();
}

void SessionDriver::tick(match::BoardTime time)
{
    if (!id_) {
        return;
    }
    if (!board_.close_reason(*id_).empty()) {
        if (++ticks_after_end_ >= kTicksAfterEnd) {
            close();
        }
        return;
    }
    const auto deadline = board_.next_deadline(*id_);
    if (deadline && *deadline <= time) {
        wake();
    }
}

void SessionDriver::close()
{
    if (channel_ != nullptr) {
        boost::system::error_code ignored;
        channel_->socket().close(ignored);
    }
    wake();
}

} // namespace scoreboard::control
