#include "simulator/panel_state.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "firmware/clock_slot.h"
#include "simulator/light_line.h"

namespace scoreboard::simulator {
namespace {

constexpr std::array<const char*, 4> kModeNames = {"off", "down", "up", "frozen"};

// What a display shows may hold a quote or a backslash, and nothing else to escape.
std::string member(const std::string& name, const std::string& shown)
{
    std::string value;
    for (const char character : shown) {
        value += character == '"' || character == '\\' ? "\\" : "";
        value += static_cast<unsigned char>(character) < 0x20 ? ' ' : character;
    }
    return "\"" + name + "\":\"" + value + "\"";
}

std::string text_json(const panel::Layout& layout, const view::Light& light)
{
    std::string json = "{";
    for (const panel::DigitField& field : layout.digits) {
        json += member(field.name, view::read_meant(layout, field, light)) + ",";
    }
    for (const panel::TextField& field : layout.texts) {
        json += member(field.name, view::read_text(field, light)) + ",";
    }
    return json + member("possession", view::read_possession(layout, light)) + "}";
}

std::string clocks_json(const panel::Layout& layout, const view::Light& light, const panel_firmware& firmware)
{
    const display& shown = firmware.display;
    std::string json;
    for (const panel::DigitField& field : layout.digits) {
        if (field.clock_slot < 0 || !shown.has_image || !layout.means(field, light.indicators)) {
            continue;
        }
        const auto slot = static_cast<std::size_t>(field.clock_slot);
        const clock_slot clock =
            clock_slot_read(shown.image + shown.parts.clocks_at + slot * kImageClockSlotSize);
        const bool runs = panel_firmware_time_is_valid(&firmware) && !shown.restored &&
                          (clock.mode == kClockModeDown || clock.mode == kClockModeUp) &&
                          !clock_slot_has_expired(&clock, shown.clock_ms[slot]);
        json += json.empty() ? "" : ",";
        json += "{" + member("name", field.name) + "," +
                member("mode", clock.mode < kModeNames.size() ? kModeNames[clock.mode] : "unknown") +
                ",\"running\":" + (runs ? "true" : "false") +
                ",\"value_ms\":" + std::to_string(shown.clock_ms[slot]) + "," +
                member("text", view::read_field(field, light)) + "}";
    }
    return "[" + json + "]";
}

std::string lamps_json(const panel::Layout& layout, const view::Light& light)
{
    std::string json;
    for (const panel::LampField& lamp : layout.lamps) {
        if (view::lamp_is_lit(lamp, light)) {
            json += (json.empty() ? "\"" : ",\"") + lamp.name + "\"";
        }
    }
    return "[" + json + "]";
}

} // namespace

view::Light light_of(const panel::Layout& layout, const boards::SimPanel& panel)
{
    const panel_light& shown = panel.light();
    view::Light light;
    std::copy_n(std::begin(shown.segments), layout.digit_count, std::back_inserter(light.segments));
    std::copy_n(std::begin(shown.indicators), layout.indicator_bytes, std::back_inserter(light.indicators));
    std::copy_n(std::begin(shown.text), layout.text_bytes, std::back_inserter(light.text));
    light.brightness = shown.brightness;
    light.horn = shown.horn;
    return light;
}

std::string state_json(const panel::Layout& layout, const boards::SimPanel& panel)
{
    const panel_firmware& firmware = panel.firmware();
    const panel_counters& counters = firmware.link.counters;
    const view::Light light = light_of(layout, panel);
    const std::uint32_t bad = counters.bad_crc + counters.malformed + counters.without_session;
    return "{\"image_rev\":" + std::to_string(firmware.latched_rev) +
           ",\"start_id\":" + std::to_string(firmware.link.image_start_id) +
           ",\"digest\":" + std::to_string(panel_firmware_digest(&firmware) & 0xFFFF) + "," +
           member("image", hex_of(firmware.display.image, firmware.display.parts.size)) +
           ",\"text\":" + text_json(layout, light) + ",\"clocks\":" + clocks_json(layout, light, firmware) +
           ",\"lamps\":" + lamps_json(layout, light) + ",\"horn\":" + (light.horn ? "true" : "false") +
           ",\"brightness\":" + std::to_string(light.brightness) +
           ",\"time_valid\":" + (panel_firmware_time_is_valid(&firmware) ? "true" : "false") +
           ",\"boot_id\":" + std::to_string(firmware.boot_id) +
           ",\"frames_ok\":" + std::to_string(counters.frames_ok) + ",\"frames_bad\":" + std::to_string(bad) +
           "}";
}

} // namespace scoreboard::simulator
