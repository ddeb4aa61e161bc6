#include "spectators/http_connection.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "feed/public_api.h"
#include "feed/state_event.h"
#include "system/clocks.h"

namespace scoreboard::spectators {
namespace {

using namespace boost::asio::experimental::awaitable_operators;
using namespace std::chrono_literals;
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kHeaderMax = 4096;
constexpr auto kFirstRequestWithin = 5s;
constexpr auto kNextRequestWithin = 30s;
constexpr auto kReadWithin = 10s;    // a match, from the log
constexpr auto kWrittenWithin = 30s; // a reader that takes nothing for so long is gone

using Response = http::response<http::string_body>;
using Parser = http::request_parser<http::empty_body>;

void set_common_headers(http::fields& fields)
{
    fields.set(http::field::server, "scoreboard-daemon");
    fields.set(http::field::access_control_allow_origin, "*");
    fields.set(http::field::access_control_allow_methods, "GET");
    fields.set("X-Content-Type-Options", "nosniff");
    fields.set("Content-Security-Policy", "default-src 'none'");
}

// A page may use the style that stands in it, and nothing else.
void let_page_style_itself(http::fields& fields)
{
    fields.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
}

Response to_response(feed::Document document, unsigned version, bool head)
{
    Response response{static_cast<http::status>(document.status), version};
    set_common_headers(response);
    response.set(http::field::cache_control, "no-cache");
    if (document.content_type == std::string_view(feed::kHtmlType)) {
        let_page_style_itself(response);
    }
    if (!document.etag.empty()) {
        response.set(http::field::etag, "\"" + document.etag + "\"");
        response.set(http::field::access_control_expose_headers, "ETag");
    }
    if (document.status == 405 || document.status == 204) {
        response.set(http::field::allow, "GET, HEAD, OPTIONS");
    }
    if (document.status == 204) {
        response.set(http::field::access_control_allow_headers,
                     "If-None-Match, Last-Event-ID, Cache-Control");
    }
    if (document.status != 204 && document.status != 304) {
        response.set(http::field::content_type, document.content_type);
        response.content_length(document.body.size());
        if (!head) {
            response.body() = std::move(document.body);
        }
    }
    return response;
}

// One connection of one reader.
class HttpConnection {
public:
    HttpConnection(asio::ip::tcp::socket socket, StateWindow& window)
        : stream_(std::move(socket)), window_(window)
    {
    }

