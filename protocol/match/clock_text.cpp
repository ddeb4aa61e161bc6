#include "match/scoreline.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace scoreboard::match {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Duration kTenth = milliseconds(100);
constexpr Duration kLongest = minutes(199) + seconds(59) + milliseconds(900);

std::string two_digits(std::int64_t value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string minutes_and_seconds(std::int64_t whole_seconds)
{
    return std::to_string(whole_seconds / 60) + ":" + two_digits(whole_seconds % 60);
}

// Values that no clock can show come from outside (an edit that is about to be refused) and are clamped.
std::int64_t rounded_up(Duration value, Duration unit)
{
    const Duration shown = std::clamp(value, Duration::zero(), kLongest);
    return (shown.count() + unit.count() - 1) / unit.count();
}

// Reads one to three digits from the front of `text`; -1 if there are none or more.
int take_number(std::string_view& text)
{
    int value = 0;
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
        value = 10 * value + (text[count] - '0');
        if (++count > 3) {
            return -1;
        }
    }
    text.remove_prefix(count);
    return count == 0 ? -1 : value;
}

bool take(std::string_view& text, char character)
{
    if (text.empty() || text.front() != character) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

} // namespace

bool shows_tenths(Duration value, Duration tenths_below)
{
    // 59.95 s is rounded up to 60.0 and so is no longer below a minute.
    return rounded_up(value, kTenth) * kTenth < tenths_below;
}

std::string format_clock(Duration value, Duration tenths_below)
{
    if (!shows_tenths(value, tenths_below)) {
        return minutes_and_seconds(rounded_up(value, seconds(1)));
    }
    const std::int64_t tenths = rounded_up(value, kTenth);
    if (tenths >= 600) {
        return minutes_and_seconds(tenths / 10) + "." + std::to_string(tenths % 10);
    }
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string format_clock_up(Duration value)
{
    const Duration shown = std::clamp(value, Duration::zero(), kLongest);
    return minutes_and_seconds(shown / seconds(1));
}

std::string format_seconds(Duration value, Duration tenths_below)
{
    if (shows_tenths(value, tenths_below)) {
        const std::int64_t tenths = rounded_up(value, kTenth);
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    }
    return std::to_string(rounded_up(value, seconds(1)));
}

std::string format_clock_exact(Duration value)
{
    const std::int64_t tenths = rounded_up(value, kTenth);
    return minutes_and_seconds(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string format_clock_exact(ClockId clock, Duration value)
{
    return clock == ClockId::kShot ? format_seconds(value, Duration::max()) : format_clock_exact(value);
}

std::optional<Duration> parse_clock(const std::string& text)
{
    std::string_view rest = text;
    int whole_minutes = 0;
    int whole_seconds = take_number(rest);
    const bool has_minutes = whole_seconds >= 0 && take(rest, ':');
    if (has_minutes) {
        whole_minutes = whole_seconds;
        const std::size_t before = rest.size();
        whole_seconds = take_number(rest);
        if (before - rest.size() != 2) {
            return std::nullopt;
        }
    }
    if (whole_seconds < 0 || whole_seconds > 59) {
        return std::nullopt;
    }
    int tenths = 0;
    if (take(rest, '.')) {
        const std::size_t before = rest.size();
        tenths = take_number(rest);
        if (before - rest.size() != 1) {
            return std::nullopt;
        }
    } else if (!has_minutes) {
        return std::nullopt; // "24" could be meant as minutes or as seconds
    }
    const Duration value = minutes(whole_minutes) + seconds(whole_seconds) + tenths * kTenth;
    if (!rest.empty() || value > kLongest) {
        return std::nullopt;
    }
    return value;
}

} // namespace scoreboard::match
