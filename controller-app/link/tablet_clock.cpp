#include "link/tablet_clock.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <random>
#include <string>

namespace scoreboard::link {
namespace {

template <class Id>
Id random_id()
{
    std::random_device random;
    Id id;
    std::generate(id.bytes.begin(), id.bytes.end(), [&] { return static_cast<std::uint8_t>(random()); });
    return id;
}

match::Duration read_clock(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    const auto since_boot = std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
    return std::chrono::duration_cast<match::Duration>(since_boot);
}

} // namespace

match::TabletTime tablet_now()
{
    return match::TabletTime(read_clock(CLOCK_BOOTTIME));
}

match::Duration slept_since_boot()
{
    // Monotonic first: a moment between the two readings looks like sleep, but never like its opposite.
    const match::Duration awake = read_clock(CLOCK_MONOTONIC);
    return read_clock(CLOCK_BOOTTIME) - awake;
}

match::BootId tablet_boot()
{
    static const match::BootId kBoot = [] {
        std::string text;
        std::ifstream("/proc/sys/kernel/random/boot_id") >> text;
        std::erase(text, '-');
        match::BootId boot;
        return match::from_hex(text, boot.bytes.data(), boot.bytes.size()) ? boot
                                                                           : random_id<match::BootId>();
    }();
    return kBoot;
}

match::WriterId random_writer()
{
    return random_id<match::WriterId>();
}

} // namespace scoreboard::link
