#include "application/panel_desk.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cassert>
#include <utility>
#include <variant>

#include "application/random.h"
#include "renderer/renderer.h"
#include "serial/panel_runner.h"
#include "system/clocks.h"

namespace scoreboard::application {
namespace {

namespace asio = boost::asio;

session::PanelStatus status_of(panel::LinkHealth health)
{
    switch (health) {
    case panel::LinkHealth::kOk:
        return session::PanelStatus::kOk;
    case panel::LinkHealth::kConnecting:
        return session::PanelStatus::kStale;
    case panel::LinkHealth::kBlind:
    case panel::LinkHealth::kOtherLayout:
    case panel::LinkHealth::kNoPort:
        return session::PanelStatus::kFault;
    }
    assert(false && "a link health that means nothing to people");
    return session::PanelStatus::kFault;
}

serial::PanelRunner::Options runner_options(const system::Configuration& configuration)
{
    serial::PanelRunner::Options options;
    options.url = *serial::parse_panel_url(configuration.panel);
    options.layout = *panel::find_layout(configuration.layout);
    options.start_id = random_number();
    options.clock = system::board_now;
    options.random = random_number;
    return options;
}

} // namespace

struct PanelDesk::Impl {
    Impl(asio::io_context& io, const system::Configuration& configuration,
         const core::MatchService& the_service, Listener the_listener)
        : layout(*panel::find_layout(configuration.layout)), service(the_service),
          listener(std::move(the_listener)),
          runner(io, runner_options(configuration), [this](const panel::PanelEvent& event) { tell(event); }),
          change(io)
    {
    }

    void tell(const panel::PanelEvent& event) const
    {
        if (const auto* shown = std::get_if<panel::Shown>(&event)) {
            listener.shown(shown->rev, shown->at);
            return;
        }
        const auto& health = std::get<panel::HealthChanged>(event);
        listener.status_changed(status_of(health.health), health.detail);
    }

    void draw()
    {
        const core::Outlook outlook = service.outlook();
        if (outlook.rev == 0) {
            return;
        }
        const match::BoardTime now = system::board_now();
        renderer::Rendered rendered = renderer::render(layout, service.ruleset(), outlook.on_display(), now);
        if (service.recording() != core::Recording::kOn) {
            renderer::light_fault_dot(layout, rendered.picture);
        }
        if (outlook.power_was_lost) {
            renderer::blink_clock(layout, rendered.picture);
        }
        runner.set_picture(rendered.picture, outlook.displayed_rev());
        change.cancel();
        if (rendered.next_change) {
            change.expires_after(*rendered.next_change - now);
            change.async_wait([this](boost::system::error_code error) {
                if (!error) {
                    draw();
                }
            });
        }
    }

    const panel::Layout& layout;
    const core::MatchService& service;
    const Listener listener;
    serial::PanelRunner runner;
    asio::steady_timer change;
};

PanelDesk::PanelDesk(asio::io_context& io, const system::Configuration& configuration,
                     const core::MatchService& service, Listener listener)
    : impl_(std::make_unique<Impl>(io, configuration, service, std::move(listener)))
{
}

PanelDesk::~PanelDesk() = default;

void PanelDesk::start()
{
    impl_->runner.start();
}

void PanelDesk::stop()
{
    impl_->change.cancel();
    impl_->runner.stop();
}

void PanelDesk::draw()
{
    impl_->draw();
}

} // namespace scoreboard::application
