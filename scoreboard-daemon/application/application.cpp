#include "application/application.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sys/resource.h>

#include "application/panel_desk.h"
#include "application/random.h"
#include "control/control_server.h"
#include "core/board.h"
#include "core/heart.h"
#include "spectators/public_server.h"
#include "store/ballast.h"
#include "store/heartbeat_file.h"
#include "store/intent_file.h"
#include "store/log_store.h"
#include "store/store_thread.h"
#include "system/clocks.h"
#include "system/log.h"
#include "system/service_manager.h"

namespace scoreboard::application {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

constexpr auto kStoppedWithin = 2s;
constexpr const char* kIntentFile = "deciding";     // the command that is being decided, beside the log
constexpr const char* kHeartbeatFile = "heartbeat"; // where the clock stood last, beside the log

core::Now now()
{
    return {system::board_now(), system::wall_now_ms()};
}

// What tells one piece of hardware from another: a card image that wakes up elsewhere must not go on under
// its old name.
std::string hardware_id()
{
    for (const char* path : {"/sys/firmware/devicetree/base/serial-number", "/etc/machine-id"}) {
        std::ifstream file(path);
        std::string id;
        if (file >> id) {
            return id;
        }
    }
    return {};
}

// A thousand spectators need more descriptors than the usual soft limit allows.
void raise_descriptor_limit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

core::MatchService::Options service_options(const system::Configuration& configuration,
                                            const match::BootId& boot, store::IntentFile& intent,
                                            const store::HeartbeatFile* heartbeats)
{
    core::MatchService::Options options;
    options.intent_note = &intent;
    options.poisonous = intent.poisonous();
    options.heartbeat = heartbeats != nullptr ? heartbeats->newest() : std::nullopt;
    options.board_name = configuration.board_name;
    options.boot = boot;
    options.has_panel = configuration.panel != "none";
    options.ruleset = configuration.ruleset;
    options.venue_rulesets = configuration.venue_rulesets;
    options.home_name = configuration.home;
    options.guest_name = configuration.guest;
    return options;
}

} // namespace

// The core's thread runs `io` and owns all of this but the insides of the store thread and of the public
// server.
struct Application::Impl {
    Impl(const system::Configuration& the_configuration, const match::BootId& boot,
         std::unique_ptr<store::LogStore> log, std::unique_ptr<store::IntentFile> the_intent,
         std::unique_ptr<store::HeartbeatFile> heartbeats)
        : configuration(the_configuration), intent(std::move(the_intent)),
          board(service_options(configuration, boot, *intent, heartbeats.get()), log->take_recovered(),
                now()),
          store(std::make_unique<store::StoreThread>(
              std::move(log), [this](std::function<void()> task) { asio::post(io, std::move(task)); },
              store_listener(), store::RebuildPatience{}, std::move(heartbeats))),
          control(io, board, {configuration.control, configuration.controllers_max}, [this] { pump(); })
    {
    }

    std::optional<Failure> open_ports();
    store::StoreThread::Listener store_listener();
    void pump();
    void show();
    void beat();
    void on_beat(const std::string& error);
    void publish();
    void say_ready();
    void watch_signals();
    void feed_watchdog();
    void stop();

    const system::Configuration configuration;
    asio::io_context io{1};
    const std::unique_ptr<store::IntentFile> intent;
    core::Board board;
    std::unique_ptr<store::StoreThread> store;
    std::unique_ptr<spectators::PublicServer> spectators;
    control::ControlServer control;
    std::unique_ptr<PanelDesk> panel;
    asio::signal_set signals{io, SIGTERM, SIGINT};
    asio::steady_timer watchdog{io};
    core::Heart heart;
    asio::steady_timer heart_timer{io};
    bool beat_in_store = false;
    bool beats_fail = false; // and a line said so
    bool stopping = false;
    system::Endpoint control_endpoint;
    bool ready = false;
    std::size_t unrecorded_shown = 0; // in live-only mode
};

