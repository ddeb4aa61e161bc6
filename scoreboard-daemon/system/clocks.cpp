#include "system/clocks.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>

namespace scoreboard::system {
namespace {

constexpr const char* kBootIdPath = "/proc/sys/kernel/random/boot_id";

} // namespace

match::BoardTime board_now()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC_RAW, &time);
    const auto since_boot = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    return match::BoardTime(std::chrono::duration_cast<match::Duration>(since_boot));
}

std::int64_t wall_now_ms()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

Result<match::BootId> kernel_boot_id()
{
    std::ifstream file(kBootIdPath);
    std::string text;
    if (!(file >> text)) {
        return Failure{std::string("the boot id cannot be read from ") + kBootIdPath +
                       "; make it readable or give one with --boot-id"};
    }
    return parse_boot_id(text);
}

Result<match::BootId> parse_boot_id(std::string_view text)
{
    std::string digits(text);
    digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
    match::BootId id;
    if (!match::from_hex(digits, id.bytes.data(), id.bytes.size())) {
        return Failure{"\"" + std::string(text) + "\" is no boot id; give 32 hexadecimal digits"};
    }
    return id;
}

} // namespace scoreboard::system
