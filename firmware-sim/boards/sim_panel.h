#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "firmware/panel_firmware.h"
#include "line/line.h"
#include "panel/layout.h"

namespace scoreboard::boards {

using line::LineTime;

// The board `sim`: the real firmware core with a made-up microcontroller around it and a paced, faulty serial
// cable to the host. Pure but for the firmware it carries: time is told, so it runs behind a pty as well as
// in virtual time.
class SimPanel {
public:
    struct Options {
        panel::Layout layout;
        std::uint32_t baud = 115200;
        std::uint64_t seed = 1;
    };

    // How long the microcontroller takes from reset to its firmware.
    static constexpr LineTime kBootDelay = std::chrono::milliseconds(20);

    SimPanel(const Options& options, LineTime now);
    ~SimPanel();

    // Only a power-on loses the memory that the picture is kept in.
    void reset(panel_reset cause, LineTime now);
    // The plug is pulled or put back; what was under way is lost. The panel has its own supply and stays on.
    void set_plugged(bool plugged, LineTime now);

    void host_writes(std::span<const std::uint8_t> bytes, LineTime now);
    std::vector<std::uint8_t> host_reads(LineTime now); // what has arrived at the host by `now`

    // Runs the firmware up to `now`, every byte and timer at its own moment however late this is called.
    void advance(LineTime now);
    std::optional<LineTime> next_deadline() const;

    void set_rates(const line::FaultRates& rates);
    void set_transmit_dead(bool dead); // the panel's wire towards the host
    void set_receive_dead(bool dead);
    void set_garbled(bool garbled); // the host's port is set to another speed
    const line::FaultRates& rates() const;

    const panel_light& light() const; // as the LEDs show it
    const panel_firmware& firmware() const;
    // Panel time: a counter that starts anew with every reset.
    std::uint64_t panel_us(LineTime now) const;
    std::vector<line::Injection> take_injections(line::Direction direction);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::boards
