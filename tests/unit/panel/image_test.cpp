#include "panel/image.h"

#include <gtest/gtest.h>

#include "framing/little_endian.h"

namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;

constexpr BoardTime kNow{2h};
constexpr TimeBase kBase{0xBEEF, -1h}; // the panel has been up for an hour less

const Layout& layout()
{
    return *find_layout("multisport");
}

ClockSlot slot_of(ClockMode mode, Duration value, Duration age, std::uint8_t format = kClockCeil)
{
    return {mode, format, 6, 4, value, kNow - age, 0, kClockExpiryHorn};
}

// Value and anchor of the first clock slot.
std::pair<std::int32_t, std::uint32_t> written(const ClockSlot& slot, const std::optional<TimeBase>& base)
{
    Picture picture = dark_picture(layout());
    picture.clocks[0] = slot;
    const auto image = ImageWriter(layout()).write(picture, base, kNow);
    const std::uint8_t* bytes = image.data() + layout().clocks_at();
    return {static_cast<std::int32_t>(get_u32(bytes + kClockValueMs)), get_u32(bytes + kClockAnchorMs)};
}

constexpr std::uint32_t kHourMs = 3'600'000;

TEST(ImageWriterTest, PutsEveryPartAtItsPlace)
{
    Picture picture = dark_picture(layout());
    picture.segments[0] = 0x7F;
    picture.blink[0] = 0x02;
    picture.clocks[1] = slot_of(ClockMode::kFrozen, 14s, 0s);
    picture.horn = HornSlot{7, kHornSteady, kNow + 5s, 1500ms};
    picture.brightness = 128;
    picture.indicators[0] = 0x41;

    const auto image = ImageWriter(layout()).write(picture, kBase, kNow);

    ASSERT_EQ(image.size(), layout().image_size());
    EXPECT_EQ(get_u16(image.data()), 0xBEEF);
    EXPECT_EQ(image[layout().segments_at()], 0x7F);
    EXPECT_EQ(image[layout().blink_at()], 0x02);
    EXPECT_EQ(image[layout().clocks_at() + 16 + kClockMode], kClockModeFrozen);
    EXPECT_EQ(image[layout().horn_at() + kHornGeneration], 7);
    EXPECT_EQ(get_u32(image.data() + layout().horn_at() + kHornStartMs), kHourMs + 5000);
    EXPECT_EQ(get_u16(image.data() + layout().horn_at() + kHornDurMs), 1500);
    EXPECT_EQ(image[layout().brightness_at() + kBrightnessLevel], 128);
    EXPECT_EQ(image[layout().indicators_at()], 0x41);
}

struct ClockRow {
    const char* name;
    ClockSlot slot;
    std::optional<TimeBase> base;
    std::int32_t value_ms;
    std::uint32_t anchor_ms;
};
void PrintTo(const ClockRow& row, std::ostream* out)
{
    *out << row.name;
}
class WrittenClockTest : public testing::TestWithParam<ClockRow> {};

INSTANTIATE_TEST_SUITE_P(
    Slots, WrittenClockTest,
    testing::Values(
        ClockRow{"a standing clock", slot_of(ClockMode::kFrozen, 42300ms, 9s), kBase, 42300, 0},
        ClockRow{"rounded up to the millisecond, as it is shown", slot_of(ClockMode::kFrozen, 42300400us, 0s),
                 kBase, 42301, 0},
        ClockRow{"rounded down without ceil", slot_of(ClockMode::kFrozen, 42300900us, 0s, 0), kBase, 42300,
                 0},
        ClockRow{"a running clock keeps its anchor", slot_of(ClockMode::kDown, 60s, 10s), kBase, 60000,
                 kHourMs - 10000},
        ClockRow{"one anchored before the panel started", slot_of(ClockMode::kDown, 9000s, 7000s), kBase,
                 9'000'000, static_cast<std::uint32_t>(-3'400'000)},
        ClockRow{"no anchor is older than a day", slot_of(ClockMode::kDown, 60s, 25h), kBase, 0, 0},
        ClockRow{"up goes on over the day", slot_of(ClockMode::kUp, 0s, 25h), kBase, 24 * 3'600'000, 0},
        ClockRow{"without panel time: the value now", slot_of(ClockMode::kDown, 60s, 10s), std::nullopt,
                 50000, 0},
        ClockRow{"without panel time it stops at zero", slot_of(ClockMode::kDown, 60s, 70s), std::nullopt, 0,
                 0}));

TEST_P(WrittenClockTest, IsInPanelTime)
{
    const auto [value_ms, anchor_ms] = written(GetParam().slot, GetParam().base);

    EXPECT_EQ(value_ms, GetParam().value_ms);
    EXPECT_EQ(anchor_ms, GetParam().anchor_ms);
}

class WrittenHornTest : public testing::Test {
protected:
    std::vector<std::uint8_t> write(const std::optional<HornSlot>& horn, const std::optional<TimeBase>& base,
                                    BoardTime now)
    {
        Picture picture = dark_picture(layout());
        picture.horn = horn;
        const auto image = writer_.write(picture, base, now);
        return {image.begin() + layout().horn_at(), image.begin() + layout().test_at()};
    }
    static std::uint8_t generation(const std::vector<std::uint8_t>& slot) { return slot[kHornGeneration]; }

    ImageWriter writer_{layout()};
    const HornSlot horn_{3, kHornSteady, kNow, 1500ms};
};

TEST_F(WrittenHornTest, AnExpirySoundsSteadyEvenWithoutAHorn)
{
    const auto slot = write(std::nullopt, std::nullopt, kNow);

    EXPECT_EQ(generation(slot), 0);
    EXPECT_EQ(slot[kHornPattern], kHornSteady);
    EXPECT_EQ(get_u16(slot.data() + kHornDurMs), 1500);
}

TEST_F(WrittenHornTest, IsNotWrittenWithoutPanelTime)
{
    EXPECT_EQ(generation(write(horn_, std::nullopt, kNow)), 0);
}

TEST_F(WrittenHornTest, IsNeverWrittenAnewAfterItsEnd)
{
    EXPECT_EQ(generation(write(horn_, kBase, kNow + 1500ms)), 0);
}

TEST_F(WrittenHornTest, IsStillWrittenWhileItSounds)
{
    EXPECT_EQ(generation(write(horn_, kBase, kNow + 1499ms)), 3);
}

TEST_F(WrittenHornTest, KeepsItsBytesAfterItsEndSoThatNothingChanges)
{
    const auto before = write(horn_, kBase, kNow + 1s);

    EXPECT_EQ(write(horn_, kBase, kNow + 1h), before);
}

TEST_F(WrittenHornTest, KeepsItsStartWhenPanelTimeIsCorrectedWhileItSounds)
{
    const auto before = write(horn_, kBase, kNow + 1s);

    EXPECT_EQ(write(horn_, TimeBase{kBase.boot, kBase.offset + 20ms}, kNow + 1100ms), before);
}

TEST_F(WrittenHornTest, MovesWithPanelTimeBeforeItBegins)
{
    const auto before = write(horn_, kBase, kNow - 1s);

    EXPECT_NE(write(horn_, TimeBase{kBase.boot, kBase.offset + 20ms}, kNow - 500ms), before);
}

TEST_F(WrittenHornTest, OfAnEarlierBootIsNotSoundedAgain)
{
    write(horn_, kBase, kNow);

    EXPECT_EQ(generation(write(horn_, TimeBase{0xCAFE, 0s}, kNow + 2s)), 0);
}

} // namespace
} // namespace scoreboard::panel
