#include "spectators/public_server.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "feed/state_event.h"
#include "spectators/http_connection.h"
#include "spectators/state_window.h"
#include "system/clocks.h"
#include "system/log.h"

namespace scoreboard::spectators {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr auto kPingEvery = 15s;
constexpr auto kAnnounceEvery = 100ms; // at most: readers get ten states a second, and always the last
constexpr auto kAcceptAgainAfter = 1s; // when the kernel has no more sockets to give
constexpr std::size_t kRefusalsMax = 64;

void report(const std::exception_ptr& failure)
{
    if (!failure) {
        return;
    }
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        system::log_error(std::string("public: a reader's connection ended by a fault of the daemon (") +
                          error.what() + "); the others go on, please report this line");
    }
}

} // namespace

struct PublicServer::Impl {
    explicit Impl(std::size_t most) : readers_max(most) {}

    asio::awaitable<void> accept_readers()
    {
        for (;;) {
            auto [error, socket] = co_await acceptor.async_accept(kAsTuple);
            if (error == asio::error::operation_aborted) {
                co_return;
            }
            if (error) {
                system::log_warning("public: no connection can be taken (" + error.message() +
                                    "); trying again");
                again.expires_after(kAcceptAgainAfter);
                co_await again.async_wait(kAsTuple);
                continue;
            }
            take(std::move(socket));
        }
    }

    void take(tcp::socket socket)
    {
        const bool refused = readers >= readers_max;
        if (refused && readers >= readers_max + kRefusalsMax) {
            return; // a flood: not even an answer
        }
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        ++readers;
        const auto done = [this](const std::exception_ptr& failure) {
            --readers;
            report(failure);
        };
        asio::co_spawn(io, serve_reader(std::move(socket), window, refused, readers_max), done);
    }

    asio::awaitable<void> ping_readers()
    {
        for (;;) {
            ping.expires_after(kPingEvery);
            const auto [error] = co_await ping.async_wait(kAsTuple);
            if (error) {
                co_return;
            }
            window.announce_ping();
        }
    }

    // On the spectators' thread: the newest state at once for whoever asks, an announcement at its pace.
    void take_mail()
    {
        std::optional<feed::FeedState> newest;
        {
            const std::lock_guard lock(mailbox_mutex);
            newest.swap(mailbox);
        }
        if (!newest) {
            return;
        }
        window.set(std::move(*newest));
        if (announcement_due) {
            return;
        }
        announcement_due = true;
        pace.expires_at(last_announced + kAnnounceEvery); // in the past: at once
        pace.async_wait([this](boost::system::error_code error) {
            if (!error) {
                announcement_due = false;
                announce();
            }
        });
    }

    void announce()
    {
        last_announced = std::chrono::steady_clock::now();
        window.announce();
        const match::BoardTime now = system::board_now();
        const auto next = feed::next_change(window.state(), now);
        change.cancel();
        if (next) {
            change.expires_after(std::max<std::chrono::steady_clock::duration>(*next - now, kAnnounceEvery));
            change.async_wait([this](boost::system::error_code error) {
                if (!error) {
                    announce();
                }
            });
        }
    }

    const std::size_t readers_max;
    system::Endpoint endpoint;
    std::size_t readers = 0;
    bool announcement_due = false;
    std::chrono::steady_clock::time_point last_announced{};

    std::mutex mailbox_mutex;
    std::optional<feed::FeedState> mailbox; // newest wins: the only thing that two threads touch

    asio::io_context io{1};
    StateWindow window{io.get_executor()};
    tcp::acceptor acceptor{io};
    asio::steady_timer ping{io};
    asio::steady_timer pace{io};
    asio::steady_timer change{io}; // of what changes without an entry
    asio::steady_timer again{io};
    std::thread thread;
};

boost::system::result<std::unique_ptr<PublicServer>, PublicServer::Failure>
PublicServer::start(const Options& options)
{
    auto impl = std::make_unique<Impl>(options.readers_max);
    impl->window.set_want_entries(options.want_entries);
    const std::string where = system::to_string(options.listen);
    try {
        const tcp::endpoint endpoint(asio::ip::make_address(options.listen.host), options.listen.port);
        impl->acceptor.open(endpoint.protocol());
        impl->acceptor.set_option(tcp::acceptor::reuse_address(true));
        impl->acceptor.bind(endpoint);
        impl->acceptor.listen();
        impl->endpoint = {options.listen.host, impl->acceptor.local_endpoint().port()};
    } catch (const boost::system::system_error& error) {
        return Failure{"the public port " + where + " cannot be opened (" + error.code().message() +
                       "); end the program that holds it, or choose another with --public"};
    }
    asio::co_spawn(impl->io, impl->accept_readers(), report);
    asio::co_spawn(impl->io, impl->ping_readers(), report);
    impl->thread = std::thread([&io = impl->io] { io.run(); });
    return std::unique_ptr<PublicServer>(new PublicServer(std::move(impl)));
}

PublicServer::PublicServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

PublicServer::~PublicServer()
{
    impl_->io.stop();
    impl_->thread.join();
}

const system::Endpoint& PublicServer::endpoint() const
{
    return impl_->endpoint;
}

void PublicServer::deliver(std::uint64_t ticket, std::vector<match::Entry> entries)
{
    // In a box: a function that is posted is copied on its way.
    auto box = std::make_shared<std::vector<match::Entry>>(std::move(entries));
    asio::post(impl_->io,
               [impl = impl_.get(), ticket, box] { impl->window.deliver(ticket, std::move(*box)); });
}

void PublicServer::publish(feed::FeedState state)
{
    bool wake = false;
    {
        const std::lock_guard lock(impl_->mailbox_mutex);
        wake = !impl_->mailbox.has_value();
        impl_->mailbox = std::move(state);
    }
    if (wake) {
        asio::post(impl_->io, [impl = impl_.get()] { impl->take_mail(); });
    }
}

} // namespace scoreboard::spectators
