#pragma once

#include "match/time.h"

namespace scoreboard::viewmodel {

// QML carries a moment of the tablet's clock as a number of microseconds: a double is exact for 285 years.
inline match::TabletTime to_tablet_time(double microseconds)
{
    return match::TabletTime(match::Duration(static_cast<match::Duration::rep>(microseconds)));
}

inline double to_tap_time(match::TabletTime time)
{
    return static_cast<double>(time.time_since_epoch().count());
}

} // namespace scoreboard::viewmodel
