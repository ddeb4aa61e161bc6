#include "panel/layouts/layouts.h"
#include "panel/layouts/led_colours.h"
#include "panel/layouts/segments.h"

namespace scoreboard::panel {
namespace {

// A sheet of 3.2 m x 1.8 m in three columns: a side's score, fouls and time-outs left and right, what both
// share in the middle. Guest mirrors home.
constexpr double kWidth = 3200;
constexpr double kHeight = 1800;
constexpr double kHomeMiddle = 560;
constexpr double kCentre = kWidth / 2;
constexpr double kGuestMiddle = kWidth - kHomeMiddle;

constexpr DigitSize kLarge{260, 480, 312};
constexpr DigitSize kClock{200, 370, 240};
constexpr DigitSize kMedium{174, 320, 210};
constexpr DigitSize kSmall{145, 265, 176};

DigitField game_clock(int first)
{
    DigitField field = with_colon(digits_around("clock", first, 4, kCentre, 250, kClock, kAmber), 1, 70);
    field.clock_slot = 0;
    return field;
}

DigitField shot_clock(int first)
{
    DigitField field = digits_around("shot", first, 2, kCentre, 1385, kMedium, kRed);
    field.clock_slot = 1;
    return field;
}

LampField lamp(const char* name, int bit, double middle, double top, double width, double height, char shape,
               std::uint32_t colour)
{
    return {name, static_cast<std::uint8_t>(bit), middle - width / 2, top, width, height, colour, shape};
}

} // namespace

Layout multisport_layout()
{
    Layout layout;
    layout.name = "multisport";
    layout.width_mm = kWidth;
    layout.height_mm = kHeight;
    layout.digits = {
        digits_around("home.score", 0, 3, kHomeMiddle, 250, kLarge, kRed),
        digits_around("guest.score", 3, 3, kGuestMiddle, 250, kLarge, kRed),
        game_clock(6),
        digits_around("period", 10, 1, kCentre, 845, kMedium, kAmber),
        shot_clock(11),
        digits_around("home.fouls", 13, 2, kHomeMiddle, 955, kSmall, kGreen),
        digits_around("guest.fouls", 15, 2, kGuestMiddle, 955, kSmall, kGreen),
        digits_around("home.timeouts", 17, 1, kHomeMiddle, 1440, kSmall, kGreen),
        digits_around("guest.timeouts", 18, 1, kGuestMiddle, 1440, kSmall, kGreen),
    };
    layout.digit_count = 19;
    layout.clock_count = 2;
    layout.lamps = {
        lamp("possession.home", 0, kCentre - 300, 910, 190, 190, '<', kAmber),
        lamp("possession.guest", 1, kCentre + 300, 910, 190, 190, '>', kAmber),
        lamp("bonus.home", 2, kHomeMiddle + 330, 1055, 100, 100, 'o', kRed),
        lamp("bonus.guest", 3, kGuestMiddle - 330, 1055, 100, 100, 'o', kRed),
        lamp("timeout.home", 4, kHomeMiddle + 330, 1580, 150, 55, '-', kAmber),
        lamp("timeout.guest", 5, kGuestMiddle - 330, 1580, 150, 55, '-', kAmber),
        lamp("horn", 6, kCentre, 92, 80, 80, 'o', kRed),
        lamp("fault", 7, kWidth - 60, 1720, 40, 40, 'o', kAmber),
    };
    layout.indicator_bytes = 1;
    layout.labels = {
        {"HOME", kHomeMiddle, 85, 95},         {"GUEST", kGuestMiddle, 85, 95},
        {"PERIOD", kCentre, 704, 62},          {"SHOT CLOCK", kCentre, 1244, 62},
        {"TEAM FOULS", kHomeMiddle, 816, 62},  {"TEAM FOULS", kGuestMiddle, 816, 62},
        {"BONUS", kHomeMiddle + 330, 975, 46}, {"BONUS", kGuestMiddle - 330, 975, 46},
        {"TIME-OUTS", kHomeMiddle, 1300, 62},  {"TIME-OUTS", kGuestMiddle, 1300, 62},
        {"NOW", kHomeMiddle + 330, 1500, 46},  {"NOW", kGuestMiddle - 330, 1500, 46},
    };
    return layout;
}

} // namespace scoreboard::panel
