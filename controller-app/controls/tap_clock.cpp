#include "controls/tap_clock.h"

#include <ctime>

namespace scoreboard::controls {

double TapClock::now() const
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

} // namespace scoreboard::controls
