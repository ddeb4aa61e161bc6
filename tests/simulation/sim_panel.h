#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "firmware/panel_firmware.h"
#include "line/line.h"
#include "panel/layout.h"
#include "simulation/fault.h"
#include "simulation/machine_clock.h"
#include "simulation/oracle.h"
#include "simulation/rng.h"

namespace scoreboard::simulation {

// The panel: the real firmware core behind a paced serial line that flips bits, drops bytes, is pulled out,
// and a supply that fails.
class SimPanel {
public:
    SimPanel(Rng& rng, Oracle& oracle);
    SimPanel(const SimPanel&) = delete;
    SimPanel& operator=(const SimPanel&) = delete;

    void fault(Fault kind, Micros now);
    void heal(Micros now);
    void run(Micros now);
    Micros next_event() const;

    // The board's end of the cable.
    bool plugged() const { return plugged_; }
    void send_to_panel(const std::vector<std::uint8_t>& bytes, Micros now);
    std::vector<std::uint8_t> take_from_panel(Micros now);

    // Since when nothing has been wrong with it and its line; kNever: something is.
    Micros sound_since() const { return sound_since_; }
    // What a person reads now.
    std::pair<std::string, std::string> scores() const;
    std::string game_clock() const; // "7:42", "42.3"

private:
    static bool transmit(void* context, const std::uint8_t* bytes, std::size_t size);
    static std::uint32_t backlog(void* context);
    static void latch(void* context, const panel_light* light);
    static std::uint32_t random(void* context);

    void restart(Micros now, panel_reset cause);
    std::string read(const char* field) const;
    std::uint64_t panel_us(Micros now) const { return static_cast<std::uint64_t>(clock_.read(now)); }

    Rng& rng_;
    Oracle& oracle_;
    const panel::Layout& layout_;
    MachineClock clock_;
    line::Line to_panel_;
    line::Line from_panel_;
    panel_firmware firmware_{};
    panel_retained retained_{};
    panel_light light_{};
    std::uint16_t boots_ = 0;
    Micros now_ = 0;
    bool plugged_ = true;
    Micros heal_at_ = kNever;
    Micros powered_at_ = kNever; // off until then
    bool powered_ = true;
    Micros sound_since_ = 0;
};

} // namespace scoreboard::simulation
