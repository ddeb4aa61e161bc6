#pragma once

#include <bitset>
#include <optional>
#include <span>
#include <string>

namespace scoreboard::simulation {

// What can go wrong in a simulated hall.
enum class Fault {
    kOutage,       // a tablet's air is gone, and comes back
    kBadAir,       // slow and uneven
    kCut,          // a connection breaks, and perhaps only one end is told
    kKill,         // the app
    kTabletReboot, // its clock begins anew
    kSuspend,      // 1 s to 2 h
    kWallClock,    // somebody sets a tablet's time of day
    kOldJournal,   // an older copy in place of a tablet's journal
    kClone,        // another tablet's journal
    kDaemonKill,
    kPowerCut, // of the board
    kOldCard,  // at a power cut: an older copy in place of the board's log
    kNoise,    // on the panel's serial line
    kUnplug,
    kPanelReset,
    kBrokenWire,
};
inline constexpr std::size_t kFaultKinds = 16;
using Faults = std::bitset<kFaultKinds>;

struct FaultText {
    Fault fault;
    const char* name; // for --without
    int weight;       // how often, beside the others
};

std::span<const FaultText, kFaultKinds> all_faults();
std::optional<Fault> find_fault(const std::string& name);
inline std::size_t index_of(Fault fault)
{
    return static_cast<std::size_t>(fault);
}

} // namespace scoreboard::simulation
