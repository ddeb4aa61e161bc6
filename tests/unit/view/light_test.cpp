#include "view/light.h"

#include <gtest/gtest.h>

#include "framing/panel_image.h"
#include "panel/picture.h"

namespace scoreboard::view {
namespace {

const panel::Layout& layout()
{
    return *panel::find_layout("multisport");
}

Light dark()
{
    Light light;
    light.segments.resize(layout().digit_count);
    light.indicators.resize(layout().indicator_bytes);
    light.brightness = 255;
    return light;
}

void write(Light& light, const std::string& field_name, const std::string& text)
{
    panel::Picture picture;
    picture.segments = light.segments;
    panel::put_text(picture, *layout().digit_field(field_name), text);
    light.segments = picture.segments;
}

TEST(LightTest, ReadsWhatWasWritten)
{
    const struct {
        const char* field;
        const char* text;
    } rows[] = {{"home.score", "54"}, {"home.score", "104"}, {"clock", "7:42"}, {"clock", "10:00"},
                {"clock", "42.3"},    {"clock", "0.0"},      {"shot", "14"},    {"shot", "4.9"},
                {"period", "3"},      {"home.fouls", ""}};
    for (const auto& row : rows) {
        Light light = dark();

        write(light, row.field, row.text);

        EXPECT_EQ(read_field(*layout().digit_field(row.field), light), row.text) << row.field;
    }
}

TEST(LightTest, MarkerOfALostLinkIsNotReadAsPartOfTheNumber)
{
    Light light = dark();
    write(light, "period", "3");
    light.segments[layout().digit_field("period")->first] |= kSegmentPoint;

    EXPECT_EQ(read_field(*layout().digit_field("period"), light), "3");
}

TEST(LightTest, PossessionIsTheLitArrow)
{
    Light light = dark();
    EXPECT_EQ(read_possession(layout(), light), "");

    light.indicators[0] = static_cast<std::uint8_t>(1u << layout().lamp("possession.guest")->bit);
    EXPECT_EQ(read_possession(layout(), light), "guest");
}

TEST(LightTest, HornLampLightsWithTheSound)
{
    Light light = dark();
    light.horn = true;

    EXPECT_TRUE(lamp_is_lit(*layout().lamp("horn"), light));
    EXPECT_FALSE(lamp_is_lit(*layout().lamp("bonus.home"), light));
}

} // namespace
} // namespace scoreboard::view
