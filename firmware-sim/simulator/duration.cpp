#include "simulator/duration.h"

#include <charconv>

namespace scoreboard::simulator {

std::optional<std::chrono::nanoseconds> parse_duration(const std::string& text)
{
    constexpr double kMax = 86400;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string unit(error == std::errc{} ? end : text.data(), text.data() + text.size());
    const double seconds = unit == "ms" ? number / 1000 : number;
    if (error != std::errc{} || (unit != "ms" && unit != "s") || seconds < 0 || seconds > kMax) {
        return std::nullopt;
    }
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(seconds));
}

} // namespace scoreboard::simulator
