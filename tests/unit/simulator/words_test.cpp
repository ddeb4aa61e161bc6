#include <gtest/gtest.h>

#include "simulator/duration.h"
#include "simulator/light_line.h"

namespace scoreboard::simulator {
namespace {

using std::chrono::milliseconds;

TEST(DurationTest, ReadsMillisecondsAndSeconds)
{
    const struct {
        const char* text;
        std::optional<std::chrono::nanoseconds> duration;
    } rows[] = {
        {"500ms", milliseconds(500)}, {"2s", milliseconds(2'000)}, {"1.5s", milliseconds(1'500)},
        {"0ms", milliseconds(0)},     {"2", std::nullopt},         {"2m", std::nullopt},
        {"", std::nullopt},           {"-1s", std::nullopt},       {"s", std::nullopt},
        {"2s ", std::nullopt},        {"1e9s", std::nullopt},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(parse_duration(row.text), row.duration) << row.text;
    }
}

TEST(LightLineTest, ArrivesAsItWasWrittenAndRefusesAnythingElse)
{
    const panel::Layout& layout = *panel::find_layout("multisport");
    view::Light light;
    for (std::uint8_t i = 0; i < layout.digit_count; ++i) {
        light.segments.push_back(static_cast<std::uint8_t>(i * 13));
    }
    light.indicators.assign(layout.indicator_bytes, 0xA5);
    light.brightness = 200;
    light.horn = true;
    const std::string line = light_line(layout, light);

    const std::optional<LayoutLight> parsed = parse_light_line(line);

    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->layout, &layout);
    EXPECT_EQ(parsed->light, light);
    for (const std::string& broken :
         {std::string(), line.substr(0, line.size() - 2), "curling" + line,
          std::string("multisport 00 a5 200 1"), std::string(line).replace(12, 1, "x")}) {
        EXPECT_FALSE(parse_light_line(broken)) << broken;
    }
}

} // namespace
} // namespace scoreboard::simulator
