#include "panel/layouts/layouts.h"

#include <string>
#include <utility>
#include <vector>

#include "panel/layouts/led_colours.h"

namespace scoreboard::panel {
namespace {

// 192 x 64 dots, 10 mm apart. Digits stay cells and clocks stay slots, so that the panel runs them by itself;
// what differs from sport to sport is text. Two penalties a side have a clock; the image has no room for
// more.
constexpr int kColumns = 192;
constexpr int kRows = 64;
constexpr double kPitch = 10;
constexpr double kMargin = 60;

constexpr std::uint32_t kWhite = 0xE8ECF0;

double mm(int dots)
{
    return kMargin + dots * kPitch;
}

struct DigitDots {
    int width, height, pitch;
};
constexpr DigitDots kLarge{18, 26, 22};
constexpr DigitDots kMedium{8, 16, 10};
constexpr DigitDots kShot{8, 14, 10};
constexpr DigitDots kSmall{4, 9, 5};

class Builder {
public:
    Layout build();

private:
    DigitField& digits(const std::string& name, int count, int left, int top, DigitDots size,
                       std::uint32_t colour);
    DigitField& shared(const DigitField& owner, const std::string& name, int offset, int count,
                       const std::string& caption);
    void lamp(const char* name, int left, int top, int width, int height, char shape, std::uint32_t colour);
    void text(const char* name, int count, int left, int top, int width, int height, std::uint32_t colour);
    void side(const std::string& side, int left, int slot);

    Layout layout_;
    int next_cell_ = 0;
    int next_character_ = 0;
    std::uint8_t next_bit_ = 0;
};

DigitField& Builder::digits(const std::string& name, int count, int left, int top, DigitDots size,
                            std::uint32_t colour)
{
    DigitField field;
    field.name = name;
    field.first = static_cast<std::uint8_t>(std::exchange(next_cell_, next_cell_ + count));
    field.width = static_cast<std::uint8_t>(count);
    field.x = mm(left);
    field.y = mm(top);
    field.digit_width = size.width * kPitch;
    field.digit_height = size.height * kPitch;
    field.pitch = size.pitch * kPitch;
    field.colour = colour;
    return layout_.digits.emplace_back(field);
}

DigitField& Builder::shared(const DigitField& owner, const std::string& name, int offset, int count,
                            const std::string& caption)
{
    DigitField field = owner;
    field.name = name;
    field.first = static_cast<std::uint8_t>(owner.first + offset);
    field.width = static_cast<std::uint8_t>(count);
    field.x = owner.cell_x(offset);
    field.captions = {caption};
    if (offset != 0 || count != owner.width) {
        field.colon = -1;
        field.clock_slot = -1;
    }
    return layout_.digits.emplace_back(field);
}

void Builder::lamp(const char* name, int left, int top, int width, int height, char shape,
                   std::uint32_t colour)
{
    layout_.lamps.push_back(
        {name, next_bit_++, mm(left), mm(top), width * kPitch, height * kPitch, colour, shape});
}

void Builder::text(const char* name, int count, int left, int top, int width, int height,
                   std::uint32_t colour)
{
    const int first = std::exchange(next_character_, next_character_ + count);
    layout_.texts.push_back({name, static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(count),
                             mm(left), mm(top), width * kPitch, height * kPitch, colour});
}

// Two penalties side by side, or the points of six sets.
void Builder::side(const std::string& side, int left, int slot)
{
    int set = 1;
    for (int i = 0; i < 2; ++i) {
        const std::string name = side + ".penalty" + std::to_string(i + 1);
        const int at = left + i * 35;
        DigitField player = digits(name + ".player", 2, at, 54, kSmall, kGreen);
        layout_.digits.back().captions = {"penalties"};
        DigitField& time = digits(name + ".time", 4, at + 11, 54, kSmall, kAmber);
        time.captions = {"penalties"};
        time.clock_slot = slot + i;
        time.colon = 1;
        time.colon_width = 3 * kPitch;
        const DigitField owner = time;
        shared(player, side + ".set" + std::to_string(set++), 0, 2, "by_set");
        shared(owner, side + ".set" + std::to_string(set++), 0, 2, "by_set");
        shared(owner, side + ".set" + std::to_string(set++), 2, 2, "by_set");
    }
}

Layout Builder::build()
{
    layout_.name = "dotmatrix";
    layout_.width_mm = kColumns * kPitch + 2 * kMargin;
    layout_.height_mm = kRows * kPitch + 2 * kMargin;
    layout_.dots = {kColumns, kRows, kPitch, kMargin, kMargin};
    layout_.digits.reserve(64); // references into it are used while it grows

    lamp("possession.home", 68, 49, 6, 11, '<', kAmber);
    lamp("possession.guest", 118, 49, 6, 11, '>', kAmber);
    lamp("bonus.home", 66, 30, 3, 3, 'o', kRed);
    lamp("bonus.guest", 123, 30, 3, 3, 'o', kRed);
    lamp("timeout.home", 66, 36, 3, 2, '-', kAmber);
    lamp("timeout.guest", 123, 36, 3, 2, '-', kAmber);
    lamp("horn", 94, 4, 4, 4, 'o', kRed);
    lamp("fault", 191, 63, 1, 1, 'o', kAmber);
    for (const char* name : {"penalties", "by_set", "shot", "play", "pitch", "jam"}) {
        layout_.captions.push_back({name, next_bit_++});
    }
    text("home.name", 14, 0, 0, 93, 16, kWhite);
    text("guest.name", 14, 99, 0, 93, 16, kWhite);
    text("period", 10, 66, 35, 60, 9, kAmber);
    text("home.info", 11, 0, 44, 66, 9, kGreen);
    text("guest.info", 11, 126, 44, 66, 9, kGreen);

    digits("home.score", 3, 2, 17, kLarge, kRed);
    digits("guest.score", 3, 128, 17, kLarge, kRed);
    DigitField& clock = digits("clock", 5, 69, 17, kMedium, kAmber);
    clock.clock_slot = 0;
    clock.colon = 2;
    clock.colon_width = 4 * kPitch;
    DigitField& shot = digits("shot", 3, 80, 48, kShot, kRed);
    shot.clock_slot = 1;
    shot.colon = 0;
    shot.colon_width = 3 * kPitch;
    shot.captions = {"shot", "play", "pitch"};
    const DigitField owner = shot;
    shared(owner, "jam.clock", 0, 3, "jam");
    side("home", 0, 2);
    side("guest", 125, 4);
    layout_.digit_count = static_cast<std::uint8_t>(next_cell_);
    layout_.clock_count = 6;
    layout_.indicator_bytes = static_cast<std::uint8_t>((next_bit_ + 7) / 8);
    layout_.text_bytes = static_cast<std::uint8_t>(next_character_);
    return layout_;
}

} // namespace

Layout dotmatrix_layout()
{
    return Builder().build();
}

} // namespace scoreboard::panel
