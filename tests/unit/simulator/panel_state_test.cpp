#include "simulator/panel_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "framing/link_body.h"
#include "framing/little_endian.h"
#include "panel/picture.h"

namespace scoreboard::simulator {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;
using Bytes = std::vector<std::uint8_t>;

const panel::Layout& layout()
{
    return *panel::find_layout("multisport");
}

Bytes full_frame(const Bytes& image)
{
    link_frame frame{};
    frame.type = kLinkFull;
    const link_full full{99, 530, static_cast<std::uint8_t>(image.size()), image.data()};
    frame.body_size = static_cast<std::uint8_t>(link_full_write(&full, frame.body));
    Bytes wire(kLinkWireMax);
    wire.resize(link_frame_encode(&frame, nullptr, true, wire.data()));
    return wire;
}

TEST(PanelStateTest, TellsWhatIsLatchedAndWhatAPersonReads)
{
    boards::SimPanel panel({layout(), 115'200, 1}, line::LineTime::zero());
    panel.advance(milliseconds(100));
    Bytes image(layout().image_size(), 0);
    panel::Picture picture;
    picture.segments.resize(layout().digit_count);
    panel::put_text(picture, *layout().digit_field("home.score"), "54");
    panel::put_text(picture, *layout().digit_field("guest.score"), "49");
    std::copy(picture.segments.begin(), picture.segments.end(), image.begin() + layout().segments_at());
    std::uint8_t* slot = image.data() + layout().clocks_at();
    const panel::DigitField& clock = *layout().digit_field("clock");
    slot[kClockMode] = kClockModeFrozen;
    slot[kClockFormat] = kClockTenthsBelow60 | kClockCeil | kClockBlankLeadingZero;
    slot[kClockFirst] = clock.first;
    slot[kClockWidth] = clock.width;
    put_u32(slot + kClockValueMs, 462'000);
    image[layout().indicators_at()] = static_cast<std::uint8_t>(1u << layout().lamp("possession.home")->bit);
    panel.host_writes(full_frame(image), milliseconds(100));
    panel.advance(milliseconds(200));

    const std::string json = state_json(layout(), panel);

    EXPECT_THAT(json, HasSubstr("\"image_rev\":530,\"start_id\":99,\"digest\":" +
                                std::to_string(link_image_digest(image.data(), image.size()))));
    EXPECT_THAT(json, HasSubstr("\"home.score\":\"54\""));
    EXPECT_THAT(json, HasSubstr("\"guest.score\":\"49\""));
    EXPECT_THAT(json, HasSubstr("\"clock\":\"7:42\""));
    EXPECT_THAT(json, HasSubstr("\"shot\":\"\""));
    EXPECT_THAT(json, HasSubstr("\"possession\":\"home\""));
    EXPECT_THAT(json,
                HasSubstr("{\"name\":\"clock\",\"mode\":\"frozen\",\"running\":false,\"value_ms\":462000"));
    EXPECT_THAT(json, HasSubstr("\"frames_ok\":1,\"frames_bad\":0"));
}

TEST(PanelStateTest, TellsTheTextOfADotMatrix)
{
    const panel::Layout& dots = *panel::find_layout("dotmatrix");
    boards::SimPanel panel({dots, 115'200, 1}, line::LineTime::zero());
    panel.advance(milliseconds(100));
    Bytes image(dots.image_size(), 0);
    const std::string name = "MALM\xD6 \"A\"";
    std::copy(name.begin(), name.end(), image.begin() + dots.text_at() + dots.text("home.name")->first);
    panel.host_writes(full_frame(image), milliseconds(100));
    panel.advance(milliseconds(200));

    EXPECT_THAT(state_json(dots, panel), HasSubstr("\"home.name\":\"MALMÖ \\\"A\\\"\""));
}

TEST(PanelStateTest, SwitchedOffPanelHasNothingToRead)
{
    boards::SimPanel panel({layout(), 115'200, 1}, line::LineTime::zero());

    const std::string json = state_json(layout(), panel);

    EXPECT_THAT(json, HasSubstr("\"image\":\"\""));
    EXPECT_THAT(json, HasSubstr("\"home.score\":\"\""));
    EXPECT_THAT(json, HasSubstr("\"clocks\":[]"));
}

} // namespace
} // namespace scoreboard::simulator
