#include "boards/sim_panel.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace scoreboard::boards {
namespace {

using line::Direction;
using line::Line;
using std::chrono::duration_cast;
using std::chrono::microseconds;

// What a boot loader prints before the firmware speaks: a host must live with such bytes.
constexpr std::string_view kBootBanner = "\r\nscoreboard panel, boot loader 1.0\r\n";
// Of the UART's transmit buffer.
constexpr LineTime kTransmitBufferMax = std::chrono::milliseconds(200);
// The counter of a microcontroller does not start when the host's clock does.
constexpr std::uint64_t kCounterAtStart = 5'000;

std::uint64_t splitmix(std::uint64_t state)
{
    state += 0x9E3779B97F4A7C15ULL;
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9ULL;
    state = (state ^ (state >> 27)) * 0x94D049BB133111EBULL;
    return state ^ (state >> 31);
}

// The marker for a lost link stands beside the period: no point belongs there.
std::uint8_t marker_cell_of(const panel::Layout& layout)
{
    const panel::DigitField* period = layout.digit_field("period");
    return period != nullptr ? static_cast<std::uint8_t>(period->first + period->width - 1) : std::uint8_t{0};
}

panel_identity identity_of(const panel::Layout& layout)
{
    assert(layout.digit_count > 0 && layout.digit_count <= kPanelDigitsMax);
    assert(layout.clock_count <= kPanelClocksMax && layout.indicator_bytes <= kPanelIndicatorsMax);
    assert(layout.text_bytes <= kPanelTextMax);
    panel_identity identity{};
    identity.hardware_revision = 1;
    identity.digits = layout.digit_count;
    identity.clocks = layout.clock_count;
    identity.indicator_bytes = layout.indicator_bytes;
    identity.text_bytes = layout.text_bytes;
    identity.layout_hash = layout.hash();
    identity.marker_cell = marker_cell_of(layout);
    return identity;
}

} // namespace

struct SimPanel::Impl {
    explicit Impl(const Options& options)
        : identity(identity_of(options.layout)), random_state(splitmix(options.seed)),
          serial("SIM-" + std::to_string(options.seed)),
          to_panel(Direction::kToPanel, options.baud, options.seed),
          from_panel(Direction::kFromPanel, options.baud, options.seed)
    {
        identity.serial = serial.c_str();
    }

    std::uint64_t counter_us(LineTime time) const
    {
        return kCounterAtStart +
               static_cast<std::uint64_t>(duration_cast<microseconds>(time - counter_from).count());
    }
    // Rounded up: at the returned time the counter has reached `us`.
    LineTime time_of(std::uint64_t us) const { return counter_from + microseconds(us - kCounterAtStart); }

    bool is_running() const { return !boots_at.has_value(); }
    void boot(panel_reset new_cause, LineTime at);
    void start_firmware(LineTime at);
    std::optional<LineTime> firmware_deadline() const;
    void firmware_receives(const line::TimedByte& byte);

    panel_board make_board();

    panel_identity identity;
    std::uint64_t random_state;
    std::string serial;
    panel_retained retained{};
    panel_firmware firmware{};
    panel_light shown{};
    Line to_panel, from_panel;
    bool plugged = true;
    panel_reset cause = kResetPowerOn;
    std::optional<LineTime> boots_at; // the firmware starts then
    LineTime counter_from{};
    LineTime now{};
};

panel_board SimPanel::Impl::make_board()
{
    panel_board board{};
    board.context = this;
    board.retained = &retained;
    board.transmit = [](void* context, const std::uint8_t* bytes, std::size_t size) {
        Impl& panel = *static_cast<Impl*>(context);
        if (panel.from_panel.backlog(panel.now) > kTransmitBufferMax) {
            return false;
        }
        if (panel.plugged) {
            panel.from_panel.push({bytes, size}, panel.now);
        }
        return true;
    };
    board.transmit_backlog_us = [](void* context) {
        const Impl& panel = *static_cast<Impl*>(context);
        return static_cast<std::uint32_t>(
            duration_cast<microseconds>(panel.from_panel.backlog(panel.now)).count());
    };
    board.latch = [](void* context, const panel_light* light) {
        static_cast<Impl*>(context)->shown = *light;
    };
    board.random = [](void* context) {
        Impl& panel = *static_cast<Impl*>(context);
        panel.random_state = splitmix(panel.random_state);
        return static_cast<std::uint32_t>(panel.random_state >> 32);
    };
    return board;
}

