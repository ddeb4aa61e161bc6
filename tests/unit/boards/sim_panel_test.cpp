#include "boards/sim_panel.h"

#include <gtest/gtest.h>

#include <random>

#include "framing/link_body.h"
#include "framing/little_endian.h"
#include "panel/picture.h"

namespace scoreboard::boards {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Bytes = std::vector<std::uint8_t>;

const panel::Layout& layout()
{
    return *panel::find_layout("multisport");
}

SimPanel::Options options(std::uint64_t seed = 1)
{
    return {layout(), 115'200, seed};
}

Bytes full_frame(std::uint32_t image_rev, char digit)
{
    Bytes image(layout().image_size(), 0);
    image[layout().segments_at()] = panel::segments_of(digit);
    link_frame frame{};
    frame.type = kLinkFull;
    const link_full full{1, image_rev, static_cast<std::uint8_t>(image.size()), image.data()};
    frame.body_size = static_cast<std::uint8_t>(link_full_write(&full, frame.body));
    Bytes wire(kLinkWireMax);
    wire.resize(link_frame_encode(&frame, nullptr, true, wire.data()));
    return wire;
}

std::vector<std::uint8_t> frame_types(const Bytes& bytes)
{
    std::vector<std::uint8_t> types;
    link_decoder decoder{};
    link_frame frame{};
    for (const std::uint8_t byte : bytes) {
        if (link_decoder_push(&decoder, byte, nullptr, &frame) == kLinkFrame) {
            types.push_back(frame.type);
        }
    }
    return types;
}

TEST(SimPanelTest, SaysBootAfterItsBootLoaderAndAfterEveryReset)
{
    SimPanel panel(options(), LineTime::zero());
    panel.advance(milliseconds(45));
    const auto first = frame_types(panel.host_reads(milliseconds(45)));
    const std::uint32_t first_boot = panel.firmware().boot_id;

    panel.reset(kResetWatchdog, milliseconds(100));
    panel.advance(milliseconds(145));
    const auto second = frame_types(panel.host_reads(milliseconds(145)));

    EXPECT_EQ(first, std::vector<std::uint8_t>{kLinkBoot});
    EXPECT_EQ(second, std::vector<std::uint8_t>{kLinkBoot});
    EXPECT_NE(panel.firmware().boot_id, first_boot);
}

TEST(SimPanelTest, ShowsAPictureWhenItsLastBitHasArrivedAndTheRefreshHasCome)
{
    SimPanel panel(options(), LineTime::zero());
    panel.advance(seconds(1));
    const Bytes wire = full_frame(1, '7');
    panel.host_writes(wire, seconds(1));
    const LineTime arrival = seconds(1) + microseconds(wire.size() * 10'000'000 / 115'200);

    panel.advance(arrival - microseconds(100));
    const std::uint8_t before = panel.light().segments[0];
    panel.advance(arrival + microseconds(kPanelRefreshUs + 100));
    const std::uint8_t after = panel.light().segments[0];

    EXPECT_EQ(before, 0);
    EXPECT_EQ(after, panel::segments_of('7'));
}

TEST(SimPanelTest, LateCallsChangeNothingThatTheHostHears)
{
    const auto run = [](microseconds step) {
        SimPanel panel(options(), LineTime::zero());
        Bytes heard;
        for (LineTime now{}; now <= seconds(3); now += step) {
            panel.advance(now);
            const Bytes part = panel.host_reads(now);
            heard.insert(heard.end(), part.begin(), part.end());
        }
        return heard;
    };

    EXPECT_EQ(run(microseconds(100)), run(milliseconds(500)));
}

TEST(SimPanelTest, WarmResetKeepsThePictureAndPowerOnDoesNot)
{
    SimPanel panel(options(), LineTime::zero());
    panel.advance(milliseconds(100));
    panel.host_writes(full_frame(1, '7'), milliseconds(100));
    panel.advance(milliseconds(200));

    panel.reset(kResetBrownOut, milliseconds(200));
    const std::uint8_t while_booting = panel.light().segments[0];
    panel.advance(milliseconds(300));
    const std::uint8_t after_brown_out = panel.light().segments[0];
    panel.reset(kResetPowerOn, milliseconds(300));
    panel.advance(milliseconds(400));
    const std::uint8_t after_power_on = panel.light().segments[0];

    EXPECT_EQ(while_booting, 0);
    EXPECT_EQ(after_brown_out, panel::segments_of('7'));
    EXPECT_EQ(after_power_on, 0);
}

TEST(SimPanelTest, UnpluggedItKeepsShowingAndNothingPasses)
{
    SimPanel panel(options(), LineTime::zero());
    panel.advance(milliseconds(100));
    panel.host_writes(full_frame(1, '7'), milliseconds(100));
    panel.advance(milliseconds(200));
    panel.host_reads(milliseconds(200));

    panel.set_plugged(false, milliseconds(200));
    panel.host_writes(full_frame(2, '8'), milliseconds(200));
    panel.advance(seconds(2));
    const Bytes heard_unplugged = panel.host_reads(seconds(2));
    const std::uint8_t shown_unplugged = panel.light().segments[0];
    panel.set_plugged(true, seconds(2));
    panel.host_writes(full_frame(3, '9'), seconds(2));
    panel.advance(seconds(3) + milliseconds(500));

    EXPECT_TRUE(heard_unplugged.empty());
    EXPECT_EQ(shown_unplugged, panel::segments_of('7'));
    EXPECT_EQ(panel.light().segments[0], panel::segments_of('9'));
    EXPECT_FALSE(frame_types(panel.host_reads(seconds(4))).empty());
}

TEST(SimPanelTest, DeadWiresAreDeadInTheirOwnDirection)
{
    SimPanel deaf(options(), LineTime::zero());
    deaf.set_receive_dead(true);
    SimPanel mute(options(), LineTime::zero());
    mute.set_transmit_dead(true);
    for (SimPanel* panel : {&deaf, &mute}) {
        panel->advance(milliseconds(100));
        panel->host_writes(full_frame(1, '7'), milliseconds(100));
        panel->advance(milliseconds(400));
    }

    EXPECT_EQ(deaf.light().segments[0], 0);
    EXPECT_FALSE(frame_types(deaf.host_reads(seconds(1))).empty());
    EXPECT_EQ(mute.light().segments[0], panel::segments_of('7'));
    mute.advance(seconds(3));
    EXPECT_LE(frame_types(mute.host_reads(seconds(3))).size(), 1u); // what was said before the wire broke
}

TEST(SimPanelTest, PanelTimeStartsAnewWithEveryBoot)
{
    SimPanel panel(options(), seconds(1'000));
    panel.advance(seconds(1'010));
    const std::uint64_t before = panel.panel_us(seconds(1'010));

    panel.reset(kResetPowerOn, seconds(1'010));
    panel.advance(seconds(1'011));

    EXPECT_LT(before, 10'100'000u);
    EXPECT_LT(panel.panel_us(seconds(1'011)), before);
}

// One seed, one life: noise on both wires, resets and all.
TEST(SimPanelTest, SameSeedLivesTheSameLife)
{
    const auto run = [](std::uint64_t seed) {
        SimPanel panel(options(seed), LineTime::zero());
        line::FaultRates rates;
        rates.bitflip = 0.002;
        rates.drop = 0.01;
        panel.set_rates(rates);
        std::mt19937 random(5);
        Bytes heard;
        for (int i = 0; i < 200; ++i) {
            const LineTime now = milliseconds(10 * i);
            panel.host_writes(full_frame(static_cast<std::uint32_t>(i), static_cast<char>('0' + i % 10)),
                              now);
            if (random() % 50 == 0) {
                panel.reset(kResetWatchdog, now);
            }
            panel.advance(now);
            const Bytes part = panel.host_reads(now);
            heard.insert(heard.end(), part.begin(), part.end());
            heard.push_back(panel.light().segments[0]);
        }
        return heard;
    };

    EXPECT_EQ(run(1), run(1));
    EXPECT_NE(run(1), run(2));
}

} // namespace
} // namespace scoreboard::boards
