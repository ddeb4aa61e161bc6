#include "link/tablet_clock.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <fstream>
#include <random>
#include <string>

namespace scoreboard::link {
namespace {

constexpr match::Duration kShortestSleep = std::chrono::milliseconds(1); // anything less is the readings'

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
    // Not CLOCK_BOOTTIME itself: a time server may let it run up to 500 ppm faster or slower.
    return match::TabletTime(read_clock(CLOCK_MONOTONIC_RAW) + slept_since_boot());
}

match::Duration slept_since_boot()
{
    // Monotonic first: a moment between the two readings looks like sleep, but never like its opposite. So
    // the least is nearest to the truth, which has grown only if all of them have.
    static std::atomic<match::Duration::rep> known{0};
    match::Duration slept = match::Duration::max();
    for (int reading = 0; reading < 3; ++reading) {
        const match::Duration awake = read_clock(CLOCK_MONOTONIC);
        slept = std::min(slept, read_clock(CLOCK_BOOTTIME) - awake);
    }
    match::Duration::rep before = known.load();
    while (slept - match::Duration(before) > kShortestSleep &&
           !known.compare_exchange_weak(before, slept.count())) {
    }
    return match::Duration(known.load());
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
