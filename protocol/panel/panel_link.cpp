#include "panel/panel_link.h"

#include <utility>

#include "panel/link_core.h"

namespace scoreboard::panel {

struct PanelLink::Impl {
    explicit Impl(Options options) : core(std::move(options)) {}
    LinkCore core;
};

PanelLink::PanelLink(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}

PanelLink::~PanelLink() = default;

void PanelLink::on_open(BoardTime now, std::uint32_t nonce)
{
    impl_->core.on_open(now, nonce);
}

void PanelLink::on_closed(BoardTime now, std::string why)
{
    impl_->core.on_closed(now, std::move(why));
}

void PanelLink::on_bytes(std::span<const std::uint8_t> bytes, BoardTime now)
{
    impl_->core.on_bytes(bytes, now);
}

void PanelLink::set_picture(const Picture& picture, Rev rev, BoardTime now)
{
    impl_->core.set_picture(picture, rev, now);
}

std::optional<std::vector<std::uint8_t>> PanelLink::poll_transmit(BoardTime now)
{
    return impl_->core.poll_transmit(now);
}

std::optional<BoardTime> PanelLink::next_deadline() const
{
    return impl_->core.next_deadline();
}

std::optional<PanelEvent> PanelLink::poll_event()
{
    std::deque<PanelEvent>& events = impl_->core.events;
    if (events.empty()) {
        return std::nullopt;
    }
    PanelEvent event = std::move(events.front());
    events.pop_front();
    return event;
}

const PanelLink::Counters& PanelLink::counters() const
{
    return impl_->core.counters;
}

LinkHealth PanelLink::health() const
{
    return impl_->core.health();
}

Rev PanelLink::shown() const
{
    return impl_->core.shown();
}

std::uint32_t PanelLink::image_rev() const
{
    return impl_->core.image_rev();
}

std::span<const std::uint8_t> PanelLink::image() const
{
    return impl_->core.image();
}

std::optional<std::uint32_t> PanelLink::acknowledged() const
{
    return impl_->core.acknowledged();
}

std::optional<Duration> PanelLink::round_trip() const
{
    return impl_->core.round_trip();
}

} // namespace scoreboard::panel