void SimPanel::Impl::boot(panel_reset new_cause, LineTime at)
{
    now = std::max(now, at);
    cause = new_cause;
    boots_at = now + kBootDelay;
    // Dark and dumb until the firmware runs again.
    shown = panel_light{};
    firmware = panel_firmware{};
    to_panel.clear();
    from_panel.clear();
    if (cause == kResetPowerOn) {
        retained = panel_retained{};
    }
    if (plugged) {
        from_panel.push(std::vector<std::uint8_t>(kBootBanner.begin(), kBootBanner.end()), now);
    }
}

void SimPanel::Impl::start_firmware(LineTime at)
{
    now = at;
    counter_from = at;
    boots_at.reset();
    ++identity.boot_count;
    const panel_board board = make_board();
    panel_firmware_start(&firmware, &board, &identity, cause, counter_us(at));
}

std::optional<LineTime> SimPanel::Impl::firmware_deadline() const
{
    if (boots_at) {
        return boots_at;
    }
    const std::uint64_t deadline_us = panel_firmware_next_deadline(&firmware);
    if (deadline_us == std::numeric_limits<std::uint64_t>::max()) {
        return std::nullopt;
    }
    return std::max(now, time_of(deadline_us));
}

void SimPanel::Impl::firmware_receives(const line::TimedByte& byte)
{
    now = std::max(now, byte.at);
    if (is_running()) {
        panel_firmware_receive(&firmware, &byte.byte, 1, counter_us(now));
    }
}

SimPanel::SimPanel(const Options& options, LineTime now) : impl_(std::make_unique<Impl>(options))
{
    impl_->boot(kResetPowerOn, now);
}

SimPanel::~SimPanel() = default;

void SimPanel::reset(panel_reset cause, LineTime now)
{
    advance(now);
    impl_->boot(cause, now);
}

void SimPanel::set_plugged(bool plugged, LineTime now)
{
    advance(now);
    impl_->plugged = plugged;
    impl_->to_panel.clear();
    impl_->from_panel.clear();
}

void SimPanel::host_writes(std::span<const std::uint8_t> bytes, LineTime now)
{
    if (impl_->plugged) {
        impl_->to_panel.push(bytes, now);
    }
}

std::vector<std::uint8_t> SimPanel::host_reads(LineTime now)
{
    std::vector<std::uint8_t> bytes;
    for (const line::TimedByte& arrived : impl_->from_panel.poll(now)) {
        bytes.push_back(arrived.byte);
    }
    return bytes;
}

void SimPanel::advance(LineTime now)
{
    Impl& panel = *impl_;
    const std::vector<line::TimedByte> arrived = panel.to_panel.poll(now);
    auto byte = arrived.begin();
    for (;;) {
        const std::optional<LineTime> timer = panel.firmware_deadline();
        const bool timer_due = timer && *timer <= now;
        if (byte != arrived.end() && (!timer_due || byte->at <= *timer)) {
            panel.firmware_receives(*byte++);
        } else if (timer_due) {
            panel.now = *timer;
            if (panel.boots_at) {
                panel.start_firmware(*timer);
            } else {
                panel_firmware_poll(&panel.firmware, panel.counter_us(panel.now));
            }
        } else {
            break;
        }
    }
    panel.now = std::max(panel.now, now);
}

std::optional<LineTime> SimPanel::next_deadline() const
{
    std::optional<LineTime> soonest;
    for (const std::optional<LineTime>& candidate :
         {impl_->firmware_deadline(), impl_->to_panel.next_deadline(), impl_->from_panel.next_deadline()}) {
        if (candidate && (!soonest || *candidate < *soonest)) {
            soonest = candidate;
        }
    }
    return soonest;
}

void SimPanel::set_rates(const line::FaultRates& rates)
{
    impl_->to_panel.set_rates(rates);
    impl_->from_panel.set_rates(rates);
}

void SimPanel::set_transmit_dead(bool dead)
{
    impl_->from_panel.set_dead(dead);
}

void SimPanel::set_receive_dead(bool dead)
{
    impl_->to_panel.set_dead(dead);
}

void SimPanel::set_garbled(bool garbled)
{
    impl_->to_panel.set_garbled(garbled);
    impl_->from_panel.set_garbled(garbled);
}

const line::FaultRates& SimPanel::rates() const
{
    return impl_->to_panel.rates();
}

const panel_light& SimPanel::light() const
{
    return impl_->shown;
}

const panel_firmware& SimPanel::firmware() const
{
    return impl_->firmware;
}

std::uint64_t SimPanel::panel_us(LineTime now) const
{
    return impl_->counter_us(now);
}

std::vector<line::Injection> SimPanel::take_injections(Direction direction)
{
    return direction == Direction::kToPanel ? impl_->to_panel.take_injections()
                                            : impl_->from_panel.take_injections();
}

} // namespace scoreboard::boards
