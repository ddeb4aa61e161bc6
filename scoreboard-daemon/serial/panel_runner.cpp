#include "serial/panel_runner.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "serial/port_error.h"
#include "serial/serial_port.h"

namespace scoreboard::serial {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using match::BoardTime;
using namespace std::chrono_literals;

constexpr match::Duration kReopen = 200ms;
constexpr match::Duration kReopenBusy = 1s;  // whoever holds the port is looked for in all of /proc
constexpr match::Duration kWriteMax = 300ms; // a frame takes 22 ms; a port that takes nothing is stuck

} // namespace

// Shared with the handlers: one may still come after the runner is gone.
struct PanelRunner::Impl : std::enable_shared_from_this<PanelRunner::Impl> {
    Impl(asio::io_context& io_context, Options given, Listener told)
        : options(std::move(given)), listener(std::move(told)),
          link({options.layout, options.start_id, options.url.baud}), io(io_context), timer(io_context),
          reopen_timer(io_context)
    {
    }

    BoardTime now() const { return options.clock(); }

    void open();
    void open_later(match::Duration wait);
    void read();
    void write(std::vector<std::uint8_t> frame);
    void lost(const std::string& why);
    void close();
    // Does what is due, tells what came true, and comes back in time for the next.
    void pump();

    Options options;
    Listener listener;
    panel::PanelLink link;
    asio::io_context& io;
    asio::steady_timer timer;
    asio::steady_timer reopen_timer;
    std::unique_ptr<SerialPort> port;
    std::optional<asio::posix::stream_descriptor> stream; // a duplicate of the port's descriptor
    std::uint64_t opening = 0; // tells handlers of an earlier opening that their port is gone
    std::array<std::uint8_t, 4096> received{};
    std::vector<std::uint8_t> frame;
    std::optional<BoardTime> write_until;
    bool running = false;
};

void PanelRunner::Impl::open()
{
    auto opened = open_serial_port(options.url);
    if (!opened) {
        link.on_closed(now(), opened.error().text);
        open_later(opened.error().number == EBUSY ? kReopenBusy : kReopen);
        pump();
        return;
    }
    port = std::move(*opened);
    const int descriptor = ::dup(port->native_handle());
    if (descriptor < 0) {
        lost(port_error(options.url.device, errno).text);
        return;
    }
    stream.emplace(io, descriptor);
    ++opening;
    link.on_open(now(), options.random());
    read();
    pump();
}

void PanelRunner::Impl::open_later(match::Duration wait)
{
    reopen_timer.expires_after(wait);
    reopen_timer.async_wait([self = shared_from_this()](const error_code& error) {
        if (!error && self->running && !self->stream) {
            self->open();
        }
    });
}

void PanelRunner::Impl::read()
{
    stream->async_read_some(asio::buffer(received), [self = shared_from_this(), mine = opening](
                                                        const error_code& error, std::size_t size) {
        if (!self->running || mine != self->opening || !self->stream) {
            return;
        }
        if (error) {
            self->lost("the panel's adapter " + self->options.url.device +
                       " is gone: plug it in again; it is opened as soon as it is back");
            return;
        }
        self->link.on_bytes(std::span(self->received).first(size), self->now());
        self->read();
        self->pump();
    });
}

void PanelRunner::Impl::write(std::vector<std::uint8_t> bytes)
{
    frame = std::move(bytes);
    write_until = now() + kWriteMax;
    asio::async_write(*stream, asio::buffer(frame),
                      [self = shared_from_this(), mine = opening](const error_code& error, std::size_t) {
                          if (!self->running || mine != self->opening || !self->stream) {
                              return;
                          }
                          self->write_until.reset();
                          if (error) {
                              self->lost("the panel's adapter " + self->options.url.device +
                                         " takes no more bytes: it is opened again");
                              return;
                          }
                          self->pump();
                      });
}

void PanelRunner::Impl::close()
{
    write_until.reset();
    if (port) {
        port->discard_output(); // else closing waits for a line that may never take it
    }
    stream.reset();
    port.reset();
}

void PanelRunner::Impl::lost(const std::string& why)
{
    close();
    link.on_closed(now(), why);
    open_later(kReopen);
    pump();
}

void PanelRunner::Impl::pump()
{
    if (write_until && now() >= *write_until) {
        lost("the panel's line " + options.url.device +
             " has stopped taking bytes: check the adapter; it is opened again");
        return;
    }
    if (!write_until) {
        auto next = link.poll_transmit(now());
        if (next && stream) {
            write(std::move(*next));
        }
    }
    while (const auto event = link.poll_event()) {
        listener(*event);
    }
    auto wake = write_until ? write_until : link.next_deadline();
    if (!wake || !running) {
        timer.cancel();
        return;
    }
    timer.expires_after(std::max(*wake - now(), match::Duration::zero()));
    timer.async_wait([self = shared_from_this()](const error_code& error) {
        if (!error && self->running) {
            self->pump();
        }
    });
}

PanelRunner::PanelRunner(asio::io_context& io, Options options, Listener listener)
    : impl_(std::make_shared<Impl>(io, std::move(options), std::move(listener)))
{
}

PanelRunner::~PanelRunner()
{
    stop();
}

void PanelRunner::start()
{
    if (!impl_->running) {
        impl_->running = true;
        impl_->open();
    }
}

void PanelRunner::stop()
{
    impl_->running = false;
    impl_->timer.cancel();
    impl_->reopen_timer.cancel();
    impl_->close();
}

void PanelRunner::set_picture(const panel::Picture& picture, match::Rev rev)
{
    impl_->link.set_picture(picture, rev, impl_->now());
    if (impl_->running) {
        impl_->pump();
    }
}

const panel::PanelLink& PanelRunner::link() const
{
    return impl_->link;
}

} // namespace scoreboard::serial
