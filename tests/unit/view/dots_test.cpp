#include "view/dots.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "panel/picture.h"
#include "view/dot_font.h"
#include "view/terminal_view.h"

namespace scoreboard::view {
namespace {

const panel::Layout& layout()
{
    return *panel::find_layout("dotmatrix");
}

Light dark()
{
    Light light;
    light.segments.resize(layout().digit_count);
    light.indicators.resize(layout().indicator_bytes);
    light.text.resize(layout().text_bytes);
    light.brightness = 255;
    return light;
}

void write(Light& light, const std::string& field, const std::string& characters)
{
    std::copy(characters.begin(), characters.end(), light.text.begin() + layout().text(field)->first);
}

struct Extent {
    int left = 1000, right = -1, top = 1000, bottom = -1;
};

Extent extent_of(const Dots& dots)
{
    Extent extent;
    for (int row = 0; row < dots.rows; ++row) {
        for (int column = 0; column < dots.columns; ++column) {
            if (dots.at(column, row) != 0) {
                extent = {std::min(extent.left, column), std::max(extent.right, column),
                          std::min(extent.top, row), std::max(extent.bottom, row)};
            }
        }
    }
    return extent;
}

TEST(DotsTest, ShortNameIsTwiceAsLargeAsALongOneAndBothKeepTheirBox)
{
    const panel::TextField& field = *layout().text("home.name");
    const int right = static_cast<int>((field.x + field.box_width - layout().dots.x) / layout().dots.pitch);
    Light shorter = dark();
    write(shorter, "home.name", "HAWKS");
    Light longer = dark();
    write(longer, "home.name", "MMMMMMMMMMMMMM");

    const Extent large = extent_of(draw_dots(layout(), shorter));
    const Extent small = extent_of(draw_dots(layout(), longer));

    EXPECT_EQ(large.bottom - large.top + 1, 2 * kGlyphHeight);
    EXPECT_EQ(small.bottom - small.top + 1, kGlyphHeight);
    EXPECT_LT(small.right, right);
    EXPECT_LT(large.right, right);
}

TEST(DotsTest, AccentsStandAboveTheirLetters)
{
    Light light = dark();
    write(light, "home.name", "\xD6");

    const Extent extent = extent_of(draw_dots(layout(), light));

    EXPECT_EQ(extent.bottom - extent.top + 1, kGlyphHeight + kAccentHeight);
}

TEST(DotsTest, ALoneDigitStandsInTheMiddleOfItsField)
{
    const panel::DigitField& field = *layout().digit_field("home.score");
    Light light = dark();
    light.segments[field.first + 2U] = panel::segments_of('8');

    const Extent extent = extent_of(draw_dots(layout(), light));

    const double middle = (field.x + field.total_width() / 2 - layout().dots.x) / layout().dots.pitch;
    EXPECT_NEAR((extent.left + extent.right + 1) / 2.0, middle, 1);
}

TEST(DotsTest, TerminalDrawsThemInBraille)
{
    Light light = dark();
    write(light, "period", "Q3");

    const std::string drawn = draw_terminal(layout(), light);

    EXPECT_EQ(std::count(drawn.begin(), drawn.end(), '\n'), terminal_rows(layout()));
    EXPECT_NE(drawn.find("\xE2\xA0"), std::string::npos);
    EXPECT_NE(describe(layout(), light).find("period Q3"), std::string::npos);
}

} // namespace
} // namespace scoreboard::view
