#include "viewmodel/clock_redraw.h"

#include <algorithm>

namespace scoreboard::viewmodel {

namespace {

using std::chrono::milliseconds;

// Digits that count down are rounded up: those of 41.25 s read 41.3 and change when 41.2 s are left. Digits
// that count up are rounded down.
match::Duration until_next_digit(match::Duration value, bool tenths, bool up)
{
    const match::Duration unit =
        tenths ? match::Duration(milliseconds(100)) : match::Duration(milliseconds(1000));
    const match::Duration rest = value % unit;
    if (up) {
        return unit - rest;
    }
    return rest == match::Duration::zero() ? unit : rest;
}

} // namespace

std::optional<match::Duration> sooner(std::optional<match::Duration> a, match::Duration b)
{
    return a ? std::min(*a, b) : b;
}

std::optional<match::Duration> next_face_change(const match::Scoreline& line)
{
    std::optional<match::Duration> wait;
    if (line.game.running) {
        wait = sooner(wait, until_next_digit(line.game.value, line.game.tenths, line.game.up));
    }
    if (line.shot.running && line.shot.visible) {
        wait = sooner(wait, until_next_digit(line.shot.value, line.shot.tenths, line.shot.up));
    }
    if (line.timeout) {
        wait = sooner(wait, until_next_digit(line.timeout->remaining, false, false));
    }
    if (line.jam && line.jam->number > 0) {
        wait = sooner(wait, milliseconds(1000)); // a line-up has no end at which its clock stands
    }
    return wait;
}

milliseconds timer_delay(match::Duration wait)
{
    const auto rounded_up = std::chrono::ceil<milliseconds>(wait);
    return std::clamp(rounded_up, milliseconds(5), milliseconds(1000));
}

} // namespace scoreboard::viewmodel
