#include "renderer/sheet.h"

#include <algorithm>
#include <string_view>

#include "renderer/panel_text.h"

namespace scoreboard::renderer {

using panel::DigitField;

std::string Sheet::placed(const std::string& name) const
{
    static constexpr std::string_view kHome = "home";
    static constexpr std::string_view kGuest = "guest";
    std::string other = name;
    if (const auto home = name.find(kHome); guest_left_ && home != std::string::npos) {
        other.replace(home, kHome.size(), kGuest);
    } else if (const auto guest = name.find(kGuest); guest_left_ && guest != std::string::npos) {
        other.replace(guest, kGuest.size(), kHome);
    }
    return other;
}

void Sheet::light(int bit)
{
    std::uint8_t& byte = picture_.indicators[static_cast<std::size_t>(bit) / 8];
    byte = static_cast<std::uint8_t>(byte | 1u << bit % 8);
}

void Sheet::caption(const std::string& name)
{
    if (const panel::CaptionField* found = layout_.caption(name)) {
        light(found->bit);
    }
}

void Sheet::light_caption_of(const DigitField& field, const std::string& name)
{
    if (!name.empty()) {
        caption(name);
    } else if (!field.captions.empty()) {
        caption(field.captions.front());
    }
}

void Sheet::put(const std::string& name, const std::string& text, const std::string& caption)
{
    if (const DigitField* found = field(name)) {
        put_text(picture_, *found, text);
        light_caption_of(*found, caption);
    }
}

void Sheet::number(const std::string& name, int number, const std::string& caption)
{
    if (const DigitField* found = field(name)) {
        const std::string digits = std::to_string(number);
        put(name, digits.size() <= found->width ? digits : "-", caption);
    }
}

void Sheet::clock(const std::string& name, panel::ClockSlot slot, const std::string& caption)
{
    const DigitField* found = field(name);
    if (found == nullptr || found->clock_slot < 0) {
        return;
    }
    slot.first = found->first;
    slot.width = found->width;
    picture_.clocks[static_cast<std::size_t>(found->clock_slot)] = slot;
    light_caption_of(*found, caption);
}

void Sheet::write(const panel::TextField& field, const std::string& characters)
{
    const std::size_t count = std::min<std::size_t>(characters.size(), field.width);
    std::copy_n(characters.begin(), count, picture_.text.begin() + field.first);
}

void Sheet::text(const std::string& name, const std::string& utf8)
{
    if (const panel::TextField* found = layout_.text(placed(name))) {
        write(*found, to_panel_characters(utf8));
    }
}

void Sheet::name(const std::string& field_name, const std::string& utf8)
{
    if (const panel::TextField* found = layout_.text(placed(field_name))) {
        write(*found, shortened_name(utf8, found->width));
    }
}

void Sheet::blink(const std::string& name)
{
    if (const DigitField* found = field(name)) {
        for (int cell = found->first; cell < found->first + found->width; ++cell) {
            std::uint8_t& byte = picture_.blink[static_cast<std::size_t>(cell) / 8];
            byte = static_cast<std::uint8_t>(byte | 1u << cell % 8);
        }
    }
}

void Sheet::lamp(const std::string& name, bool lit)
{
    if (const panel::LampField* found = layout_.lamp(placed(name)); found && lit) {
        light(found->bit);
    }
}

} // namespace scoreboard::renderer
