#include "link/client_loop.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <utility>

#include "link/own_address.h"
#include "link/tablet_clock.h"
#include "wire/wire.h"

namespace scoreboard::link {
namespace {

using namespace asio::experimental::awaitable_operators;
constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr auto kDialLimit = std::chrono::seconds(3);
// A dial may be lost on the air, and the kernel repeats it only after a second: the next one does not wait
// for its end.
constexpr auto kDialBeside = std::chrono::milliseconds(400);
constexpr std::size_t kDialsMax = 8; // of which most are waiting for a resolver that does not answer
constexpr auto kLongWait = std::chrono::hours(1); // whoever needs a timer sooner wakes it
constexpr auto kSleep = std::chrono::seconds(1);  // far more than two readings of clocks can differ
constexpr auto kLookAtAddressEvery = std::chrono::milliseconds(250);
constexpr std::size_t kSendTogether = 64;

client::MatchClient::Options client_options(const ClientLoop::Options& options)
{
    client::MatchClient::Options result;
    result.tablet_boot = tablet_boot();
    result.name = options.name;
    result.role = options.role;
    result.new_writer = &random_writer;
    return result;
}

std::uint64_t backoff_seed()
{
    std::uint64_t seed = 0;
    for (const std::uint8_t byte : random_writer().bytes) {
        seed = seed * 256 + byte;
    }
    return seed;
}

// The loops return on every I/O error; what they throw is a bug, and it must not be swallowed.
void rethrow(std::exception_ptr error)
{
    if (error) {
        std::rethrow_exception(error);
    }
}

} // namespace

ClientLoop::ClientLoop(asio::io_context& context, const Options& options, client::Journal& journal,
                       std::function<void()> on_change)
    : context_(context), journal_(journal), on_change_(std::move(on_change)),
      client_(client_options(options), journal.content(), tablet_now()), backoff_(backoff_seed()),
      board_url_(options.board_url), deadline_(context), redial_(context), address_look_(context),
      slept_(slept_since_boot())
{
    asio::co_spawn(context_, keep_deadlines(), &rethrow);
    asio::co_spawn(context_, keep_connected(), &rethrow);
    asio::co_spawn(context_, watch_address(), &rethrow);
}

ClientLoop::~ClientLoop() = default;

void ClientLoop::changed()
{
    if (!std::exchange(settle_is_posted_, true)) {
        asio::post(context_, [this] {
            settle_is_posted_ = false;
            settle();
        });
    }
}

void ClientLoop::settle()
{
    if (stopped_) {
        return;
    }
    commit();
    distrust_after_sleep();
    const match::TabletTime now = tablet_now();
    if (current_ != nullptr && client_.wants_close(now)) {
        close(*current_);
    }
    if (current_ != nullptr) {
        current_->wakeup.cancel();
    }
    if (client_.wants_dial(now)) {
        redial_.cancel();
    }
    deadline_.cancel();
    if (on_change_) {
        on_change_();
    }
}

// R12: a socket from before a suspend is never trusted; a new connection is opened at once.
void ClientLoop::distrust_after_sleep()
{
    const match::Duration slept = slept_since_boot();
    if (slept - slept_ > kSleep) {
        distrust();
    }
    slept_ = slept;
}

// A tablet that roamed has another address: its old connection is dead, and nobody says so.
asio::awaitable<void> ClientLoop::watch_address()
{
    while (!stopped_) {
        co_await wait(address_look_, tablet_now() + kLookAtAddressEvery);
        boost::system::error_code error;
        const auto address = current_ == nullptr ? asio::ip::tcp::endpoint()
                                                 : current_->transport->socket().local_endpoint(error);
        if (current_ != nullptr && !error && !is_own_address(address)) {
            distrust();
            changed();
        }
    }
}

void ClientLoop::distrust()
{
    if (current_ != nullptr) {
        close(*current_);
        backoff_.reset();
    }
}

void ClientLoop::commit()
{
    for (;;) {
        const std::vector<client::StoreAction>& batch = client_.take_store_batch(tablet_now());
        if (batch.empty()) {
            return;
        }
        const std::string fault = journal_.commit(batch);
        if (fault.empty()) {
            client_.on_stored(tablet_now());
        } else {
            client_.on_store_failed(fault, tablet_now());
        }
    }
}

void ClientLoop::connect_to(const std::string& board_url)
{
    board_url_ = board_url;
    trouble_.clear();
    failed_dials_ = 0;
    backoff_.reset();
    client_.on_person_asks();
    abandon_dials();
    if (current_ != nullptr) {
        close(*current_);
    }
    changed();
    redial_.cancel();
}

void ClientLoop::stop()
{
    client_.flush();
    commit();
    stopped_ = true;
    for (Connection& connection : connections_) {
        close(connection);
    }
    deadline_.cancel();
    redial_.cancel();
    address_look_.cancel();
    abandon_dials();
}

asio::awaitable<void> ClientLoop::wait(asio::steady_timer& timer, match::TabletTime until)
{
    const match::Duration left = until - tablet_now();
    timer.expires_after(std::clamp<match::Duration>(left, match::Duration::zero(), kLongWait));
    co_await timer.async_wait(kAsTuple);
}

asio::awaitable<void> ClientLoop::keep_deadlines()
{
    while (!stopped_) {
        co_await wait(deadline_, client_.next_deadline().value_or(match::TabletTime::max()));
        if (!stopped_ && client_.next_deadline().value_or(match::TabletTime::max()) <= tablet_now()) {
            settle();
        }
    }
}

asio::awaitable<void> ClientLoop::keep_connected()
{
    while (!stopped_) {
        const match::TabletTime now = tablet_now();
        if (board_url_.empty() || !client_.wants_dial(now)) {
            next_dial_.reset();
            co_await wait(redial_, client_.dial_not_before().value_or(match::TabletTime::max()));
            continue;
        }
        if (dials_.size() >= kDialsMax) {
            co_await wait(redial_, match::TabletTime::max());
            continue;
        }
        if (!next_dial_) {
            next_dial_ = now + backoff_.next();
        }
        if (now < *next_dial_) {
            co_await wait(redial_, *next_dial_);
            continue;
        }
        begin_dial();
    }
}

void ClientLoop::begin_dial()
{
    auto url = parse_board_url(board_url_);
    if (url.has_error()) {
        trouble_ = url.error().what;
        board_url_.clear();
        changed();
        return;
    }
    const match::TabletTime now = tablet_now();
    next_dial_ = now + kDialBeside;
    const auto dial = dials_.insert(dials_.end(), Dial{make_transport(url->scheme, context_), now});
    const auto ended = [this, dial](std::exception_ptr error) {
        dials_.erase(dial);
        redial_.cancel();
        rethrow(error);
    };
    asio::co_spawn(context_, run(*dial, std::move(*url)), ended);
}

asio::awaitable<void> ClientLoop::run(Dial& dial, BoardUrl url)
{
    std::string error = co_await open_in_time(dial, std::move(url));
    if (!dial.abandoned) {
        finish(dial, std::move(error));
    }
}

void ClientLoop::finish(Dial& dial, std::string error)
{
    if (!error.empty()) {
        ++failed_dials_;
        trouble_ = std::move(error);
        if (&dial == &dials_.back()) {
            next_dial_.reset();
        }
    } else if (client_.wants_dial(tablet_now())) {
        failed_dials_ = 0;
        trouble_.clear();
        adopt(std::move(dial.transport), dial.began);
        abandon_dials();
    } // Else the connection that was in doubt has answered after all.
    changed();
}

// The first dial that is answered is enough.
void ClientLoop::abandon_dials()
{
    for (Dial& dial : dials_) {
        dial.abandoned = true;
        if (dial.transport != nullptr) {
            dial.transport->close();
        }
    }
    next_dial_.reset();
}

asio::awaitable<std::string> ClientLoop::open_in_time(Dial& dial, BoardUrl url)
{
    const std::string name = to_string(url);
    asio::steady_timer limit(context_, kDialLimit);
    auto opened = co_await (open(*dial.transport, std::move(url)) || limit.async_wait(kAsTuple));
    if (auto* error = std::get_if<0>(&opened)) {
        co_return std::move(*error);
    }
    co_return "nobody answers at " + name + " within 3 s; is it the address of a board, and in this network?";
}

void ClientLoop::adopt(std::unique_ptr<Transport> transport, match::TabletTime dialled)
{
    if (current_ != nullptr) {
        close(*current_);
    }
    forget_closed();
    current_ = &connections_.emplace_back(std::move(transport), context_);
    client_.on_connected(dialled, tablet_now());
    asio::co_spawn(context_, run(*current_), &rethrow);
}

void ClientLoop::close(Connection& connection)
{
    if (!std::exchange(connection.open, false)) {
        return;
    }
    connection.transport->close();
    connection.wakeup.cancel();
    if (&connection == current_) {
        current_ = nullptr;
        client_.on_disconnected(tablet_now());
    }
}

void ClientLoop::forget_closed()
{
    connections_.remove_if([](const Connection& connection) { return connection.finished; });
}

asio::awaitable<void> ClientLoop::run(Connection& connection)
{
    co_await (read_loop(connection) || write_loop(connection));
    connection.finished = true;
    changed();
}

asio::awaitable<void> ClientLoop::read_loop(Connection& connection)
{
    while (connection.open) {
        const Transport::Read read = co_await connection.transport->read();
        if (!connection.open) {
            break;
        }
        client_.on_heard(tablet_now());
        bool fits = true;
        for (auto envelope = read.envelopes.begin(); fits && envelope != read.envelopes.end(); ++envelope) {
            fits = take(*envelope);
        }
        if (!fits || !read.error.empty()) {
            trouble_ = fits ? read.error : trouble_;
            break;
        }
        changed();
    }
    close(connection);
}

// False: what came is no message of a board.
bool ClientLoop::take(const std::string& envelope)
{
    const auto message = wire::decode_server(envelope);
    if (message.has_error()) {
        trouble_ = "what " + board_url_ + " sent cannot be read (" + message.error().what +
                   "); is it a board, and of the same version as this app?";
        return false;
    }
    const bool was_welcomed = client_.welcomed();
    client_.on_message(*message, tablet_now());
    if (client_.welcomed() && !was_welcomed) {
        backoff_.reset();
    }
    return true;
}

asio::awaitable<void> ClientLoop::write_loop(Connection& connection)
{
    while (connection.open) {
        std::vector<std::string> envelopes;
        while (envelopes.size() < kSendTogether) {
            const auto message = client_.poll_transmit(tablet_now());
            if (!message) {
                break;
            }
            envelopes.push_back(wire::encode(*message));
        }
        if (!envelopes.empty()) {
            const bool sent = co_await connection.transport->write(std::move(envelopes));
            if (!sent) {
                break;
            }
            continue;
        }
        // Ends by the deadline, by settle() or by close().
        co_await wait(connection.wakeup, client_.next_deadline().value_or(match::TabletTime::max()));
    }
    close(connection);
}

} // namespace scoreboard::link
