#include "control/control_server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <list>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "control/session_driver.h"
#include "system/clocks.h"
#include "system/log.h"

namespace scoreboard::control {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr auto kTickEvery = 100ms;
constexpr auto kAcceptAgainAfter = 1s;   // when the kernel has no more sockets to give
constexpr std::size_t kRefusalsMax = 16; // connections beyond the most that are told why, at a time
constexpr unsigned kUserTimeoutMs = 5000;

void report(const std::exception_ptr& failure)
{
    if (!failure) {
        return;
    }
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        system::log_error(std::string("control: a connection ended by a fault of the daemon (") +
                          error.what() + "); its controller will dial again, please report this line");
    }
}

// A controller that vanished must not hold its connection, and no command may wait for a fuller packet.
void set_options(tcp::socket& socket)
{
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &kUserTimeoutMs,
                 sizeof kUserTimeoutMs);
}

} // namespace

struct ControlServer::Impl {
    Impl(asio::io_context& context, core::Board& the_board, Options the_options,
         std::function<void()> board_heard)
        : io(context), board(the_board),
          options(std::move(the_options)), hooks{std::move(board_heard), [this] { wake_all(); }}
    {
    }

    asio::awaitable<void> accept_controllers()
    {
        for (;;) {
            auto [error, socket] = co_await acceptor.async_accept(kAsTuple);
            if (error == asio::error::operation_aborted) {
                co_return;
            }
            if (error) {
                system::log_warning("control: no connection can be taken (" + error.message() +
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
        std::string refusal;
        if (drivers.size() >= options.controllers_max) {
            refusal = "The board has " + std::to_string(options.controllers_max) +
                      " connections already, which is the most; close a controller and try again.";
            system::log_warning(
                "control: " + std::to_string(options.controllers_max) +
                " connections are open, the next one is refused; close a controller, or raise "
                "control.connections_max");
        }
        if (drivers.size() >= options.controllers_max + kRefusalsMax) {
            return; // a flood: not even an answer
        }
        set_options(socket);
        drivers.emplace_front(board, hooks, io.get_executor());
        const auto driver = drivers.begin();
        const auto done = [this, driver](const std::exception_ptr& failure) {
            drivers.erase(driver);
            report(failure);
        };
        asio::co_spawn(io, driver->run(std::move(socket), std::move(refusal)), done);
    }

    asio::awaitable<void> tick()
    {
        for (;;) {
            ticker.expires_after(kTickEvery);
            const auto [error] = co_await ticker.async_wait(kAsTuple);
            if (error) {
                co_return;
            }
            const match::BoardTime now = system::board_now();
            for (SessionDriver& driver : drivers) {
                driver.tick(now);
            }
        }
    }

    void wake_all()
    {
        for (SessionDriver& driver : drivers) {
            driver.wake();
        }
    }

    asio::io_context& io;
    core::Board& board;
    const Options options;
    const DriverHooks hooks;
    tcp::acceptor acceptor{io};
    asio::steady_timer ticker{io};
    asio::steady_timer again{io};
    std::list<SessionDriver> drivers;
};

ControlServer::ControlServer(asio::io_context& io, core::Board& board, Options options,
                             std::function<void()> board_heard)
    : impl_(std::make_unique<Impl>(io, board, std::move(options), std::move(board_heard)))
{
}

ControlServer::~ControlServer() = default;

boost::system::result<system::Endpoint, ControlServer::Failure> ControlServer::listen()
{
    const system::Endpoint& where = impl_->options.listen;
    system::Endpoint bound = where;
    try {
        const tcp::endpoint endpoint(asio::ip::make_address(where.host), where.port);
        impl_->acceptor.open(endpoint.protocol());
        impl_->acceptor.set_option(tcp::acceptor::reuse_address(true));
        impl_->acceptor.bind(endpoint);
        impl_->acceptor.listen();
        bound.port = impl_->acceptor.local_endpoint().port();
    } catch (const boost::system::system_error& error) {
        return Failure{"the control port " + system::to_string(where) + " cannot be opened (" +
                       error.code().message() +
                       "); end the program that holds it, or choose another with --control"};
    }
    asio::co_spawn(impl_->io, impl_->accept_controllers(), report);
    asio::co_spawn(impl_->io, impl_->tick(), report);
    return bound;
}

void ControlServer::wake_all()
{
    impl_->wake_all();
}

void ControlServer::stop()
{
    boost::system::error_code ignored;
    impl_->acceptor.close(ignored);
    impl_->ticker.cancel();
    impl_->again.cancel();
    for (SessionDriver& driver : impl_->drivers) {
        driver.close();
    }
}

} // namespace scoreboard::control