    asio::awaitable<void> run(bool refused, std::size_t readers_max)
    {
        bool first = true;
        for (;;) {
            Parser parser;
            parser.header_limit(kHeaderMax);
            stream_.expires_after(first ? kFirstRequestWithin : kNextRequestWithin);
            first = false;
            const auto [error, size] = co_await http::async_read_header(stream_, buffer_, parser, kAsTuple);
            if (error) {
                co_await refuse_bytes(error);
                co_return;
            }
            const bool goes_on = refused ? co_await write(feed::too_many_readers(readers_max), parser, false)
                                         : co_await respond(parser);
            if (!goes_on) {
                break;
            }
        }
        beast::error_code ignored;
        stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

private:
    // Bytes that are no request get an answer that says so; a reader that left or fell silent gets none.
    asio::awaitable<void> refuse_bytes(beast::error_code error)
    {
        if (error.category() != http::make_error_code(http::error::end_of_stream).category() ||
            error == http::error::end_of_stream || error == http::error::partial_message) {
            co_return;
        }
        const std::string what = error == http::error::header_limit
                                     ? "the header is longer than " + std::to_string(kHeaderMax) + " bytes"
                                     : "this is no HTTP/1.1 request (" + error.message() + ")";
        Response response = to_response(feed::bad_request(what), 11, false);
        response.keep_alive(false);
        stream_.expires_after(kWrittenWithin);
        co_await http::async_write(stream_, response, kAsTuple);
    }

    // Whether the connection may carry another request.
    asio::awaitable<bool> respond(const Parser& parser)
    {
        feed::Answer answer = answer_to(parser, false);
        if (const auto* wait = std::get_if<feed::Wait>(&answer)) {
            const auto until = std::chrono::steady_clock::now() + wait->at_most;
            while (std::holds_alternative<feed::Wait>(answer)) {
                const bool in_time = co_await changed_before(until);
                answer = answer_to(parser, !in_time);
            }
        }
        if (const auto* stream = std::get_if<feed::Stream>(&answer)) {
            co_await stream_events(parser, stream->known);
            co_return false;
        }
        const bool head = parser.get().method() == http::verb::head;
        if (const auto* report = std::get_if<feed::Report>(&answer)) {
            feed::Document made = co_await make_report(*report);
            co_return co_await write(std::move(made), parser, head);
        }
        co_return co_await write(std::move(std::get<feed::Document>(answer)), parser, head);
    }

    asio::awaitable<feed::Document> make_report(feed::Report report)
    {
        const auto ticket = window_.ask_for_entries(report.first, report.last);
        if (!ticket) {
            co_return feed::report_document(report, {});
        }
        const auto until = std::chrono::steady_clock::now() + kReadWithin;
        asio::steady_timer deadline(stream_.get_executor(), until);
        while (!window_.has_delivered(*ticket) && std::chrono::steady_clock::now() < until) {
            co_await (window_.delivered().async_wait(kAsTuple) || deadline.async_wait(kAsTuple));
        }
        const std::vector<match::Entry> entries = window_.take_entries(*ticket);
        co_return feed::report_document(report, entries);
    }

    feed::Answer answer_to(const Parser& parser, bool waited) const
    {
        const auto& request = parser.get();
        const auto text = [](beast::string_view value) {
            return std::string_view(value.data(), value.size());
        };
        const feed::Request question{text(request.method_string()), text(request.target()),
                                     text(request[http::field::if_none_match]),
                                     text(request["Last-Event-ID"])};
        return feed::answer(question, window_.state(), {system::board_now(), system::wall_now_ms()}, waited);
    }

    asio::awaitable<bool> write(feed::Document document, const Parser& parser, bool head)
    {
        const auto& request = parser.get();
        const bool has_body = parser.content_length().value_or(0) > 0 || parser.chunked();
        Response response = to_response(std::move(document), request.version(), head);
        response.keep_alive(request.keep_alive() && !has_body &&
                            response.result() != http::status::service_unavailable);
        stream_.expires_after(kWrittenWithin);
        const auto [error, size] = co_await http::async_write(stream_, response, kAsTuple);
        co_return !error && response.keep_alive();
    }

    asio::awaitable<bool> changed_before(std::chrono::steady_clock::time_point until)
    {
        asio::steady_timer deadline(stream_.get_executor(), until);
        const std::uint64_t known = window_.announced();
        while (window_.announced() == known && std::chrono::steady_clock::now() < until) {
            co_await (window_.changed().async_wait(kAsTuple) || deadline.async_wait(kAsTuple));
        }
        co_return window_.announced() != known;
    }

    asio::awaitable<void> stream_events(const Parser& parser, std::optional<feed::StateId> known)
    {
        http::response<http::empty_body> header{http::status::ok, parser.get().version()};
        set_common_headers(header);
        header.set(http::field::content_type, "text/event-stream");
        header.set(http::field::cache_control, "no-cache");
        header.keep_alive(false);
        http::response_serializer<http::empty_body> serializer(header);
        stream_.expires_after(kWrittenWithin);
        const auto [error, size] = co_await http::async_write_header(stream_, serializer, kAsTuple);
        if (!error) {
            co_await (read_until_closed() || write_events(std::move(known)));
        }
    }

    // A reader of a stream has nothing to say; this notices that it left.
    asio::awaitable<void> read_until_closed()
    {
        std::array<char, 256> ignored;
        for (;;) {
            stream_.expires_never();
            const auto [error, size] = co_await stream_.async_read_some(asio::buffer(ignored), kAsTuple);
            if (error) {
                co_return;
            }
        }
    }

    asio::awaitable<void> write_events(std::optional<feed::StateId> known)
    {
        std::uint64_t written = window_.announced();
        std::uint64_t pinged = window_.pings();
        const bool has_newest = known && *known == feed::id_of(window_.state());
        std::shared_ptr<const std::string> text;
        if (has_newest || window_.state().match.rev == 0) {
            text = std::make_shared<const std::string>(feed::kPingComment);
        } else {
            text = window_.event();
        }
        for (;;) {
            stream_.expires_after(kWrittenWithin);
            const auto [error, size] = co_await asio::async_write(stream_, asio::buffer(*text), kAsTuple);
            if (error) {
                co_return;
            }
            while (window_.announced() == written && window_.pings() == pinged) {
                co_await window_.changed().async_wait(kAsTuple);
                const auto state = co_await asio::this_coro::cancellation_state;
                if (state.cancelled() != asio::cancellation_type::none) {
                    co_return;
                }
            }
            if (window_.announced() != written) {
                text = window_.event();
            } else {
                text = std::make_shared<const std::string>(feed::kPingComment);
            }
            written = window_.announced();
            pinged = window_.pings();
        }
    }

    beast::tcp_stream stream_;
    beast::flat_buffer buffer_{2 * kHeaderMax};
    StateWindow& window_;
};

} // namespace

asio::awaitable<void> serve_reader(asio::ip::tcp::socket socket, StateWindow& window, bool refused,
                                   std::size_t readers_max)
{
    HttpConnection connection(std::move(socket), window);
    co_await connection.run(refused, readers_max);
}

} // namespace scoreboard::spectators