std::optional<Application::Failure> Application::Impl::open_ports()
{
    // Any match of the log for who asks: from the spectators' thread by this one to the store's, and back.
    const auto want = [this](std::uint64_t ticket, match::Rev first, match::Rev last) {
        asio::post(io, [this, ticket, first, last] {
            store->read(first, last, [this, ticket](std::vector<match::Entry> entries) {
                spectators->deliver(ticket, std::move(entries));
            });
        });
    };
    auto public_server =
        spectators::PublicServer::start({configuration.spectators, configuration.spectators_max, want});
    if (!public_server) {
        return Failure{public_server.error().what};
    }
    spectators = std::move(*public_server);
    const auto endpoint = control.listen();
    if (!endpoint) {
        return Failure{endpoint.error().what};
    }
    control_endpoint = *endpoint;
    if (configuration.panel != "none") {
        PanelDesk::Listener listener;
        listener.shown = [this](match::Rev rev, match::BoardTime at) {
            board.on_panel_shown(rev, at);
            publish();
        };
        listener.status_changed = [this](session::PanelStatus status, std::string detail) {
            const auto severity =
                status == session::PanelStatus::kFault ? system::Severity::kWarning : system::Severity::kInfo;
            system::log(severity,
                        "panel: " + (detail.empty() ? std::string("confirms what it shows") : detail));
            board.on_panel_status(status, std::move(detail));
            publish();
        };
        panel = std::make_unique<PanelDesk>(io, configuration, board.service(), std::move(listener));
        panel->start();
    }
    return std::nullopt;
}

store::StoreThread::Listener Application::Impl::store_listener()
{
    store::StoreThread::Listener listener;
    listener.committed = [this] {
        board.on_committed();
        show();
        if (!ready && board.service().waiting() == 0) {
            say_ready();
        }
    };
    listener.renamed = [this](const match::LogId& log) {
        board.on_new_log(log);
        show();
    };
    listener.beaten = [this](const std::string& error) { on_beat(error); };
    listener.failed = [this](const std::string& why) {
        beat_in_store = false; // What was handed over before is not answered any more.
        board.on_storage_fault(why);
        show();
    };
    listener.not_rebuilt = [this](const std::string& why) {
        system::log_error("store: the log could not be rebuilt, trying again: " + why);
        board.on_not_rebuilt(why, now());
        show();
    };
    listener.rebuilt = [this](core::RecoveredLog log) {
        beat_in_store = false;
        board.on_rebuilt(std::move(log), now());
        show();
    };
    return listener;
}

// After anything that the board was told: what it decided goes to the store, what it has to say to the log.
void Application::Impl::pump()
{
    while (const auto line = board.poll_log_line()) {
        system::log_info(*line);
    }
    if (const auto why = board.poll_new_log_wanted()) {
        store->take_new_log_id(*why);
    }
    while (auto batch = board.take_batch()) {
        store->commit(std::move(*batch));
    }
    // What no store answers for is shown at once.
    if (board.service().outlook().unrecorded != unrecorded_shown) {
        show();
    }
}

// The match, or what is known of it, is another than before.
void Application::Impl::show()
{
    unrecorded_shown = board.service().outlook().unrecorded;
    pump();
    if (panel) {
        panel->draw();
    }
    publish();
    beat();
}

// One heartbeat at a time: a slow disk gets fewer, never a queue of them.
void Application::Impl::beat()
{
    if (beat_in_store || stopping) {
        return;
    }
    const match::BoardTime at = system::board_now();
    if (const auto due = heart.poll(board.service(), at)) {
        beat_in_store = true;
        store->beat(*due);
    }
    const auto deadline = heart.next_deadline();
    if (!deadline) {
        heart_timer.cancel();
        return;
    }
    heart_timer.expires_after(*deadline - at);
    heart_timer.async_wait([this](boost::system::error_code error) {
        if (!error) {
            beat();
        }
    });
}

void Application::Impl::on_beat(const std::string& error)
{
    beat_in_store = false;
    if (!error.empty() && !beats_fail) {
        system::log_warning("store: " + error +
                            "; until then a power cut puts the clock back to its last "
                            "START or STOP");
    }
    beats_fail = !error.empty();
    beat();
}

// Everybody outside sees committed facts, or what is marked as unrecorded: spectators get a copy, controllers
// look for themselves.
void Application::Impl::publish()
{
    const core::MatchService& service = board.service();
    const core::Outlook outlook = service.outlook();
    const session::PanelState& panel_state = service.panel();
    feed::FeedState state;
    state.match.log = service.facts().log;
    state.match.rev = outlook.rev;
    state.match.unrecorded = outlook.unrecorded;
    state.match.ruleset = service.ruleset();
    state.match.state = outlook.on_display();
    state.match.panel.status = panel_state.status;
    state.match.panel.shown = panel_state.shown;
    if (panel_state.shown > 0) {
        state.match.panel.shown_at = panel_state.shown_at;
    }
    state.panel_detail = panel_state.detail;
    state.storage_fault = service.storage_fault();
    state.live_only = service.recording() == core::Recording::kLiveOnly;
    state.ended = service.ended();
    state.open = service.open_summary();
    spectators->publish(std::move(state));
    control.wake_all();
}

