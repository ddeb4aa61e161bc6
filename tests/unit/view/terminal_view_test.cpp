#include "view/terminal_view.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "panel/picture.h"

namespace scoreboard::view {
namespace {

Light playing()
{
    const panel::Layout& layout = *panel::find_layout("multisport");
    panel::Picture picture;
    picture.segments.resize(layout.digit_count);
    const std::pair<const char*, const char*> fields[] = {
        {"home.score", "54"}, {"guest.score", "49"},  {"clock", "7:42"},
        {"period", "3"},      {"shot", "14"},         {"home.fouls", "4"},
        {"guest.fouls", "5"}, {"home.timeouts", "2"}, {"guest.timeouts", "1"}};
    for (const auto& [name, text] : fields) {
        panel::put_text(picture, *layout.digit_field(name), text);
    }
    Light light;
    light.segments = picture.segments;
    light.indicators = {static_cast<std::uint8_t>(1u << layout.lamp("possession.home")->bit)};
    light.brightness = 255;
    return light;
}

TEST(TerminalViewTest, DrawsEveryRowToTheFrame)
{
    const panel::Layout& layout = *panel::find_layout("multisport");

    const std::string drawn = draw_terminal(layout, playing());

    EXPECT_EQ(std::count(drawn.begin(), drawn.end(), '\n'), terminal_rows(layout));
    EXPECT_NE(drawn.find("╭"), std::string::npos);
    EXPECT_NE(drawn.find("\x1b[0;1;38;2;255;42;20m"), std::string::npos) << "no lit red";
}

TEST(TerminalViewTest, LitSegmentsAreHeavyAndUnlitOnesLight)
{
    const panel::Layout& layout = *panel::find_layout("multisport");
    Light dark = playing();
    std::fill(dark.segments.begin(), dark.segments.end(), std::uint8_t{0});

    EXPECT_NE(draw_terminal(layout, playing()).find("━"), std::string::npos);
    EXPECT_EQ(draw_terminal(layout, dark).find("━"), std::string::npos);
    EXPECT_EQ(draw_terminal(layout, dark).find("┃"), std::string::npos);
}

TEST(TerminalViewTest, DescribesThePanelInOneLine)
{
    EXPECT_EQ(
        describe(*panel::find_layout("multisport"), playing()),
        "HOME 54  GUEST 49  clock 7:42  period 3  shot 14  fouls 4:5  time-outs 2:1  [possession.home]");
}

} // namespace
} // namespace scoreboard::view
