#pragma once

#include <optional>
#include <string>

#include "boards/sim_panel.h"

namespace scoreboard::simulator {

// The faults by name, as a person sets them: "bitflip=0.001", "tx-dead=on".
class Faults {
public:
    // What is wrong with the setting, for a person; nothing if it was taken.
    std::optional<std::string> set(const std::string& assignment);
    void apply(boards::SimPanel& panel) const;

private:
    line::FaultRates rates_;
    bool transmit_dead_ = false;
    bool receive_dead_ = false;
};

} // namespace scoreboard::simulator
