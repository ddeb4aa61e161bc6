#include "simulation/fault.h"

#include <algorithm>
#include <array>

namespace scoreboard::simulation {

namespace {

constexpr std::array<FaultText, kFaultKinds> kFaults{{
    {Fault::kOutage, "outage", 20},
    {Fault::kBadAir, "bad-air", 8},
    {Fault::kCut, "cut", 12},
    {Fault::kKill, "kill", 8},
    {Fault::kTabletReboot, "tablet-reboot", 3},
    {Fault::kSuspend, "suspend", 5},
    {Fault::kWallClock, "wall-clock", 4},
    {Fault::kOldJournal, "old-journal", 3},
    {Fault::kClone, "clone", 3},
    {Fault::kDaemonKill, "daemon-kill", 8},
    {Fault::kPowerCut, "power-cut", 6},
    {Fault::kOldCard, "old-card", 5},
    {Fault::kNoise, "noise", 14},
    {Fault::kUnplug, "unplug", 5},
    {Fault::kPanelReset, "panel-reset", 6},
    {Fault::kBrokenWire, "broken-wire", 6},
}};

} // namespace

std::span<const FaultText, kFaultKinds> all_faults()
{
    return kFaults;
}

std::optional<Fault> find_fault(const std::string& name)
{
    const auto found = std::find_if(kFaults.begin(), kFaults.end(),
                                    [&name](const FaultText& one) { return name == one.name; });
    return found == kFaults.end() ? std::nullopt : std::optional(found->fault);
}

} // namespace scoreboard::simulation
