#include "ctl/board_client.h"

#include <array>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

#include "ctl/event_reader.h"

namespace scoreboard::ctl {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

constexpr int kPatienceSeconds = 5;

Failure unreachable(const BoardUrl& url, const beast::error_code& error)
{
    return {"no board answers at " + url.text() + " (" + error.message() +
            "); start scoreboard-daemon, or say where its public port is with --url"};
}

Failure not_a_board(const BoardUrl& url, const std::string& what)
{
    return {"what answers at " + url.text() + " is no scoreboard (" + what +
            "); give the public port with --url"};
}

// Blocking calls end after kPatienceSeconds, whatever the other end does.
void limit_patience(tcp::socket& socket)
{
    timeval patience{};
    patience.tv_sec = kPatienceSeconds;
    ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

beast::error_code send_request(tcp::socket& socket, const BoardUrl& url, const std::string& path)
{
    tcp::resolver resolver(socket.get_executor());
    beast::error_code error;
    const auto addresses = resolver.resolve(url.host, url.port, error);
    if (error) {
        return error;
    }
    asio::connect(socket, addresses, error);
    if (error) {
        return error;
    }
    limit_patience(socket);
    http::request<http::empty_body> request{http::verb::get, path, 11};
    request.set(http::field::host, url.host + ":" + url.port);
    request.set(http::field::user_agent, "scoreboardctl");
    http::write(socket, request, error);
    return error;
}

} // namespace

Result<Reply> ask(const BoardUrl& url, const std::string& path)
{
    asio::io_context io;
    tcp::socket socket(io);
    beast::error_code error = send_request(socket, url, path);
    if (error) {
        return unreachable(url, error);
    }
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    http::read(socket, buffer, response, error);
    if (error) {
        return not_a_board(url, error.message());
    }
    return Reply{response.result_int(), std::move(response.body())};
}

struct StateStream::Impl {
    explicit Impl(BoardUrl where) : url(std::move(where)) {}

    BoardUrl url;
    asio::io_context io;
    tcp::socket socket{io};
    EventReader events;
};

StateStream::StateStream(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

StateStream::~StateStream() = default;

Result<std::unique_ptr<StateStream>> StateStream::open(const BoardUrl& url)
{
    auto impl = std::make_unique<Impl>(url);
    beast::error_code error = send_request(impl->socket, url, "/api/v1/stream");
    if (error) {
        return unreachable(url, error);
    }
    beast::flat_buffer buffer;
    http::response_parser<http::empty_body> header;
    http::read_header(impl->socket, buffer, header, error);
    if (error) {
        return not_a_board(url, error.message());
    }
    if (header.get().result() != http::status::ok) {
        return not_a_board(url, "HTTP " + std::to_string(header.get().result_int()));
    }
    impl->events.push(beast::buffers_to_string(buffer.data()));
    return std::unique_ptr<StateStream>(new StateStream(std::move(impl)));
}

Result<std::optional<std::string>> StateStream::next(std::chrono::milliseconds patience)
{
    if (auto state = impl_->events.next()) {
        return state;
    }
    pollfd readable{impl_->socket.native_handle(), POLLIN, 0};
    if (::poll(&readable, 1, static_cast<int>(patience.count())) <= 0) {
        return std::optional<std::string>();
    }
    std::array<char, 4096> bytes;
    beast::error_code error;
    const std::size_t size = impl_->socket.read_some(asio::buffer(bytes), error);
    if (error) {
        return Failure{"the board at " + impl_->url.text() + " has gone (" + error.message() + ")"};
    }
    impl_->events.push({bytes.data(), size});
    return impl_->events.next();
}

} // namespace scoreboard::ctl
