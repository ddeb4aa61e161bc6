#include "link/client_thread.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <thread>
#include <utility>

#include "link/client_loop.h"

namespace scoreboard::link {

namespace {

// While anything waits its age is on the screen; otherwise only slow things change by themselves.
constexpr auto kRefreshWaiting = std::chrono::milliseconds(100);
constexpr auto kRefreshQuiet = std::chrono::milliseconds(500);

ClientLoop::Options loop_options(const ClientThread::Options& options)
{
    return {options.board_url, options.name, options.role};
}

} // namespace

struct ClientThread::Impl {
    Impl(const Options& options, std::unique_ptr<client::Journal> opened, ViewListener on_view)
        : journal(std::move(opened)), listener(std::move(on_view)), board_url(options.board_url),
          loop(context, loop_options(options), *journal, [this] { publish(); }), refresh(context)
    {
        asio::post(context, [this] { publish(); });
        thread = std::thread([this] { context.run(); });
    }

    ~Impl()
    {
        asio::post(context, [this] {
            loop.stop();
            stopped = true;
            refresh.cancel();
        });
        thread.join();
    }

    template <class Ask>
    void ask(Ask what)
    {
        asio::post(context, [this, what = std::move(what)] {
            what(loop.client());
            loop.changed();
        });
    }

    void publish()
    {
        client::ClientView view = loop.client().view(tablet_now());
        view.board_url = board_url;
        const bool waiting = view.waiting > 0;
        if (!view.connected) {
            view.trouble = loop.trouble();
        }
        listener(std::move(view));
        if (stopped) {
            return;
        }
        refresh.expires_after(waiting ? kRefreshWaiting : kRefreshQuiet);
        refresh.async_wait([this](boost::system::error_code error) {
            if (!error) {
                publish();
            }
        });
    }

    asio::io_context context{1};
    std::unique_ptr<client::Journal> journal;
    ViewListener listener;
    std::string board_url;
    ClientLoop loop;
    asio::steady_timer refresh;
    bool stopped = false;
    std::thread thread;
};

ClientThread::ClientThread(Options options, std::unique_ptr<client::Journal> journal, ViewListener listener)
    : impl_(std::make_unique<Impl>(options, std::move(journal), std::move(listener)))
{
}

ClientThread::~ClientThread() = default;

void ClientThread::issue(match::Command command, match::TabletTime tapped)
{
    impl_->ask([command = std::move(command), tapped](client::MatchClient& client) {
        client.issue(command, tapped, tablet_now());
    });
}

void ClientThread::look_at(std::optional<match::Command> correction)
{
    impl_->ask(
        [correction = std::move(correction)](client::MatchClient& client) { client.look_at(correction); });
}

void ClientThread::issue_seen(match::Command correction, std::optional<client::SeenEffect> seen,
                              match::TabletTime tapped)
{
    impl_->ask(
        [correction = std::move(correction), seen = std::move(seen), tapped](client::MatchClient& client) {
            client.issue_seen(correction, seen, tapped, tablet_now());
        });
}

void ClientThread::undo(match::TabletTime tapped)
{
    impl_->ask([tapped](client::MatchClient& client) { client.undo(tapped, tablet_now()); });
}

void ClientThread::redo(match::TabletTime tapped)
{
    impl_->ask([tapped](client::MatchClient& client) { client.redo(tapped, tablet_now()); });
}

void ClientThread::undo(match::CommandId target, match::TabletTime tapped)
{
    issue(match::Undo{target}, tapped);
}

void ClientThread::redo(match::CommandId target, match::TabletTime tapped)
{
    issue(match::Redo{target}, tapped);
}

void ClientThread::dismiss(match::Seq seq)
{
    impl_->ask([seq](client::MatchClient& client) { client.dismiss(seq); });
}

void ClientThread::connect_to(std::string board_url)
{
    asio::post(impl_->context, [this, url = std::move(board_url)] {
        impl_->board_url = url;
        impl_->loop.connect_to(url);
    });
}

} // namespace scoreboard::link
