#include "panel/layout.h"

#include <algorithm>
#include <cassert>

#include "framing/crc32c.h"
#include "framing/panel_image.h"

namespace scoreboard::panel {
namespace {

// Offsets are at most kImageMax, so a byte holds them.
std::uint8_t narrow(int offset)
{
    assert(offset >= 0 && offset <= kImageMax);
    return static_cast<std::uint8_t>(offset);
}

} // namespace

double DigitField::cell_x(int index) const
{
    const bool behind_colon = colon >= 0 && index > colon;
    return x + index * pitch + (behind_colon ? colon_width : 0.0);
}

double DigitField::colon_x() const
{
    return (cell_x(colon) + digit_width + cell_x(colon + 1)) / 2;
}

double DigitField::total_width() const
{
    return cell_x(width - 1) + digit_width - x;
}

std::uint8_t Layout::segments_at() const
{
    return kImageTimeBaseSize;
}

std::uint8_t Layout::blink_at() const
{
    return narrow(segments_at() + digit_count);
}

std::uint8_t Layout::blink_bytes() const
{
    return narrow((digit_count + 7) / 8);
}

std::uint8_t Layout::clocks_at() const
{
    return narrow(blink_at() + blink_bytes());
}

std::uint8_t Layout::horn_at() const
{
    return narrow(clocks_at() + clock_count * kImageClockSlotSize);
}

std::uint8_t Layout::test_at() const
{
    return narrow(horn_at() + kImageHornSlotSize);
}

std::uint8_t Layout::brightness_at() const
{
    return narrow(test_at() + kImageTestSlotSize);
}

std::uint8_t Layout::indicators_at() const
{
    return narrow(brightness_at() + kImageBrightnessSize);
}

std::uint8_t Layout::text_at() const
{
    return narrow(indicators_at() + indicator_bytes);
}

std::uint8_t Layout::image_size() const
{
    return narrow(text_at() + text_bytes);
}

std::uint32_t Layout::hash() const
{
    std::string canon = name + "\n" + std::to_string(digit_count) + " " + std::to_string(clock_count) + " " +
                        std::to_string(indicator_bytes) + " " + std::to_string(text_bytes) + "\n";
    for (const DigitField& field : digits) {
        canon += field.name + " " + std::to_string(field.first) + " " + std::to_string(field.width) + " " +
                 std::to_string(field.clock_slot);
        for (const std::string& caption_name : field.captions) {
            canon += " " + caption_name;
        }
        canon += "\n";
    }
    for (const LampField& lamp : lamps) {
        canon += lamp.name + " " + std::to_string(lamp.bit) + "\n";
    }
    for (const CaptionField& lit : captions) {
        canon += lit.name + " " + std::to_string(lit.bit) + "\n";
    }
    for (const TextField& text_field : texts) {
        canon += text_field.name + " " + std::to_string(text_field.first) + " " +
                 std::to_string(text_field.width) + "\n";
    }
    const std::vector<std::uint8_t> bytes(canon.begin(), canon.end());
    return crc32c(bytes.data(), bytes.size());
}

const DigitField* Layout::digit_field(const std::string& wanted) const
{
    const auto found = std::find_if(digits.begin(), digits.end(),
                                    [&](const DigitField& field) { return field.name == wanted; });
    return found == digits.end() ? nullptr : &*found;
}

const LampField* Layout::lamp(const std::string& wanted) const
{
    const auto found = std::find_if(lamps.begin(), lamps.end(),
                                    [&](const LampField& field) { return field.name == wanted; });
    return found == lamps.end() ? nullptr : &*found;
}

const TextField* Layout::text(const std::string& wanted) const
{
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const TextField& field) { return field.name == wanted; });
    return found == texts.end() ? nullptr : &*found;
}

const CaptionField* Layout::caption(const std::string& wanted) const
{
    const auto found = std::find_if(captions.begin(), captions.end(),
                                    [&](const CaptionField& field) { return field.name == wanted; });
    return found == captions.end() ? nullptr : &*found;
}

bool Layout::means(const DigitField& field, std::span<const std::uint8_t> indicators) const
{
    return field.captions.empty() ||
           std::any_of(field.captions.begin(), field.captions.end(), [&](const std::string& wanted) {
               const CaptionField* found = caption(wanted);
               return found != nullptr && bit_is_lit(indicators, found->bit);
           });
}

bool bit_is_lit(std::span<const std::uint8_t> indicators, int bit)
{
    const auto byte = static_cast<std::size_t>(bit) / 8;
    return bit >= 0 && byte < indicators.size() && (indicators[byte] >> bit % 8 & 1) != 0;
}

const Layout* find_layout(const std::string& name)
{
    const std::vector<Layout>& layouts = all_layouts();
    const auto found = std::find_if(layouts.begin(), layouts.end(),
                                    [&](const Layout& layout) { return layout.name == name; });
    return found == layouts.end() ? nullptr : &*found;
}

} // namespace scoreboard::panel
