#include "simulator/light_line.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <sstream>
#include <vector>

namespace scoreboard::simulator {
namespace {

constexpr const char* kNoBytes = "-";

std::string hex_or_none(const std::vector<std::uint8_t>& bytes)
{
    return bytes.empty() ? kNoBytes : hex_of(bytes.data(), bytes.size());
}

std::optional<std::vector<std::uint8_t>> bytes_of(const std::string& hex, std::size_t size)
{
    if (hex == kNoBytes) {
        return size == 0 ? std::optional(std::vector<std::uint8_t>{}) : std::nullopt;
    }
    if (hex.size() != 2 * size) {
        return std::nullopt;
    }
    std::vector<std::uint8_t> bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        const char* digits = hex.data() + 2 * i;
        const auto [end, error] = std::from_chars(digits, digits + 2, bytes[i], 16);
        if (error != std::errc{} || end != digits + 2) {
            return std::nullopt;
        }
    }
    return bytes;
}

} // namespace

std::string hex_of(const std::uint8_t* bytes, std::size_t size)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += kDigits[bytes[i] >> 4];
        text += kDigits[bytes[i] & 0xF];
    }
    return text;
}

std::string light_line(const panel::Layout& layout, const view::Light& light)
{
    return layout.name + " " + hex_or_none(light.segments) + " " + hex_or_none(light.indicators) + " " +
           std::to_string(light.brightness) + " " + (light.horn ? "1 " : "0 ") + hex_or_none(light.text);
}

std::optional<LayoutLight> parse_light_line(const std::string& line)
{
    std::istringstream words(line);
    std::string name, segments, indicators, text;
    int brightness = 0, horn = 0;
    words >> name >> segments >> indicators >> brightness >> horn >> text;
    LayoutLight parsed;
    parsed.layout = panel::find_layout(name);
    if (!words || parsed.layout == nullptr) {
        return std::nullopt;
    }
    auto digits = bytes_of(segments, parsed.layout->digit_count);
    auto lamps = bytes_of(indicators, parsed.layout->indicator_bytes);
    auto characters = bytes_of(text, parsed.layout->text_bytes);
    if (!digits || !lamps || !characters) {
        return std::nullopt;
    }
    parsed.light.segments = std::move(*digits);
    parsed.light.indicators = std::move(*lamps);
    parsed.light.text = std::move(*characters);
    parsed.light.brightness = static_cast<std::uint8_t>(std::clamp(brightness, 0, 255));
    parsed.light.horn = horn != 0;
    return parsed;
}

} // namespace scoreboard::simulator