void Application::Impl::say_ready()
{
    ready = true;
    const std::string log = public_json::short_log_id(board.service().facts().log);
    const std::string rev = std::to_string(board.service().committed().rev);
    std::printf("ready control=%s public=%s panel=%s log=%s rev=%s\n",
                system::to_string(control_endpoint).c_str(),
                system::to_string(spectators->endpoint()).c_str(), configuration.panel.c_str(), log.c_str(),
                rev.c_str());
    std::fflush(stdout);
    system::notify_ready("recording to log " + log + ", rev " + rev);
    feed_watchdog();
}

void Application::Impl::watch_signals()
{
    signals.async_wait([this](boost::system::error_code error, int number) {
        if (!error) {
            system::log_info(std::string("daemon: ") + (number == SIGTERM ? "SIGTERM" : "SIGINT") +
                             ", stopping");
            stop();
        }
    });
}

void Application::Impl::feed_watchdog()
{
    const auto interval = system::watchdog_interval();
    if (!interval) {
        return;
    }
    system::notify_alive();
    watchdog.expires_after(*interval / 2);
    watchdog.async_wait([this](boost::system::error_code error) {
        if (!error) {
            feed_watchdog();
        }
    });
}

void Application::Impl::stop()
{
    system::notify_stopping();
    watchdog.cancel();
    heart_timer.cancel();
    stopping = true;
    control.stop();
    if (panel) {
        panel->stop();
    }
    io.stop();
}

boost::system::result<std::unique_ptr<Application>, Application::Failure>
Application::start(const Invocation& invocation)
{
    system::start_log(invocation.configuration.log_level);
    raise_descriptor_limit();
    for (const match::Ruleset& ruleset : invocation.configuration.venue_rulesets) {
        system::log_info("match: rules of this venue: " + ruleset.id + ", " + ruleset.name);
    }
    const auto boot =
        invocation.boot_id.empty() ? system::kernel_boot_id() : system::parse_boot_id(invocation.boot_id);
    if (!boot) {
        return Failure{boot.error().what};
    }
    store::StoreOptions options;
    options.folder = invocation.configuration.data;
    options.hardware_id = hardware_id();
    options.random_id = random_id;
    options.ballast_bytes = store::Ballast::kBytes;
    auto log = store::LogStore::open(std::move(options));
    if (!log) {
        return Failure{log.error().text};
    }
    for (const std::string& notice : (*log)->notices()) {
        system::log_warning("store: " + notice);
    }
    auto intent = store::IntentFile::open(std::filesystem::path(invocation.configuration.data) / kIntentFile);
    if (!intent) {
        return Failure{intent.error().text};
    }
    if ((*intent)->poisonous()) {
        system::log_error("core: one command ended the daemon twice and is refused from now on (seq " +
                          std::to_string((*intent)->poisonous()->id.seq) + "); please report this line");
    }
    auto heartbeats =
        store::HeartbeatFile::open(std::filesystem::path(invocation.configuration.data) / kHeartbeatFile);
    if (!heartbeats) {
        return Failure{heartbeats.error().text};
    }
    auto impl = std::make_unique<Impl>(invocation.configuration, *boot, std::move(*log), std::move(*intent),
                                       std::move(*heartbeats));
    if (auto failure = impl->open_ports()) {
        return std::move(*failure);
    }
    return std::unique_ptr<Application>(new Application(std::move(impl)));
}

Application::Application(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Application::~Application() = default;

int Application::run()
{
    impl_->watch_signals();
    impl_->pump();
    if (impl_->board.service().waiting() == 0) {
        impl_->publish();
        if (impl_->panel) {
            impl_->panel->draw();
        }
        impl_->beat();
        impl_->say_ready();
    }
    impl_->io.run();
    // Sockets say their last words; what was handed to the store is written by its destructor.
    impl_->io.restart();
    impl_->io.run_for(kStoppedWithin);
    return 0;
}

} // namespace scoreboard::application
