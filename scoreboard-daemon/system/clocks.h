#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "match/ids.h"
#include "match/time.h"

namespace scoreboard::system {

// CLOCK_MONOTONIC_RAW: NTP slews CLOCK_MONOTONIC by up to 500 ppm, which a game clock would show.
match::BoardTime board_now();

// UTC in milliseconds since 1970, for people; nothing is decided by it.
std::int64_t wall_now_ms();

// A sentence for a person: what went wrong and what to do.
struct Failure {
    std::string what;
};
template <class T>
using Result = boost::system::result<T, Failure>;

// Which boot this is, as the kernel names it.
Result<match::BootId> kernel_boot_id();

// Reads a boot id that was given by hand: 32 hexadecimal digits, with or without the dashes of a UUID.
Result<match::BootId> parse_boot_id(std::string_view text);

} // namespace scoreboard::system
