#include "simulation/sim_panel.h"

#include <algorithm>
#include <chrono>

#include "panel/picture.h"

namespace scoreboard::simulation {

namespace {

constexpr std::uint32_t kBaud = 115200;

line::LineTime line_time(Micros now)
{
    return std::chrono::microseconds(now);
}

Micros micros(line::LineTime at)
{
    return std::chrono::ceil<std::chrono::microseconds>(at).count();
}

} // namespace

SimPanel::SimPanel(Rng& rng, Oracle& oracle)
    : rng_(rng), oracle_(oracle), layout_(*panel::find_layout("multisport")),
      to_panel_(line::Direction::kToPanel, kBaud, rng.next()),
      from_panel_(line::Direction::kFromPanel, kBaud, rng.next())
{
    restart(0, kResetPowerOn);
}

bool SimPanel::transmit(void* context, const std::uint8_t* bytes, std::size_t size)
{
    auto& panel = *static_cast<SimPanel*>(context);
    if (panel.plugged_) {
        panel.from_panel_.push({bytes, size}, line_time(panel.now_));
    }
    return true;
}

std::uint32_t SimPanel::backlog(void* context)
{
    const auto& panel = *static_cast<SimPanel*>(context);
    return static_cast<std::uint32_t>(micros(panel.from_panel_.backlog(line_time(panel.now_))));
}

void SimPanel::latch(void* context, const panel_light* light)
{
    auto& panel = *static_cast<SimPanel*>(context);
    panel.light_ = *light;
    panel.oracle_.latched(panel.read("home.score"), panel.read("guest.score"),
                          panel.firmware_.link.image_start_id, panel.firmware_.latched_rev);
}

std::uint32_t SimPanel::random(void* context)
{
    return static_cast<std::uint32_t>(static_cast<SimPanel*>(context)->rng_.next());
}

void SimPanel::restart(Micros now, panel_reset cause)
{
    now_ = now;
    if (cause == kResetPowerOn) {
        // RAM comes up with anything in it.
        auto* bytes = reinterpret_cast<std::uint8_t*>(&retained_);
        for (std::size_t i = 0; i < sizeof retained_; ++i) {
            bytes[i] = static_cast<std::uint8_t>(rng_.next());
        }
    }
    clock_ = MachineClock{now, rng_.between(0, 5) * kSecond, random_drift(rng_)};
    light_ = panel_light{};
    panel_board board{};
    board.context = this;
    board.transmit = &SimPanel::transmit;
    board.transmit_backlog_us = &SimPanel::backlog;
    board.latch = &SimPanel::latch;
    board.random = &SimPanel::random;
    board.retained = &retained_;
    panel_identity identity{};
    identity.serial = "SIM-1";
    identity.hardware_revision = 1;
    identity.boot_count = ++boots_;
    identity.digits = layout_.digit_count;
    identity.clocks = layout_.clock_count;
    identity.indicator_bytes = layout_.indicator_bytes;
    identity.text_bytes = layout_.text_bytes;
    identity.layout_hash = layout_.hash();
    panel_firmware_start(&firmware_, &board, &identity, cause, panel_us(now));
    powered_ = true;
    powered_at_ = kNever;
}

void SimPanel::fault(Fault kind, Micros now)
{
    heal_at_ = now + rng_.between(200, 5000) * kMs;
    sound_since_ = kNever;
    switch (kind) {
    case Fault::kNoise: {
        line::FaultRates rates;
        const double rate = rng_.chance(0.5) ? 1e-3 : 2e-2;
        rates.bitflip = rng_.chance(0.5) ? rate / 8 : 0;
        rates.drop = rng_.chance(0.4) ? rate : 0;
        rates.insert = rng_.chance(0.4) ? rate : 0;
        rates.dup = rng_.chance(0.4) ? rate : 0;
        rates.burst = rng_.chance(0.3) ? rate / 4 : 0;
        to_panel_.set_rates(rates);
        from_panel_.set_rates(rates);
        oracle_.tell("the panel: its serial line is noisy");
        break;
    }
    case Fault::kUnplug:
        plugged_ = false;
        to_panel_.clear();
        from_panel_.clear();
        oracle_.tell("the panel: is unplugged");
        break;
    case Fault::kPanelReset:
        powered_ = false;
        to_panel_.clear();
        from_panel_.clear();
        powered_at_ = now + rng_.between(5, 1500) * kMs;
        oracle_.tell("the panel: is reset");
        break;
    default: // kBrokenWire
        if (rng_.chance(0.5)) {
            from_panel_.set_dead(true);
            oracle_.tell("the panel: its transmit wire is broken");
        } else {
            to_panel_.set_dead(true);
            oracle_.tell("the panel: its receive wire is broken");
        }
        break;
    }
}

void SimPanel::heal(Micros now)
{
    heal_at_ = kNever;
    to_panel_.set_rates({});
    from_panel_.set_rates({});
    to_panel_.set_dead(false);
    from_panel_.set_dead(false);
    if (!plugged_) {
        plugged_ = true;
        oracle_.tell("the panel: is plugged in again");
    }
    if (!powered_) {
        restart(now, kResetPowerOn);
    }
    sound_since_ = now;
}

void SimPanel::run(Micros now)
{
    now_ = now;
    if (now >= heal_at_) {
        heal(now);
    }
    if (!powered_ && now >= powered_at_) {
        restart(now, rng_.chance(0.5) ? kResetPowerOn : kResetWatchdog);
    }
    for (const line::TimedByte& one : to_panel_.poll(line_time(now))) {
        if (powered_) {
            now_ = micros(one.at);
            panel_firmware_receive(&firmware_, &one.byte, 1, panel_us(now_));
        }
    }
    now_ = now;
    if (powered_) {
        panel_firmware_poll(&firmware_, panel_us(now));
    }
}

Micros SimPanel::next_event() const
{
    Micros next = std::min(heal_at_, powered_at_);
    for (const line::Line* one : {&to_panel_, &from_panel_}) {
        if (const auto at = one->next_deadline()) {
            next = std::min(next, micros(*at));
        }
    }
    if (powered_) {
        const std::uint64_t deadline = panel_firmware_next_deadline(&firmware_);
        if (deadline < static_cast<std::uint64_t>(INT64_MAX)) {
            next = std::min(next, clock_.when(static_cast<std::int64_t>(deadline)));
        }
    }
    return next;
}

void SimPanel::send_to_panel(const std::vector<std::uint8_t>& bytes, Micros now)
{
    to_panel_.push(bytes, line_time(now));
}

std::vector<std::uint8_t> SimPanel::take_from_panel(Micros now)
{
    std::vector<std::uint8_t> bytes;
    for (const line::TimedByte& one : from_panel_.poll(line_time(now))) {
        bytes.push_back(one.byte);
    }
    return bytes;
}

std::string SimPanel::read(const char* field) const
{
    const panel::DigitField* cells = layout_.digit_field(field);
    std::string text;
    for (std::uint8_t i = 0; i < cells->width; ++i) {
        const char shape = panel::character_of(light_.segments[cells->first + i] & 0x7FU);
        if (shape != ' ') {
            text += shape;
        }
    }
    return text;
}

std::pair<std::string, std::string> SimPanel::scores() const
{
    return {read("home.score"), read("guest.score")};
}

std::string SimPanel::game_clock() const
{
    return panel::text_of(light_.segments, *layout_.digit_field("clock"));
}

} // namespace scoreboard::simulation
